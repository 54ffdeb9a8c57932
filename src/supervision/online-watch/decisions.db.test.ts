import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate, shanghaiDay, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import { type LawContext, loadLawContext } from '#platform/law-context';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, type Organisation, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { aRule, doubtAbout, insertMatters } from '#testing/judged-matters';
import { ALERT_CHECK, confirmCleared, excludeFindings, followAlertCheck, sendDown } from './index.ts';

let database: TestDatabase;
let city: TestCity;
let law: LawContext;
let now = ANCHOR_MORNING;
let platform: Platform;
let keys = 0;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  law = await loadLawContext(database.pool);
  platform = {
    ...{ pool: database.pool, kinds: kindsOf([anyKind(ALERT_CHECK)]), now: () => now, law: () => law, reactsTo: new Set<string>() },
    afterAct: followAlertCheck,
  };
});
afterAll(() => database.close());

const F06 = aRule('F06');
async function findingsOf(unit: Organisation, count = 1, rules = [F06], label = 2): Promise<readonly string[]> {
  now += 1000;
  const matters = await insertMatters(database.pool, unit, { now, count, label });
  return doubtAbout(database.pool, unit, matters, { now, rules });
}
const statuses = async (ids: readonly string[]): Promise<readonly string[]> =>
  (await rows<{ status: string }>(database.pool, 'select status from finding where id = any($1::uuid[]) order by id', [ids])).map(
    (r) => r.status,
  );
const lastEvent = async (
  id: string,
): Promise<{ type: string; body: Record<string, unknown>; actor: { name: string } | null } | undefined> =>
  (
    await rows<{ type: string; body: Record<string, unknown>; actor: { name: string } | null }>(
      database.pool,
      'select type, body, actor from finding_event where finding_id = $1 order by seq desc limit 1',
      [id],
    )
  )[0];
const key = (): string => {
  keys += 1;
  return `key-${String(keys).padStart(6, '0')}`;
};
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}
const exclude = (by: Session, ids: readonly string[]) =>
  excludeFindings(platform, by, { ids, words: '登记有误', reason: 'data-error' }, '127.0.0.1');
const send = (by: Session, ids: readonly string[]) => sendDown(platform, by, { ids, request: '请说明', idempotencyKey: key() });
const act = (by: Session, name: string, matterId: string, input: unknown = {}) =>
  perform(platform, { by, kind: 'alert-check', act: name, matterId, input, idempotencyKey: key() });

