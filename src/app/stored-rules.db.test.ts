import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { addDays, isRefusal, localDate, type Profile } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import { findingView } from '#platform/findings/view';
import type { Identity } from '#platform/identity/identity';
import { loadLawContext } from '#platform/law-context';
import { type Session, sessionPreamble } from '#platform/session';
import { scratch } from '#platform/spreadsheet/files.fixtures';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { AT_ONCE, watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import type { PenaltyRecord } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';
import { checkFile } from './faheng-check-judge.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let profile: Profile;
let session: Session;
let now = ANCHOR_MORNING;
const files = scratch();

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  const law = await loadLawContext(database.pool);
  platform = {
    pool: database.pool,
    kinds: kindsOf([anyKind(PENALTY_RECORD)]),
    now: () => now,
    law: () => law,
    reactsTo: new Set(),
    afterAct: afterActs(identity.keys),
  };
  session = city.市司法局.machine.session;
  const current = law.currentProfile(session.city);
  if (current === null) throw new Error('the test city has no profile');
  profile = current;
});
afterAll(async () => {
  files.remove();
  await database?.close();
});

/** The same random numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const CONDUCTS = ['未按规定明码标价', '未建立进货查验记录', '超限运输'];
const NARRATIVES = [
  '当事人经营场所内十五种商品没有标明价格。',
  '当事人于二〇二六年一月在临河区某市场内销售的十五种商品均未按照规定标明价格和计价单位',
];

/** Decisions that collide: few parties, organs, conducts, officers and days. */
function collidingDecisions(n: number, seed: number): readonly PenaltyRecord[] {
  const roll = dice(seed);
  const organs = [city.区市场监管局.name, city.市市场监管局.name, city.旗市场监管局.name];
  return Array.from({ length: n }, (_, i) => {
    const party = roll(25);
    const day = i % 40 === 0 ? localDate('2025-03-03') : addDays(localDate('2024-02-01'), roll(760));
    const organ = i % 40 === 0 ? organs[0] : organs[roll(organs.length)];
    return reportedDecision(organ ?? '', 1 + party, {
      行政处罚决定书文号: `演罚〔${day.slice(0, 4)}〕${i + 1}号`,
      违法行为类型: CONDUCTS[roll(CONDUCTS.length)] ?? '',
      违法事实: roll(3) === 0 ? `${NARRATIVES[0]}${i}` : (NARRATIVES[roll(2)] ?? ''),
      '罚款金额(万元)': roll(8) === 0 ? '' : String([0.1, 0.2, 0.3, 0.9, 2][roll(5)]),
      处罚决定日期: day,
      处罚有效期: '2099-12-31',
      公示截止期: addDays(day, 365),
      承办人: i % 40 === 0 ? '执某0' : `执某${roll(3)}`,
      ...(roll(12) === 0 ? { '行政相对人代码_1(统一社会信用代码)': '9115****MA00****1B' } : {}),
      ...(roll(20) === 0 ? { 处罚依据: '' } : {}),
    });
  });
}

let calls = 0;
async function load(records: readonly PenaltyRecord[]): Promise<readonly (string | null)[]> {
  calls += 1;
  const request = { session, key: `stored-${calls}-rules`, rows: records, fileKind: 'publicity', exportedOn: null } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  if (!result.ok) throw new Error(result.error);
  const refused = result.answer.rows.filter((r) => r.status !== 'loaded');
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  return result.answer.rows.map((r) => r.matterId);
}
const watch = () => watchRecords({ platform, sealing: identity.keys }, () => false, AT_ONCE);

const TOGETHER = ['D05', 'Q05', 'A01', 'A03'];
type Answer = { rule: string; subject: string; because: string };

async function storedDoubts(): Promise<readonly Answer[]> {
  return rows<Answer>(
    database.pool,
    `select f.rule_id as rule, coalesce(p.number, f.subject) as subject, f.because from finding f
     left join penalty_record p on p.matter_id = f.matter_id where f.stands and f.rule_id = any($1) and f.missing is null`,
    [TOGETHER],
  );
}

