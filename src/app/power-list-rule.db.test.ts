import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { carryOutLists, planLists } from '#registers/power-lists';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let ids: readonly (string | null)[] = [];

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(PENALTY_RECORD)]), {
    afterAct: afterActs(identity.keys),
  });
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    carryOutLists(
      client,
      city.world.city,
      planLists(
        [
          { line: 2, cells: LINE },
          { line: 3, cells: { ...LINE, code: 'CF-2', through: '' } },
        ],
        {
          register: [],
          unitOf: () => ({ id: city.区市场监管局.id, name: '区市场监管局', kind: 'department', tier: 'banner' }),
          endedBy: () => [],
        },
      ),
      { actId: '00000000-0000-8000-8000-000000000000', at: '2026-03-01T01:00:00Z' },
    ),
  );
  ids = await load();
});
afterAll(() => database?.close());

const LINE = {
  list: '权责清单',
  organisation: '区市场监管局',
  code: 'CF-1',
  name: '未明码标价的处罚',
  powerKind: '行政处罚',
  basis: '《价格法》第四十二条',
  from: '2025-01-01',
  through: '2026-03-10',
};

async function load(): Promise<readonly (string | null)[]> {
  const of = (organ: string, n: number, day: string, code: string) =>
    reportedDecision(organ, n, { 行政处罚决定书文号: `演罚〔2026〕${n}号`, 处罚决定日期: day, 处罚有效期: '2099-12-31', 事项编码: code });
  const records = [
    of(city.区市场监管局.name, 1, '2026-03-10', ' cf-1'),
    of(city.区市场监管局.name, 2, '2026-03-11', 'CF-1'),
    of(city.市市场监管局.name, 3, '2026-03-10', 'CF-1'),
    of(city.区市场监管局.name, 4, '2026-03-10', 'CF-9'),
  ];
  const request = {
    session: city.市司法局.machine.session,
    key: 'power-lists-1',
    rows: records,
    fileKind: 'publicity',
    exportedOn: null,
  } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map((row) => row.matterId);
}

const doubted = async (): Promise<readonly (string | null)[]> =>
  (
    await rows<{ id: string }>(database.pool, `select matter_id as id from finding where rule_id = 'S02' and stands and missing is null`)
  ).map((r) => r.id);

describe('S02：处罚事项在决定当日有效的权责清单内（处罚法第十七条，细则第八条第三项）', () => {
  it('最后有效日的决定不预警，次日的和清单外的预警，没有录入清单的单位不预警', async () => {
    expect(ids.every((id) => id !== null)).toBe(true);
    expect([...(await doubted())].sort()).toEqual([ids[1], ids[3]].sort());
  });

  it('没有录入清单的，答无法判断并说明缺权责清单', async () => {
    const missing = await rows<{ id: string; missing: string }>(
      database.pool,
      `select j.matter_id as id, m ->> 1 as missing from judgement j join judgement_pattern p on p.id = j.pattern,
         jsonb_array_elements(p.missing) m where m ->> 0 = 'S02'`,
    );
    expect(missing).toEqual([{ id: ids[2], missing: '缺权责清单' }]);
  });
});
