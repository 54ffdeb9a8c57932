import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Doubt } from '#law';
import type { Judgement } from '#law/rules/index';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { aRule, insertMatters } from '#testing/judged-matters';
import { type FindingsWritten, writeFindings } from './judge-write.ts';
import { verifyFindings } from './verify-findings.ts';

let database: TestDatabase;
let city: TestCity;
let now = ANCHOR_MORNING;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  ({ city } = await seedTestCity(database.pool));
});
afterAll(() => database.close());
beforeEach(() => {
  now += 60_000;
});

const RULES = [aRule('F06'), aRule('D12', { severity: 'red' }), aRule('S09'), aRule('D05', { reach: 'peers' })];
const doubt = (days: string, fact = ''): Doubt => ({ because: `用时${days}日`, facts: { 用时: days }, clears: '延期批准', fact });

/** 每条规则的回答：预警、合法、缺某项数据，或者只有“部分”缺某项数据；未列出的规则没有问到。 */
function judgement(answers: Readonly<Record<string, Doubt | readonly Doubt[] | null | string>>, rules = RULES): Judgement {
  const doubts = [];
  const notJudged = [];
  const clean = [];
  for (const [id, answer] of Object.entries(answers)) {
    const asked = rules.find((r) => r.id === id) ?? aRule(id);
    if (answer === null) clean.push(id);
    else if (typeof answer === 'string')
      notJudged.push(
        answer.startsWith(PART)
          ? { rule: id, missing: answer.slice(PART.length), restLawful: true as const }
          : { rule: id, missing: answer },
      );
    else for (const one of [answer].flat()) doubts.push({ rule: asked, doubt: one });
  }
  return { doubts, notJudged, clean };
}
const PART = '部分';
type Answers = Parameters<typeof judgement>[0];

function judge(ids: readonly string[], answers: Answers, rules = RULES): Promise<FindingsWritten> {
  return inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    writeFindings(client, {
      rules,
      nowMs: now,
      matters: ids.map((matterId) => ({
        matterId,
        organisationId: city.区市场监管局.id,
        judgement: judgement(answers, rules),
        by: { actId: null, source: '导入' },
      })),
    }),
  );
}
const NOTHING = { opened: 0, reopened: 0, changed: 0, rejudged: 0, cleared: 0 };

type Row = { rule_id: string; fact: string; status: string; because: string; missing: string | null; stands: boolean; seq: number };
const findings = (id: string): Promise<Row[]> =>
  rows<Row>(
    database.pool,
    'select rule_id, fact, status, because, missing, stands, seq from finding where matter_id = $1 order by rule_id, fact',
    [id],
  );
const eventTypes = async (id: string): Promise<string[]> =>
  (
    await rows<{ type: string }>(
      database.pool,
      'select e.type from finding_event e join finding f on f.id = e.finding_id where f.matter_id = $1 order by f.rule_id, f.fact, e.seq',
      [id],
    )
  ).map((e) => e.type);
const aMatter = async (): Promise<string> => (await insertMatters(database.pool, city.区市场监管局, { now }))[0] ?? '';
const put = (id: string, status: string): Promise<unknown> =>
  database.pool.query('update finding set status = $2 where matter_id = $1', [id, status]);