async function storedMissing(): Promise<readonly { rule: string; missing: string; rows: number }[]> {
  return rows(
    database.pool,
    `select m ->> 0 as rule, m ->> 1 as missing, count(*)::int as rows from judgement j join judgement_pattern p on p.id = j.pattern,
       jsonb_array_elements(p.missing) m where m ->> 0 in ('D05', 'Q05') group by 1, 2 order by 1, 2`,
  );
}

/** What `faheng check` says of the same rows in a file. */
async function checked(records: readonly PenaltyRecord[]) {
  const titles = [...new Set(records.flatMap((r) => Object.keys(r)))];
  const line = (cells: readonly unknown[]) => cells.map((c) => `"${String(c ?? '').replaceAll('"', '""')}"`).join(',');
  const text = [line(titles), ...records.map((r) => line(titles.map((t) => r[t])))].join('\n');
  const options = { today: ANCHOR, profile, fileKind: 'publicity', exportedOn: null, sheet: null, organ: null } as const;
  const result = await checkFile(files.put(`rows-${calls}.csv`, text), options);
  if (isRefusal(result)) throw new Error(result.reason);
  expect(result.report.rejected).toEqual([]);
  return result.report;
}

async function expectSameAsCheck(records: readonly PenaltyRecord[]): Promise<void> {
  const report = await checked(records);
  const said = report.findings.filter((f) => TOGETHER.includes(f.rule)).map(({ rule, subject, because }) => ({ rule, subject, because }));
  const inOrder = (list: readonly Answer[]) => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  expect(inOrder(await storedDoubts())).toEqual(inOrder(said));
  const missing = report.notJudged.filter((m) => ['D05', 'Q05'].includes(m.rule));
  expect(await storedMissing()).toEqual([...missing].sort((a, b) => (a.rule < b.rule ? -1 : 1)));
}

