import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { lookUp } from '../enforcement/penalty-records/actions.ts';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { updateRecord } from '../enforcement/penalty-records/actions-records.ts';
import { type PenaltyRecord, readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let now = shanghaiMidnight(localDate('2026-05-11')) + 60_000;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(PENALTY_RECORD)]), { afterAct: afterActs(identity.keys) });
});
afterAll(() => database?.close());

const WARNING = { 处罚类别: '警告', 处罚内容: '警告', '罚款金额(万元)': '', 程序: '简易程序' };
const decision = (n: number, more: PenaltyRecord = {}) => reportedDecision(city.区市场监管局.name, n, { ...WARNING, ...more });

async function exported(n: number, exportedOn: string): Promise<string> {
  const load = { session: city.市司法局.machine.session, key: `credit-export-${n}`, rows: [decision(n)] };
  const request = { ...load, fileKind: 'credit-export', exportedOn: localDate(exportedOn) } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  const matterId = result.ok ? result.answer.rows[0]?.matterId : null;
  if (matterId == null) throw new Error(JSON.stringify(result));
  return matterId;
}

/** The same decision, reported again with another remark from an export of another day. */
async function update(matterId: string, n: number, exportedOn: string): Promise<void> {
  const context = { today: localDate('2026-05-11'), fileKind: 'credit-export', exportedOn: localDate(exportedOn), organ: null } as const;
  const [outcome] = readPenaltyRecords([decision(n, { 备注: '补充说明' })], context).outcomes;
  if (outcome?.is !== 'decision') throw new Error('not a decision');
  const deps = { platform, sealing: identity.keys };
  const by = city.市司法局.supervisorA.session;
  const [incoming] = (await lookUp(deps, { session: by, batchId: '', sourceOf: () => '' }, [{ line: 1, row: outcome.row }])).prepared;
  if (incoming === undefined || !('organ' in incoming)) throw new Error('no organ');
  const answer = await updateRecord(deps, by, { matterId, incoming }, '补充备注', `credit-update-${n}`);
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
}

const shownOn = async (matterId: string): Promise<readonly (string | null)[]> =>
  (
    await rows<{ day: string | null }>(
      database.pool,
      `select facts ->> '公示所见日期' as day from finding where matter_id = $1 and rule_id = 'P03' and stands`,
      [matterId],
    )
  ).map((f) => f.day);

describe('P03：信用平台导出以导出日为公示所见之日，不以判断之日（信用修复管理办法2026年4月1日施行）', () => {
  it('3月31日导出的不预警，4月1日导出的预警；之后再办理的，仍以导出日判断', async () => {
    const [before, after] = [await exported(1, '2026-03-31'), await exported(2, '2026-04-01')];
    expect([await shownOn(before), await shownOn(after)]).toEqual([[], ['2026-04-01']]);
    now += 86_400_000;
    await update(before, 1, '2026-03-31');
    await update(after, 2, '2026-04-01');
    expect([await shownOn(before), await shownOn(after)]).toEqual([[], ['2026-04-01']]);
  });

  it('后一次导出中仍在公示的，以后一次的导出日判断', async () => {
    const matterId = await exported(3, '2026-03-31');
    expect(await shownOn(matterId)).toEqual([]);
    await update(matterId, 3, '2026-05-08');
    expect(await shownOn(matterId)).toEqual(['2026-05-08']);
  });

  it('导出日随办理记录保存，可由办理记录重新推演', async () => {
    expect((await verify(platform)).faults).toEqual([]);
  });
});
