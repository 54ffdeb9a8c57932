import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import type { Identity } from '#platform/identity/identity';
import { seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { lookUp } from '../enforcement/penalty-records/actions.ts';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { updateRecord } from '../enforcement/penalty-records/actions-records.ts';
import { AT_ONCE, watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import { type PenaltyRecord, readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let now = 0;
const on = (day: string): void => {
  now = shanghaiMidnight(localDate(day)) + 60_000;
};

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(PENALTY_RECORD)]), { afterAct: afterActs(identity.keys) });
});
afterAll(async () => database?.close());

let serial = 0;
const MAJOR = { '罚款金额(万元)': '6', 处罚内容: '罚款人民币60000元', 程序: '普通程序' };
const decision = (decidedOn: string, more: PenaltyRecord): PenaltyRecord => {
  serial += 1;
  return reportedDecision(city.区市场监管局.name, serial, { ...MAJOR, 处罚决定日期: decidedOn, 公示截止期: '2027-02-02', ...more });
};

async function load(records: readonly PenaltyRecord[]): Promise<readonly string[]> {
  const request = { session: city.市司法局.machine.session, key: `timed-rules-${serial}`, rows: records, fileKind: 'publicity' } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, { ...request, exportedOn: null });
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map(({ matterId, problems }) => {
    if (matterId === null) throw new Error(JSON.stringify(problems));
    return matterId;
  });
}

const TIMED = ['B01', 'E01', 'P01'];
async function doubts(matterId: string | undefined): Promise<readonly string[]> {
  const found = await rows<{ rule: string }>(
    database.pool,
    'select rule_id as rule from finding where matter_id = $1 and stands and rule_id = any($2) order by 1',
    [matterId, TIMED],
  );
  return found.map((f) => f.rule);
}
const watch = () => watchRecords({ platform, sealing: identity.keys }, () => false, AT_ONCE);
const count = async (table: 'finding_event' | 'penalty_wake'): Promise<number | undefined> =>
  (await rows<{ n: number }>(database.pool, `select count(*)::int as n from ${table}`))[0]?.n;