describe('多条处罚决定之间的规则：D05、Q05、A01、A03（处罚法第五条、第二十九条）', () => {
  const records: PenaltyRecord[] = [];
  let ids: (string | null)[] = [];
  let merged = '';

  it('分批入库后的判断与faheng check对同样各行的判断完全一致', async () => {
    records.push(...collidingDecisions(400, 7));
    // 倒序分批，决定的先后与入库的先后无关
    for (const part of [records.slice(250), records.slice(100, 250), records.slice(0, 100)]) {
      ids = [...(await load(part)), ...ids];
      if (part.length === 150) await watch();
    }
    await watch();
    await expectSameAsCheck(records);
    const counts = await rows<{ rule: string; n: number }>(
      database.pool,
      `select rule_id as rule, count(*)::int as n from finding where stands and rule_id = any($1) group by 1 order by 1`,
      [TOGETHER],
    );
    expect(counts.map((c) => c.rule)).toEqual(['A01', 'A03', 'D05', 'Q05']);
  });

  it('没有变动时再判断一次，什么也不记', async () => {
    const events = async () => (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from finding_event'))[0]?.n;
    const before = await events();
    await database.pool.query(`insert into penalty_due (city, reach, mark, from_on, until_on)
      select distinct city, 'party', party_mark, date '2020-01-01', date '2026-03-01' from penalty_record where party_mark is not null
      union select distinct city, 'likeness', likeness, date '2020-01-01', date '2026-03-01' from penalty_record where likeness is not null`);
    expect(await watch()).toBeGreaterThan(20);
    expect(await events()).toBe(before);
  });

  it('较早的决定后到，同组其后的决定都重新判断', async () => {
    const late = collidingDecisions(40, 99).map((r, i) => ({ ...r, 行政处罚决定书文号: `补录罚〔2025〕${i + 1}号` }));
    ids.push(...(await load(late)));
    records.push(...late);
    await watch();
    await expectSameAsCheck(records);
  });

  it('并入另一记录的不再计数，原有预警随事实变化消除并保留前后事实', async () => {
    const doubted = await rows<{ id: string; matter_id: string; others: string[] }>(
      database.pool,
      `select id, matter_id, others from finding where rule_id = 'D05' and status = 'open' and jsonb_array_length(others) = 1 order by id`,
    );
    const [first] = doubted;
    if (first === undefined) throw new Error('no double fine among the decisions');
    merged = first.others[0] ?? '';
    const answer = await perform(platform, {
      by: city.市司法局.supervisorA.session,
      kind: 'penalty-record',
      act: 'merge',
      matterId: merged,
      input: { into: first.matter_id, reason: '两次录入的是同一份决定' },
    });
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
    now += 60_000;
    await watch();
    const at = ids.indexOf(merged);
    await expectSameAsCheck([...records.slice(0, at), ...records.slice(at + 1)]);
    const [cleared] = await rows<{ status: string; stands: boolean }>(database.pool, 'select status, stands from finding where id = $1', [
      first.id,
    ]);
    expect(cleared).toEqual({ status: 'cleared-unconfirmed', stands: false });
    const [event] = await rows<{ body: { formerly: { others: string[] }; by: { source: string } } }>(
      database.pool,
      `select body from finding_event where finding_id = $1 and type = 'cleared'`,
      [first.id],
    );
    expect(event?.body).toMatchObject({ formerly: { others: [merged] }, by: { source: '同一当事人的处罚有新增或者变更' } });
  });

  it('只看得到自己范围内的同组办件，其余为另一机关的办件', async () => {
    const found = await rows<{ id: string; other: string }>(
      database.pool,
      `select f.id, o.matter_id as other from finding f join penalty_record p on p.matter_id = f.matter_id
       join penalty_record o on o.matter_id = (f.others ->> 0)::uuid
       where f.rule_id = 'D05' and f.status = 'open' and p.organ_id = $1 and o.organ_id = $2 and jsonb_array_length(f.others) = 1 limit 1`,
      [city.区市场监管局.id, city.旗市场监管局.id],
    );
    const [one] = found;
    if (one === undefined) throw new Error('no fine of two departments among the decisions');
    const seenBy = (reader: Session) =>
      inTransaction(database.pool, sessionPreamble(reader, now), (client) => findingView(client, reader, one.id));
    const department = await seenBy(city.区市场监管局.head.session);
    expect(department?.others).toEqual({ seen: [], elsewhere: 1 });
    expect(JSON.stringify(department)).not.toContain(one.other);
    expect(JSON.stringify(department)).not.toContain(city.旗市场监管局.name);
    const bureau = await seenBy(city.市司法局.supervisorA.session);
    expect(bureau?.others).toMatchObject({ seen: [{ id: one.other }], elsewhere: 0 });
    expect(await seenBy(city.旗市场监管局.head.session)).toBeNull();
  });

  it('密封的决定不参加比较和计数', async () => {
    const sealed = ids.slice(0, 200);
    for (const table of ['matter', 'penalty_record', 'finding']) {
      await database.pool.query(`update ${table} set label = 4 where ${table === 'matter' ? 'id' : 'matter_id'} = any($1::uuid[])`, [
        sealed,
      ]);
    }
    await watch();
    const [found] = await rows<{ n: number }>(
      database.pool,
      `select count(*)::int as n from finding f where f.stands and f.label < 4
       and exists (select 1 from jsonb_array_elements_text(f.others) o where o::uuid = any($1::uuid[]))`,
      [sealed],
    );
    expect(found?.n).toBe(0);
    const [counted] = await rows<{ n: number }>(database.pool, 'select sum(cases)::int as n from penalty_day');
    expect(counted?.n).toBe(ids.length - 200 - (sealed.includes(merged) ? 0 : 1));
  });

  it('每一步都可由预警记录重新推演', async () => {
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
    expect(await rows(database.pool, 'select 1 from penalty_due')).toEqual([]);
  });
});
