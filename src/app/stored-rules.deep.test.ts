import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { addDays, localDate } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { AT_ONCE, watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import type { PenaltyRecord } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const RECORDS = 100_000;
let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let queries = 0;

beforeAll(async () => {
  database = await testDatabase({ onQuery: () => (queries += 1) });
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(PENALTY_RECORD)]), {
    afterAct: afterActs(identity.keys),
  });
});
afterAll(() => database?.close());

/** Every one like every other, and half of them against one party. */
function hotDecision(i: number): PenaltyRecord {
  const day = addDays(localDate('2024-03-20'), i % 720);
  return reportedDecision(i % 2 === 0 ? city.区市场监管局.name : city.旗市场监管局.name, i % 2 === 0 ? 1 : i, {
    行政处罚决定书文号: `演罚〔${day.slice(0, 4)}〕${i + 1}号`,
    违法事实: `当事人第${i}次未按规定明码标价。`,
    '罚款金额(万元)': String(1 + (i % 40) / 10),
    处罚决定日期: day,
    公示截止期: addDays(day, 300),
  });
}

async function load(from: number, until: number): Promise<void> {
  const records = Array.from({ length: until - from }, (_, i) => hotDecision(from + i));
  const request = {
    session: city.市司法局.machine.session,
    key: `hot-${from}-${until}`,
    rows: records,
    fileKind: 'publicity',
    exportedOn: null,
  } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  if (!result.ok || result.answer.loaded !== records.length) throw new Error(JSON.stringify(result).slice(0, 500));
}

it('十万件办件同在一组：比对的往返次数随页数而不随件数的平方增长；新增一件只比对它影响的日期', async () => {
  // What the registers of the new city ask to be judged again is done before there is anything to judge.
  await watchRecords({ platform, sealing: identity.keys }, () => false, AT_ONCE);
  for (let from = 0; from < RECORDS; from += 1_000) await load(from, from + 1_000);
  await database.pool.query('analyze');
  queries = 0;
  const started = performance.now();
  expect(await watchRecords({ platform, sealing: identity.keys }, () => false, AT_ONCE)).toBeGreaterThan(1);
  console.log(`${RECORDS} records in one group: ${Math.round(performance.now() - started)} ms, ${queries} queries`);
  expect(queries).toBeLessThan((RECORDS / 2_000) * 60);
  const [judged] = await rows<{ n: number }>(
    database.pool,
    `select count(*)::int as n from judgement j join judgement_pattern p on p.id = j.pattern where p.asked @> '[["D05", 1], ["Q05", 1]]'`,
  );
  expect(judged?.n).toBe(RECORDS);
  await load(RECORDS, RECORDS + 1);
  queries = 0;
  const again = performance.now();
  await watchRecords({ platform, sealing: identity.keys }, () => false, AT_ONCE);
  console.log(`one more: ${Math.round(performance.now() - again)} ms, ${queries} queries`);
  expect(queries).toBeLessThan(2_000);
});