describe('预警随事实发现、变化、消除、再现', () => {
  it('发现一次；同样的回答什么也不改变', async () => {
    const id = await aMatter();
    const answers = { F06: doubt('95'), D12: null, S09: '缺执法人员及证号' };
    expect(await judge([id], answers)).toEqual({ ...NOTHING, opened: 1 });
    const before = queries.length;
    expect(await judge([id], answers)).toEqual(NOTHING);
    expect(queries.slice(before).some((q) => q.includes('insert'))).toBe(false);
    expect(await findings(id)).toMatchObject([{ rule_id: 'F06', status: 'open', seq: 1 }]);
  });

  it('事实变化留新旧两份，事实改正后消除，再现时重新打开', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95') });
    expect(await judge([id], { F06: doubt('120') })).toEqual({ ...NOTHING, changed: 1 });
    expect(await judge([id], { F06: null })).toEqual({ ...NOTHING, cleared: 1 });
    expect(await judge([id], { F06: null })).toEqual(NOTHING);
    expect(await findings(id)).toMatchObject([{ status: 'cleared', because: '用时120日', stands: false }]);
    expect(await judge([id], { F06: doubt('120') })).toEqual({ ...NOTHING, reopened: 1 });
    expect(await eventTypes(id)).toEqual(['opened', 'changed', 'cleared', 'reopened']);
    const [changed] = await rows<{ body: { formerly: unknown; seen: unknown } }>(
      database.pool,
      `select e.body from finding_event e join finding f on f.id = e.finding_id where f.matter_id = $1 and e.type = 'changed'`,
      [id],
    );
    expect(changed?.body).toMatchObject({ formerly: { facts: { 用时: '95' } }, seen: { facts: { 用时: '120' } }, by: { source: '导入' } });
  });

  it('红色预警消除后等监督人员确认', async () => {
    const id = await aMatter();
    await judge([id], { D12: doubt('1') });
    await judge([id], { D12: null });
    expect(await findings(id)).toMatchObject([{ status: 'cleared-unconfirmed' }]);
  });

  it('已并入监督事项和已认定的不因事实变化自行了结，只记下变化', async () => {
    for (const status of ['taken-up', 'established']) {
      const id = await aMatter();
      await judge([id], { D12: doubt('1') });
      await put(id, status);
      expect(await judge([id], { D12: null })).toEqual({ ...NOTHING, changed: 1 });
      expect(await judge([id], { D12: null })).toEqual(NOTHING);
      expect(await findings(id)).toMatchObject([{ status, stands: false, because: '用时1日' }]);
    }
  });

  it('后来无法判断的，不算合法也不消除，只注明缺什么', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95') });
    expect(await judge([id], { F06: '缺立案日期' })).toEqual({ ...NOTHING, changed: 1 });
    expect(await judge([id], { F06: '缺立案日期' })).toEqual(NOTHING);
    expect(await findings(id)).toMatchObject([{ status: 'open', missing: '缺立案日期' }]);
    await judge([id], { F06: doubt('95') });
    expect(await findings(id)).toMatchObject([{ status: 'open', missing: null, stands: true }]);
  });

  it('只有一部分缺数据、其余合法的，原来的疑点消除，缺什么照记', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95') });
    expect(await judge([id], { F06: '部分缺立案日期' })).toEqual({ ...NOTHING, cleared: 1 });
    expect(await findings(id)).toMatchObject([{ status: 'cleared', missing: null, stands: false }]);
    const [pattern] = await rows<{ missing: unknown }>(
      database.pool,
      'select p.missing from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1',
      [id],
    );
    expect(pattern?.missing).toEqual([['F06', '缺立案日期']]);
  });

  it('没有问到的规则不受影响', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95'), D05: doubt('2') });
    expect(await judge([id], { F06: null })).toEqual({ ...NOTHING, cleared: 1 });
    expect(await findings(id)).toMatchObject([
      { rule_id: 'D05', status: 'open' },
      { rule_id: 'F06', status: 'cleared' },
    ]);
  });

  it('同一规则对同一事项按事实分开；规则给出重名的也不丢失', async () => {
    const id = await aMatter();
    const doubts = [doubt('1', '甲'), doubt('2', '乙'), doubt('3', '乙')];
    expect(await judge([id], { S09: doubts })).toEqual({ ...NOTHING, opened: 3 });
    expect(await judge([id], { S09: doubts })).toEqual(NOTHING);
    expect((await findings(id)).map((f) => f.fact)).toEqual(['乙', '乙#2', '甲']);
    expect(await judge([id], { S09: doubts.slice(0, 1) })).toEqual({ ...NOTHING, cleared: 2 });
  });

  it('已排除的：事实照旧不再打扰，本事项事实变了重新打开；比较他案的规则不因他案增减重新打开', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95'), D05: doubt('2') });
    await put(id, 'excluded');
    expect(await judge([id], { F06: doubt('95'), D05: doubt('2') })).toEqual(NOTHING);
    expect(await judge([id], { F06: doubt('120'), D05: doubt('3') })).toEqual({ ...NOTHING, reopened: 1, changed: 1 });
    expect(await findings(id)).toMatchObject([
      { rule_id: 'D05', status: 'excluded', because: '用时3日' },
      { rule_id: 'F06', status: 'open' },
    ]);
    await put(id, 'excluded');
    await judge([id], { D05: null });
    expect(await judge([id], { D05: doubt('3') })).toEqual({ ...NOTHING, reopened: 1 });
  });

  it('规则新版本重新判断，从不删除', async () => {
    const id = await aMatter();
    const v2 = RULES.map((r) => ({ ...r, version: 2, asks: '新要求' }));
    await judge([id], { F06: doubt('95'), D05: doubt('2') });
    expect(await judge([id], { F06: doubt('95'), D05: null }, v2)).toEqual({ ...NOTHING, rejudged: 2 });
    expect(await judge([id], { F06: doubt('95'), D05: null }, v2)).toEqual(NOTHING);
    const [f06] = await rows(database.pool, `select rule_version, asks, status from finding where matter_id = $1 and rule_id = 'F06'`, [
      id,
    ]);
    expect(f06).toEqual({ rule_version: 2, asks: '新要求', status: 'open' });
    expect(await findings(id)).toMatchObject([{ rule_id: 'D05', status: 'cleared' }, { rule_id: 'F06' }]);
  });
});

