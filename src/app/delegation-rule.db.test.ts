import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { settleCauses } from '../enforcement/penalty-records/actions-causes.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let id: string | null = null;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  const kinds = kindsOf([anyKind(PENALTY_RECORD)]);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kinds, { afterAct: afterActs(identity.keys) });
  // The unit of one of the two officers is a delegate of the other's since before anything is decided.
  await database.pool.query(
    `update organisation_record set kind = 'delegate', answers_through_id = $2 where organisation_id = $1 and upper_inf(known)`,
    [city.区市场监管局.id, city.市市场监管局.id],
  );
});
afterAll(() => database?.close());

const numberOf = async (officerId: string): Promise<string> =>
  (await rows<{ number: string }>(database.pool, 'select number from certificate_record where officer_id = $1', [officerId]))[0]?.number ??
  '';

async function load(): Promise<void> {
  const [own, lent] = [city.市市场监管局.handlerA, city.区市场监管局.handlerA];
  const officers = `${own.name}（${await numberOf(own.officerId)}）、${lent.name}（${await numberOf(lent.officerId)}）`;
  const record = reportedDecision(city.市市场监管局.name, 1, {
    ...{ 行政处罚决定书文号: '演罚〔2026〕1号', 处罚决定日期: '2026-03-10', 处罚有效期: '2099-12-31', 立案日期: '2026-03-02' },
    ...{ 执法人员及证号: officers, 事项编码: 'CF-1' },
  });
  const request = { session: city.市司法局.machine.session, key: 'delegations-1', rows: [record], fileKind: 'publicity', exportedOn: null };
  const result = await loadBatch({ platform, sealing: identity.keys }, { ...request, fileKind: 'publicity' });
  if (!result.ok) throw new Error(result.error);
  id = result.answer.rows[0]?.matterId ?? null;
}

const DEED = '00000000-0000-8000-8000-0000000000de';
/** The ledger's row of a deed, as its acts write it. */
async function deed(through: string, items: readonly string[]): Promise<void> {
  await database.pool.query(
    `insert into delegation (city, cohort, matter_id, region_ord, line_ord, label, delegator_id, delegate_id, bureau_id, number, items,
       term_from, term_to, countersigned_on, checks)
     values (1508, 2026, $1, 0, 0, 2, $2, $3, $4, '委1号', $5, '2026-01-01', $6, '2026-01-01', 0)
     on conflict (city, cohort, matter_id) do update set items = excluded.items, term_to = excluded.term_to`,
    [DEED, city.市市场监管局.id, city.区市场监管局.id, city.市司法局.id, items, through],
  );
  await settleCauses({ platform, sealing: identity.keys }, city.world.city, 0);
}
const doubts = async (): Promise<readonly string[]> =>
  (
    await rows<{ because: string }>(database.pool, `select because from finding where matter_id = $1 and rule_id = 'S03' and stands`, [id])
  ).map((r) => r.because.split('，').at(-1) ?? '');

describe('S03：受委托组织在委托期限和事项之内办案（处罚法第二十条、第二十一条，细则第八条第十一项）', () => {
  it('没有委托书的预警', async () => {
    await load();
    expect(await doubts()).toEqual(['没有处罚机关给予的委托书']);
  });
  it('登记委托书以后再判断：立案前一日届满的仍预警，立案当日届满的消除', async () => {
    await deed('2026-03-01', ['CF-1']);
    expect(await doubts()).toEqual(['在立案日期（2026-03-02）没有有效的委托书']);
    await deed('2026-03-02', ['CF-1']);
    expect(await doubts()).toEqual([]);
  });
  it('委托书所列事项改变以后再判断：事项不在其内的又预警', async () => {
    await deed('2026-12-31', ['CF-2']);
    expect(await doubts()).toEqual(['事项“CF1”不在委托书所列事项之内']);
  });
});