describe('排除预警只由持有效监督证的监督人员办理（细则第十六条）', () => {
  it('当日到期的仍有效，昨日到期的不再有效', async () => {
    const ids = await findingsOf(city.区市场监管局);
    expect(await exclude(city.市司法局.expiredYesterday.session, ids)).toMatchObject({ refused: 'no-certificate', cite: { article: 16 } });
    expect(await statuses(ids)).toEqual(['open']);
    expect(await exclude(city.市司法局.expiresToday.session, ids)).toEqual({ decided: 1 });
    expect(await lastEvent(ids[0] ?? '')).toMatchObject({
      type: 'excluded',
      body: { reason: 'data-error', words: '登记有误' },
      actor: { name: city.市司法局.expiresToday.name },
    });
  });

  it('审核员、领导和被监督单位不能排除', async () => {
    const ids = await findingsOf(city.区市场监管局);
    for (const by of [city.市司法局.checker, city.市司法局.head, city.区市场监管局.head]) {
      expect(await exclude(by.session, ids)).toMatchObject({ refused: 'wrong-role' });
    }
    expect(await statuses(ids)).toEqual(['open']);
  });

  it('成批排除一条理由；有一条不在范围内或者不在待核实，全部不办', async () => {
    const ids = await findingsOf(city.区市场监管局, 3);
    const elsewhere = await findingsOf(city.旗市场监管局);
    expect(await exclude(city.区司法局.supervisorA.session, [...ids, ...elsewhere])).toMatchObject({ refused: 'absent' });
    expect(await exclude(city.区司法局.supervisorA.session, ids.slice(0, 1))).toEqual({ decided: 1 });
    expect(await exclude(city.区司法局.supervisorA.session, ids)).toMatchObject({
      refused: 'wrong-status',
      reason: expect.stringContaining('已排除'),
    });
    expect(await exclude(city.区司法局.supervisorA.session, ids.slice(1))).toEqual({ decided: 2 });
    const [log] = await rows<{ who: string; detail: { findings: string[]; reason: string } }>(
      database.pool,
      `select who, detail from audit_event where action = 'finding.exclude' order by at desc, id desc limit 1`,
    );
    expect(log).toMatchObject({ who: city.区司法局.supervisorA.name, detail: { reason: 'data-error' } });
  });

  it('密封事项的预警不成批办理', async () => {
    const sealed = await findingsOf(city.区市场监管局, 1, [F06], 4);
    const open = await findingsOf(city.区市场监管局);
    expect(await exclude(city.市司法局.supervisorA.session, [...sealed, ...open])).toMatchObject({ refused: 'absent' });
    const [matter] = await rows<{ matter_id: string }>(database.pool, 'select matter_id from finding where id = any($1::uuid[])', [sealed]);
    await database.pool.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values (gen_random_uuid(), $1, $2, '批准', '[2020-01-01,)')`,
      [city.市司法局.supervisorB.accountId, matter?.matter_id],
    );
    expect(await exclude(city.市司法局.supervisorB.session, [...sealed, ...open])).toMatchObject({ refused: 'sealed' });
    expect(await send(city.市司法局.supervisorB.session, sealed)).toMatchObject({ error: 'refused', refusal: { refused: 'sealed' } });
    expect(await exclude(city.市司法局.supervisorB.session, sealed)).toEqual({ decided: 1 });
    const logged = await rows<{ detail: unknown }>(database.pool, `select detail from audit_event where action = 'finding.exclude'`);
    expect(JSON.stringify(logged)).not.toContain(sealed[0]);
  });

  it('红色预警消除后由持证监督人员确认', async () => {
    const ids = await findingsOf(city.区市场监管局);
    const confirm = (by: Session) => confirmCleared(platform, by, { ids, words: '已核实改正' }, null);
    expect(await confirm(city.市司法局.supervisorA.session)).toMatchObject({ refused: 'wrong-status' });
    await database.pool.query(`update finding set status = 'cleared-unconfirmed' where id = any($1::uuid[])`, [ids]);
    expect(await confirm(city.市司法局.expiredYesterday.session)).toMatchObject({ refused: 'no-certificate' });
    expect(await confirm(city.市司法局.supervisorA.session)).toEqual({ decided: 1 });
    expect(await statuses(ids)).toEqual(['cleared']);
  });
});

describe('预警核查：下发、答复、确认（KE-57）', () => {
  it('同一单位多条预警一并下发；答复后逐条确认', async () => {
    const ids = await findingsOf(city.区市场监管局, 3);
    const check = done(await send(city.市司法局.supervisorA.session, ids));
    expect(check.says).toContain('共3条预警');
    expect(await statuses(ids)).toEqual(['sent-down', 'sent-down', 'sent-down']);
    const answer = { answer: 'true', words: '情况属实', each: [{ no: 2, answer: 'corrected', words: '已补办' }], proofs: [] };
    const unit = city.区市场监管局.legalOffice.session;
    expect(await act(unit, 'answer', check.matterId, answer)).toMatchObject({ error: 'refused', refusal: { refused: 'no-proof' } });
    const missing = { answer: 'true', words: '情况属实', each: [{ no: 4, answer: 'true', words: '无' }], proofs: [] };
    expect(await act(unit, 'answer', check.matterId, missing)).toMatchObject({ refusal: { refused: 'no-such-finding' } });
    done(await act(unit, 'answer', check.matterId, { answer: 'true', words: '情况属实', each: null, proofs: null }));
    expect(await lastEvent(ids[0] ?? '')).toMatchObject({ type: 'answered', body: { answer: 'true', words: '情况属实' } });
    const confirm = {
      ...{ outcome: 'stands', words: '疑点成立' },
      each: [{ no: 2, outcome: 'corrected', words: '材料已核' }],
    };
    expect(await act(city.市司法局.expiredYesterday.session, 'confirm', check.matterId, confirm)).toMatchObject({
      refusal: { refused: 'no-certificate' },
    });
    done(await act(city.市司法局.supervisorB.session, 'confirm', check.matterId, confirm));
    const outcome = await Promise.all(ids.map(async (id) => (await statuses([id]))[0]));
    expect(outcome).toEqual(['answered', 'excluded', 'answered']);
  });

  it('不同单位的不能一并下发；下发前事实变了须重新选择', async () => {
    const ids = [...(await findingsOf(city.区市场监管局)), ...(await findingsOf(city.市交通局))];
    expect(await send(city.市司法局.supervisorA.session, ids)).toMatchObject({ refusal: { refused: 'several-units' } });
    const [id = ''] = await findingsOf(city.区市场监管局);
    const forged = await perform(platform, {
      ...{ by: city.市司法局.supervisorA.session, kind: 'alert-check', act: 'send', matterId: null, idempotencyKey: key() },
      input: { unit: city.区市场监管局.id, request: '请说明', label: '2', findings: [{ finding: id, severity: 'orange', what: '别的话' }] },
    });
    expect(forged).toMatchObject({ refusal: { refused: 'findings-changed' } });
    expect(await statuses([id])).toEqual(['open']);
    const [n] = await rows<{ n: number }>(database.pool, `select count(*)::int as n from finding where check_id is not null and id = $1`, [
      id,
    ]);
    expect(n?.n).toBe(0);
  });

  it('看不见的预警不能下发', async () => {
    const ids = await findingsOf(city.旗市场监管局);
    expect(await send(city.区司法局.supervisorA.session, ids)).toMatchObject({ refusal: { refused: 'absent' } });
  });

  it('三个工作日内答复：第三个工作日当天未逾期，次日零时逾期', async () => {
    const ids = await findingsOf(city.区市场监管局);
    const start = now;
    const check = done(await send(city.市司法局.supervisorA.session, ids));
    const [clock] = await rows<{ due_on: string; clock_id: string }>(
      database.pool,
      'select due_on, clock_id from clock where matter_id = $1',
      [check.matterId],
    );
    expect(clock).toEqual({ due_on: addDays(shanghaiDay(start), 3), clock_id: 'KE-57' });
    const statusOf = async () =>
      (await rows<{ status: string }>(database.pool, 'select status from matter where id = $1', [check.matterId]))[0]?.status;
    now = shanghaiMidnight(localDate('2026-03-20')) - 1;
    await sweep(platform);
    expect(await statusOf()).toBe('sent');
    now = shanghaiMidnight(localDate('2026-03-20'));
    await sweep(platform);
    expect(await statusOf()).toBe('overdue');
    done(
      await act(city.区市场监管局.receiver.session, 'answer', check.matterId, { answer: 'true', words: '属实', each: null, proofs: null }),
    );
    expect(await statuses(ids)).toEqual(['answered']);
    now = start;
  });

  it('黄色预警只是提醒，不计时', async () => {
    const ids = await findingsOf(city.区市场监管局, 1, [aRule('A03', { severity: 'yellow' })]);
    const check = done(await send(city.市司法局.supervisorA.session, ids));
    expect(await rows(database.pool, 'select 1 from clock where matter_id = $1', [check.matterId])).toEqual([]);
  });

  it('撤回后预警回到待核实；核查中自行消除的不因撤回、答复而改变', async () => {
    const ids = await findingsOf(city.区市场监管局, 2);
    const check = done(await send(city.市司法局.supervisorA.session, ids));
    const [first = '', second = ''] = ids;
    await database.pool.query(`update finding set status = 'cleared' where id = $1`, [first]);
    done(await act(city.市司法局.supervisorA.session, 'withdraw', check.matterId, { reason: '重复' }));
    expect([...(await statuses([first])), ...(await statuses([second]))]).toEqual(['cleared', 'open']);
  });

  it('退回补充一次，期限重新计算', async () => {
    const ids = await findingsOf(city.区市场监管局);
    const check = done(await send(city.市司法局.supervisorA.session, ids));
    const answer = { answer: 'true', words: '属实', each: null, proofs: null };
    done(await act(city.区市场监管局.receiver.session, 'answer', check.matterId, answer));
    done(await act(city.市司法局.supervisorA.session, 'send-back', check.matterId, { reason: '说明不清' }));
    done(await act(city.区市场监管局.receiver.session, 'answer', check.matterId, answer));
    expect(await act(city.市司法局.supervisorA.session, 'send-back', check.matterId, { reason: '再补' })).toMatchObject({
      refusal: { refused: 'sent-back-already' },
    });
    const clocks = await rows<{ key: string }>(database.pool, 'select key from clock where matter_id = $1 order by key', [check.matterId]);
    expect(clocks.map((c) => c.key)).toEqual(['', '第2次']);
  });

  it('事项和预警都可由记录重新推演', async () => {
    const checks = await rows<{ matter_id: string }>(database.pool, 'select matter_id from alert_check');
    expect(checks.length).toBeGreaterThan(3);
    const { faults: broken } = await verify(platform);
    expect(broken.filter((f) => checks.some((c) => c.matter_id === f.matterId))).toEqual([]);
    const faults = (await verifyFindings(platform)).faults;
    expect(faults.every((f) => f.what.endsWith('：status'))).toBe(true);
  });
});