describe('无法判断的点名计数', () => {
  const patterns = (id: string) =>
    rows<{ asked: unknown; missing: unknown }>(
      database.pool,
      'select p.asked, p.missing from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1',
      [id],
    );

  it('同样缺项的事项共用一条记录；后一轮只换掉问到的规则', async () => {
    const ids = await insertMatters(database.pool, city.区市场监管局, { now, count: 50 });
    await judge(ids, { F06: '缺立案日期', S09: '缺执法人员及证号', D12: null });
    const [n] = await rows<{ n: number }>(
      database.pool,
      'select count(distinct pattern)::int as n from judgement where matter_id = any($1::uuid[])',
      [ids],
    );
    expect(n?.n).toBe(1);
    const [first = ''] = ids;
    await judge([first], { S09: null });
    expect(await patterns(first)).toEqual([
      {
        asked: [
          ['D12', 1],
          ['F06', 1],
          ['S09', 1],
        ],
        missing: [['F06', '缺立案日期']],
      },
    ]);
  });
});

describe('成批写入', () => {
  it('一万项回答用三次往返写完，重来一遍只读不写', async () => {
    const ids = await insertMatters(database.pool, city.区市场监管局, { now, count: 10_000 });
    const answers = { F06: doubt('95'), D12: null, S09: '缺执法人员及证号' };
    const trips = async (): Promise<number> => {
      const before = queries.length;
      await judge(ids, answers);
      return queries.length - before - 2;
    };
    expect(await trips()).toBe(3);
    expect(await trips()).toBe(2);
    const [n] = await rows<{ n: number }>(database.pool, 'select count(*)::int as n from finding where matter_id = any($1::uuid[])', [ids]);
    expect(n?.n).toBe(10_000);
  });

  it('看不见的事项不能写入预警', async () => {
    const id = await aMatter();
    const outsider = city.旗市场监管局.handlerA.session;
    const write = inTransaction(database.pool, sessionPreamble(outsider, now), (client) =>
      writeFindings(client, {
        rules: RULES,
        nowMs: now,
        matters: [
          {
            matterId: id,
            organisationId: city.区市场监管局.id,
            judgement: judgement({ F06: doubt('1') }),
            by: { actId: null, source: '' },
          },
        ],
      }),
    );
    await expect(write).rejects.toThrow(/not in sight/);
    expect(await findings(id)).toEqual([]);
  });
});

describe('预警的每一步可以核对', () => {
  const faultsOf = async (id: string): Promise<string[]> => {
    const [found] = await rows<{ id: string }>(database.pool, 'select id from finding where matter_id = $1', [id]);
    const verdict = await verifyFindings({ pool: database.pool });
    return verdict.faults.filter((f) => f.findingId === found?.id).map((f) => f.what);
  };
  const tampered = async (change: string): Promise<string[]> => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95') });
    await judge([id], { F06: doubt('120') });
    expect(await faultsOf(id)).toEqual([]);
    await database.pool.query('alter table finding_event disable trigger finding_event_stays');
    await database.pool.query(change.replaceAll('$1', `(select f.id from finding f where f.matter_id = '${id}')`));
    await database.pool.query('alter table finding_event enable trigger finding_event_stays');
    return faultsOf(id);
  };

  it('改内容、改时间、删末尾、改结果，都能查出', async () => {
    expect(
      await tampered(`update finding_event set body = jsonb_set(body, '{seen,because}', '"改过"') where finding_id = $1 and seq = 1`),
    ).toContain('内容与承诺值不符');
    expect(await tampered(`update finding_event set at = at - interval '1 day' where finding_id = $1 and seq = 1`)).toContain(
      '预警记录与其摘要不符',
    );
    expect(await tampered('delete from finding_event where finding_id = $1 and seq = 2')).toContain('链头与预警记录不符');
    expect(await tampered('delete from finding_event where finding_id = $1 and seq = 1')).toContain('序号不连续：有预警记录缺失或被插入');
    expect(await tampered(`update finding set status = 'excluded' where id = $1`)).toEqual([
      '按预警记录重新推演的结果与存储的不符：status',
    ]);
  });

  it('抹去内容后链仍完整，只是不再能推演', async () => {
    const id = await aMatter();
    await judge([id], { F06: doubt('95') });
    await database.pool.query(
      'update finding_event set salt = null, body = null where finding_id = (select id from finding where matter_id = $1)',
      [id],
    );
    expect(await faultsOf(id)).toEqual([]);
  });

  it('预警记录不可修改、不可删除', async () => {
    await expect(database.pool.query(`update finding_event set type = 'cleared'`)).rejects.toThrow(/never changed/);
    await expect(database.pool.query('delete from finding_event')).rejects.toThrow(/never changed/);
    await expect(database.pool.query('truncate finding_event')).rejects.toThrow(/never changed/);
  });
});