describe('入库时期限未满的决定，期满次日由系统再判断（处罚法第六十一条、第八十五条，重大行政处罚备案办法第三条）', () => {
  beforeEach(async () => {
    await database.pool.query('delete from penalty_wake');
  });

  it('送达、公示日期空着的，最后一日没有预警，次日有；再看一次什么也不记', async () => {
    on('2026-03-16');
    const [id] = await load([decision('2026-03-13', { 送达日期: '', 公示日期: '', 备案日期: '2026-03-14' })]);
    expect(await doubts(id)).toEqual([]);
    on('2026-03-24');
    await watch();
    expect(await doubts(id)).toEqual([]);
    on('2026-03-25');
    await watch();
    expect(await doubts(id)).toEqual(['E01', 'P01']);
    const [event] = await rows<{ source: string; due: string }>(
      database.pool,
      `select e.body #>> '{by,source}' as source, e.body #>> '{seen,facts,期限届满日}' as due
       from finding_event e join finding f on f.id = e.finding_id where f.matter_id = $1 and f.rule_id = 'E01'`,
      [id],
    );
    expect(event).toEqual({ source: '期限届满', due: '2026-03-24' });
    const events = await count('finding_event');
    await watch();
    on('2026-04-25');
    await watch();
    expect(await count('finding_event')).toBe(events);
    expect(await count('penalty_wake')).toBe(0);
  });

  it('其间有清明假期的顺着工作日后延', async () => {
    on('2026-04-01');
    const [id] = await load([decision('2026-03-31', { 送达日期: '', 公示日期: '2026-04-01', 备案日期: '2026-04-01' })]);
    on('2026-04-10');
    await watch();
    expect(await doubts(id)).toEqual([]);
    on('2026-04-11');
    await watch();
    expect(await doubts(id)).toEqual(['E01']);
  });

  it('已有的预警不因另一项期满而重记；备案的最后一日没有、次日有', async () => {
    // 十五日的末日3月21日为星期六，顺延至3月23日
    on('2026-03-09');
    const [id] = await load([decision('2026-03-06', { 送达日期: '', 公示日期: '2026-03-07', 备案日期: '' })]);
    on('2026-03-18');
    await watch();
    expect(await doubts(id)).toEqual(['E01']);
    on('2026-03-23');
    await watch();
    expect(await doubts(id)).toEqual(['E01']);
    on('2026-03-24');
    await watch();
    expect(await doubts(id)).toEqual(['B01', 'E01']);
    const served = await rows(
      database.pool,
      `select 1 from finding_event e join finding f on f.id = e.finding_id where f.matter_id = $1 and f.rule_id = 'E01'`,
      [id],
    );
    expect(served).toHaveLength(1);
  });

  it('停机多日后补判，多于一批的全部判到', async () => {
    on('2026-03-16');
    const many = Array.from({ length: 620 }, () =>
      decision('2026-03-13', { 送达日期: '', 公示日期: '2026-03-14', 备案日期: '2026-03-14' }),
    );
    const ids = await load(many);
    on('2026-06-01');
    await watch();
    const found = await rows(
      database.pool,
      `select distinct matter_id from finding where rule_id = 'E01' and stands and matter_id = any($1::uuid[])`,
      [ids],
    );
    expect(found).toHaveLength(620);
    expect(await count('penalty_wake')).toBe(0);
  });

  it('期满以前已补填送达日期的、已并入另一记录的，到日不生预警；没有这一栏的不等', async () => {
    on('2026-03-16');
    const told = { 公示日期: '2026-03-14', 备案日期: '2026-03-14' };
    const filled = decision('2026-03-13', { ...told, 送达日期: '' });
    const [first, merged, kept, silent] = await load([
      filled,
      decision('2026-03-13', { ...told, 送达日期: '' }),
      decision('2026-03-13', { ...told, 送达日期: '2026-03-14' }),
      decision('2026-03-13', told),
    ]);
    const by = city.市司法局.supervisorA.session;
    const deps = { platform, sealing: identity.keys };
    const again = readPenaltyRecords([{ ...filled, 送达日期: '2026-03-16' }], {
      today: localDate('2026-03-16'),
      fileKind: 'publicity',
      organ: null,
    });
    const outcome = again.outcomes[0];
    if (outcome?.is !== 'decision') throw new Error('not a decision');
    const asked = { session: by, batchId: '', sourceOf: () => '' };
    const [incoming] = (await lookUp(deps, asked, [{ line: 1, row: outcome.row }])).prepared;
    if (incoming === undefined || !('organ' in incoming) || first === undefined) throw new Error('no organ');
    const updated = await updateRecord(deps, by, { matterId: first, incoming }, '补填送达日期', 'timed-rules-update');
    expect(updated.ok, JSON.stringify(updated)).toBe(true);
    const input = { into: kept ?? '', reason: '两次录入的是同一份决定' };
    const answer = await perform(platform, { by, kind: 'penalty-record', act: 'merge', matterId: merged ?? '', input });
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
    on('2026-03-25');
    await watch();
    expect([await doubts(first), await doubts(merged), await doubts(silent)]).toEqual([[], [], []]);
    expect(await count('penalty_wake')).toBe(0);
    const timed = await rows(database.pool, `select 1 from finding where matter_id = any($1::uuid[]) and rule_id = any($2)`, [
      [first, merged, kept, silent],
      TIMED,
    ]);
    expect(timed).toEqual([]);
  });

  it('登记变更、撤销后第三个工作日仍无预警，次日有；撤回而后报的内容不改这一登记（处罚法第四十八条）', async () => {
    on('2026-03-16');
    const [undone, withdrawn] = await load([
      decision('2026-03-13', { 送达日期: '2026-03-13', 公示日期: '2026-03-14', 备案日期: '2026-03-14' }),
      decision('2026-03-13', { 送达日期: '2026-03-13', 公示日期: '2026-03-14', 备案日期: '2026-03-14' }),
    ]);
    if (undone === undefined || withdrawn === undefined) throw new Error('not loaded');
    const by = city.区市场监管局.handlerA.session;
    const note = (matterId: string, act: string, input: object) => perform(platform, { by, kind: 'penalty-record', act, matterId, input });
    const NOTE = { way: 'revoked', effectOn: '2026-03-20', authority: '市人民政府', paper: null, offlineOn: null, reasonGiven: false };
    expect(await note(withdrawn, 'note-withdrawn', { offlineOn: '2026-03-16', reasonGiven: true })).toMatchObject({
      refusal: { refused: 'not-undone', cite: { article: 48 } },
    });
    expect(await note(undone, 'note-undone', { ...NOTE, effectOn: '2026-03-12' })).toMatchObject({
      refusal: { refused: 'before-decision' },
    });
    expect(await note(undone, 'note-undone', NOTE)).toMatchObject({ refusal: { refused: 'future-effect' } });
    on('2026-03-20');
    expect(await note(undone, 'note-undone', NOTE)).toMatchObject({ ok: true });
    expect(await note(withdrawn, 'note-undone', NOTE)).toMatchObject({ ok: true });
    on('2026-03-25');
    const late = { offlineOn: '2026-03-26', reasonGiven: true };
    expect(await note(withdrawn, 'note-withdrawn', late)).toMatchObject({ refusal: { refused: 'future-withdrawal' } });
    expect(await note(withdrawn, 'note-withdrawn', { ...late, offlineOn: '2026-03-25' })).toMatchObject({ ok: true });
    const ruled = (id: string) =>
      rows(database.pool, `select because from finding where matter_id = $1 and rule_id = 'P04' and stands`, [id]);
    await watch();
    expect(await ruled(undone)).toEqual([]);
    on('2026-03-26');
    await watch();
    expect(await ruled(undone)).toEqual([{ because: '决定2026-03-20被变更、撤销或者确认违法、无效，届满仍未撤下' }]);
    expect(await ruled(withdrawn)).toEqual([]);
    expect(await note(undone, 'note-withdrawn', late)).toMatchObject({ ok: true });
    expect(await ruled(undone)).toEqual([{ because: '决定2026-03-20被变更、撤销或者确认违法、无效，至2026-03-26才撤下' }]);
  });

  it('每一步都可由预警记录重新推演', async () => {
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
  });
});
