import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import { matterView } from '#platform/matters/view';
import type { Session } from '#platform/session';
import { CASE_SUPERVISION } from '#supervision/case-supervision';
import { followCase, takeUp } from '#supervision/online-watch';
import { ANCHOR_MORNING, type Organisation, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { aRule, doubtAbout, insertMatters } from '#testing/judged-matters';
import { testPlatform } from '#testing/platform';
import { CASE_ACTS, CASE_OPENING } from './case-findings.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let now = ANCHOR_MORNING;
let keys = 0;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(CASE_SUPERVISION)]), { afterAct: followCase(CASE_ACTS) });
});
afterAll(() => database.close());

async function findingsOf(unit: Organisation, count: number): Promise<readonly string[]> {
  now += 1000;
  const matters = await insertMatters(database.pool, unit, { now, count });
  return doubtAbout(database.pool, unit, matters, { now, rules: [aRule('F06')] });
}
const act = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'case-supervision', act: name, matterId, input });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}
const take = (by: Session, ids: readonly string[]): Promise<ActAnswer> => {
  keys += 1;
  return takeUp(platform, by, CASE_OPENING, { ids, words: '', idempotencyKey: `take-up-${keys}` });
};
type Row = { status: string; taken_into: string | null; problem_id: string | null; exclusion: string | null };
const rowsOf = async (ids: readonly string[]): Promise<readonly (Row | undefined)[]> => {
  const found = await rows<Row & { id: string }>(
    database.pool,
    'select id, status, taken_into, problem_id, exclusion from finding where id = any($1::uuid[])',
    [ids],
  );
  return ids.map((id) => found.find((f) => f.id === id));
};
const statuses = async (ids: readonly string[]) => (await rowsOf(ids)).map((f) => f?.status);

async function inquiry(id: string): Promise<void> {
  const { supervisorA, supervisorB, deputyHead } = city.市司法局;
  done(await act(supervisorA.session, 'propose-filing', id, { opinion: '建议立案' }));
  done(await act(deputyHead.session, 'file', id, { handlers: [supervisorA.officerId, supervisorB.officerId] }));
  done(await act(supervisorA.session, 'ask-statement', id, { matters: '说明', due: '2026-03-20' }));
  done(await act(supervisorA.session, 'record-statement', id, { received: true, words: '无异议' }));
}

describe('预警并入监督案件：由持证监督员认定问题（细则第九条第五项、第二十二条第一款）', () => {
  it('同一单位多条预警立一案；认定的成为问题，结案时未认定的退回待核实', async () => {
    const { supervisorA, deputyHead } = city.市司法局;
    const ids = await findingsOf(city.市市场监管局, 3);
    const { matterId: id } = done(await take(supervisorA.session, ids));
    expect(await rowsOf(ids)).toEqual(
      ids.map(() => ({ id: expect.anything(), status: 'taken-up', taken_into: id, problem_id: null, exclusion: null })),
    );
    const view = await matterView(platform, supervisorA.session, id, { asOf: null, knownOn: null });
    const told = view?.timeline.flatMap((a) => a.fields).find((f) => f.label === '来源预警')?.value ?? '';
    expect(told.split('\n')).toHaveLength(3);
    expect(told).toContain('F06 ');
    for (const one of ids) expect(told).not.toContain(one);
    await inquiry(id);
    const problems = [{ head: '8(7)', facts: '超期', norm: '应当在期限内', evidence: '1', finding: '1、2' }];
    done(await act(supervisorA.session, 'establish', id, { problems, reasons: '证据充分' }));
    expect(await rowsOf(ids)).toMatchObject([
      { status: 'established', problem_id: '1' },
      { status: 'established' },
      { status: 'taken-up' },
    ]);
    done(await act(deputyHead.session, 'exempt', id, { problems: [{ no: 1 }], reason: '已自行纠正' }));
    done(await act(deputyHead.session, 'close', id, { summary: '结案' }));
    expect(await rowsOf(ids)).toMatchObject([{ status: 'established' }, { status: 'established' }, { status: 'open', taken_into: null }]);
  });

  it('证件昨日到期的不能并案，当日到期的可以（细则第十六条）；不能并案的什么也不留下', async () => {
    const ids = await findingsOf(city.市市场监管局, 1);
    expect(await take(city.市司法局.expiredYesterday.session, ids)).toMatchObject({
      refusal: { refused: 'no-certificate', cite: { article: 16 } },
    });
    expect(await statuses(ids)).toEqual(['open']);
    const cases = await rows(database.pool, `select 1 from matter where kind = 'case-supervision' and state -> 'findings' ? $1`, [ids[0]]);
    expect(cases).toEqual([]);
    expect((await take(city.市司法局.expiresToday.session, ids)).ok).toBe(true);
    expect(await take(city.市司法局.supervisorA.session, ids)).toMatchObject({ refusal: { refused: 'wrong-status' } });
  });

  it('不是被监督单位的预警不能并入；问题不能引用没有并入的预警', async () => {
    const { supervisorA } = city.市司法局;
    const ids = await findingsOf(city.市市场监管局, 1);
    const others = await findingsOf(city.市交通局, 1);
    const { matterId: id } = done(await take(supervisorA.session, ids));
    const more = { findings: others.map((finding) => ({ finding })) };
    expect(await act(supervisorA.session, 'add-findings', id, more)).toMatchObject({ refusal: { refused: 'several-units' } });
    const own = await findingsOf(city.市市场监管局, 1);
    done(await act(supervisorA.session, 'add-findings', id, { findings: own.map((finding) => ({ finding })) }));
    expect(await statuses([...others, ...own])).toEqual(['open', 'taken-up']);
    await inquiry(id);
    const problems = [{ head: '8(7)', facts: '超期', norm: '应当在期限内', evidence: '1', finding: others[0] }];
    expect(await act(supervisorA.session, 'establish', id, { problems, reasons: '证据充分' })).toMatchObject({
      refusal: { refused: 'not-in-case' },
    });
  });

  it('不予立案的退回待核实；问题不成立的按误报排除，计入规则', async () => {
    const { supervisorA, deputyHead } = city.市司法局;
    const declined = await findingsOf(city.市市场监管局, 1);
    const first = done(await take(supervisorA.session, declined)).matterId;
    done(await act(deputyHead.session, 'decline', first, { reason: '情节轻微' }));
    expect(await statuses(declined)).toEqual(['open']);
    const unfounded = await findingsOf(city.市市场监管局, 1);
    const second = done(await take(supervisorA.session, unfounded)).matterId;
    await inquiry(second);
    done(await act(deputyHead.session, 'no-problem', second, { reason: '已依法延期', guidance: null }));
    expect(await rowsOf(unfounded)).toMatchObject([{ status: 'excluded', exclusion: 'false-alarm' }]);
  });

  it('每一步都可由预警记录重新推演', async () => {
    expect((await verifyFindings(platform)).faults).toEqual([]);
  });
});
