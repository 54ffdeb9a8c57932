import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, localDate } from '#law';
import { type ActAnswer, type Performed, perform } from '#platform/acts/perform';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { inTransaction, openDatabase, rows } from '#platform/db';
import { listFindings } from '#platform/findings/list';
import { digestOf } from '#platform/identity/keys';
import { loadMachine } from '#platform/identity/machine-keys';
import { drainOutbox } from '#platform/outbox';
import { sessionPreamble } from '#platform/session';
import { ANCHOR_MORNING, type Person } from '#testing/city';
import { aPerson } from '#testing/identity';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { type ServedCity, servedCity } from '#testing/served-city';
import { reportCases } from '../enforcement/case-reports/actions.ts';
import type { ReportsAnswer } from '../enforcement/case-reports/contract.ts';
import { caseReportRoutes } from '../enforcement/case-reports/routes.ts';
import * as typed from '../enforcement/ordinary-penalty/testing.ts';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { closedOpenings } from '../registers/handling-modes/actions.ts';
import { settleFilings } from '../supervision/major-penalty-filings/actions.ts';
import { packageOf } from '../supervision/major-penalty-filings/store-package.ts';
import { afterActs } from './after-act.ts';
import { openWire } from './bench/wire.ts';
import { joinNewRecords, type Seen } from './joined-records.ts';
import { followReportedLater, judgeCaseAgain, watchCases } from './judged-cases.ts';
import { readLists } from './list-facts.ts';
import type { Opened } from './opened.ts';
import { handlersOf, REACTIONS } from './reactions.ts';
import { reportingOf } from './reported-cases.ts';
import { KINDS } from './rooms.ts';
import { benchmarkOf, FINED, FIRST_CUTS } from './seed/benchmarks/contents.ts';
import { besideOf, CASE_TRUTH, truthOf } from './seed/year/case-truth.ts';
import { CASE_PLANTS, endOf, kindOf, PAPERS, toldCase } from './seed/year/cases.ts';
import { SKIPPED_PLANTS, skippedCase } from './seed/year/skipped.ts';

type Input = Readonly<Record<string, Json>>;
const KEYS = { own: `fhk_${'A2B3'.repeat(13)}`, other: `fhk_${'C4D5'.repeat(13)}`, narrow: `fhk_${'E6F7'.repeat(13)}` };
let served: ServedCity;
let opened: Opened;
let { database, identity, platform, city, app } = {} as ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: KINDS,
    more: ({ keys }) => ({ sealing: keys, lists: readLists, afterAct: afterActs(keys), reactsTo: new Set(REACTIONS), closedOpenings }),
    routes: (server, { platform, identity }) => caseReportRoutes(server, reportingOf({ platform, identity })),
  });
  ({ database, identity, platform, city, app } = served);
  opened = { platform, identity, blobs: served.blobs, close: async () => undefined };
  await aKey(KEYS.own, city.区市场监管局.id, '{cases.write}');
  await aKey(KEYS.other, city.旗市场监管局.id, '{cases.write}');
  await aKey(KEYS.narrow, city.区市场监管局.id, '{penalty-records.write}');
});
afterAll(() => served?.close());

async function aKey(key: string, organisationId: string, scopes: string): Promise<void> {
  const machine = await aPerson(identity, [{ organisationId, role: 'machine', labelMax: 2 }], { name: '自有系统' });
  await database.pool.query(
    `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at)
     values (gen_random_uuid(), '对接', $1, $2, $3, $4, '2026-01-01', '2026-12-31')`,
    [digestOf(key), machine.accountId, machine.postIds[0], scopes],
  );
}

async function uploaded(key: string): Promise<string> {
  const payload = ['--x', 'content-disposition: form-data; name="file"; filename="a.pdf"', '', '材料', '--x--', ''].join('\r\n');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await app.inject({ method: 'POST', url: '/api/files', headers, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string }>().id;
}

type Step = { stepRef: string; act: string; on: string; input: Input };
const step = (stepRef: string, act: string, on: string, input: Input = {}): Step => ({ stepRef, act, on, input });

/** Told with certificates' numbers, as a system knows its officers. */
const OFFICERS = ['15080210001', '15080210002'];
async function wholeCase(mark: string, decided: Input = typed.DECIDE): Promise<readonly Step[]> {
  const photo = await uploaded(KEYS.own);
  const own = (n: string): Input => ({ ownNumber: `临自${n}〔2026〕${mark}号` });
  const days = { actStartedOn: '2026-01-05', actEndedOn: '2026-01-05', discoveredOn: '2026-01-06' };
  return [
    step('1', 'open', '2026-01-07', { ...typed.CLUE, ...days, cause: `未按规定明码标价${mark}`, party: typed.PERSON }),
    step('2', 'propose-filing', '2026-01-08', { ...typed.PROPOSAL_ELSEWHERE, handlers: OFFICERS }),
    step('3', 'file', '2026-01-09', own('立')),
    step('4', 'evidence', '2026-01-12', { ...typed.EVIDENCE, officers: OFFICERS, papers: [photo] }),
    step('5', 'verify-evidence', '2026-01-13', { items: [{ no: 1 }], how: '与原件核对无误。' }),
    step('6', 'conclude', '2026-01-14', { ...typed.REPORT, facts: [{ fact: '没有标明价格。', evidence: '1' }] }),
    step('7', 'skip-review', '2026-01-15', { reason: '不属于应当审核的情形。' }),
    step('8', 'notify', '2026-01-15', { ...typed.NOTIFY, ...own('告') }),
    step('9', 'serve', '2026-01-16', { ...typed.SERVE, receivedOn: '2026-01-16' }),
    step('10', 'close-notice', '2026-01-26'),
    step('11', 'decide', '2026-01-27', { ...decided, ...own('罚') }),
    step('12', 'serve', '2026-01-28', { ...typed.SERVE, receivedOn: '2026-01-28' }),
    step('13', 'pay', '2026-02-02', typed.PAY),
    step('14', 'complete-performance', '2026-02-02', { summary: '已缴清。' }),
    step('15', 'publish', '2026-02-03', { on: '2026-02-03', where: '执法公示平台' }),
    step('16', 'close', '2026-02-04', { summary: '同意结案。' }),
    step('17', 'archive', '2026-02-05', { number: `2026-${mark}` }),
  ];
}

type Told = { status: number; body: string; answer: ReportsAnswer };
async function tell(
  cases: readonly { caseRef: string; steps: readonly object[] }[],
  key = KEYS.own,
  kind = 'ordinary-penalty',
): Promise<Told> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/${kind}/reports`,
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    payload: { cases },
  });
  return { status: answer.statusCode, body: answer.body, answer: answer.json<ReportsAnswer>() };
}
const outcomes = ({ answer }: Told): readonly string[] => answer.cases[0]?.steps.map((s) => s.outcome) ?? [];

/** A paper as an act on the platform would have drawn it. */
async function paperOf(id: string | null | undefined, kind: string, name: string, seq: number, number: string | null): Promise<void> {
  const file = await served.upload(city.区市场监管局.handlerA);
  await database.pool.query('update file set name = $2 where id = $1', [file, name]);
  await database.pool.query(
    `insert into document (id, city, cohort, matter_id, seq, kind, name, template, template_version, facts, number, issuer_id, issued_on,
       publicly_verifiable, state, pdf_file, region_ord, line_ord, label)
     select gen_random_uuid(), city, cohort, id, $2, $3, $4, 'penalty-letter', 1, '{}', $5, home_id, '2026-01-27', false, 'rendered', $6,
       region_ord, line_ord, label from matter where id = $1`,
    [id, seq, kind, name, number, file],
  );
}

async function drained(): Promise<void> {
  while ((await drainOutbox(platform, handlersOf(opened))) > 0);
}
async function act(by: Person, kind: string, name: string, matterId: string | null, input: Input = {}): Promise<Performed> {
  const answer: ActAnswer = await perform(platform, { by: by.session, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  await drained();
  return answer.done;
}

describe('自有系统凭密钥报送案件（细则第三条第一款、第八条第十二项）', () => {
  it('没有密钥、密钥权限不够的拒绝；人员账号没有这个接口', async () => {
    const one = [{ caseRef: '无权', steps: (await wholeCase('0')).slice(0, 1) }];
    expect([
      (await tell(one, '')).status,
      (await tell(one, `${KEYS.own.slice(0, -1)}Z`)).status,
      (await tell(one, KEYS.narrow)).status,
    ]).toEqual([403, 401, 401]);
    const page = await served.as(city.区市场监管局.handlerA);
    expect((await page.call({ method: 'POST', url: '/api/ordinary-penalty/reports', payload: { cases: one } })).statusCode).toBe(404);
    expect(await rows(database.pool, 'select 1 from ordinary_penalty')).toEqual([]);
  });

  it('一次报全一件案件：逐步答复，用原文号，案件立在密钥所属单位，个人信息不落明文，可以重新推演；再报一次不重复', async () => {
    const whole = [{ caseRef: '案-1', steps: await wholeCase('1') }];
    const first = await tell(whole);
    expect(first.status, first.body).toBe(200);
    expect(first.answer, first.body).toMatchObject({ recorded: 17, same: 0, held: 0 });
    const [told] = first.answer.cases;
    expect(told).toMatchObject({ status: 'archived', statusName: '归档', findings: [] });
    const [row] = await rows<{ home: string; decision_number: string; archived_on: string }>(
      database.pool,
      `select m.home_id as home, k.decision_number, k.archived_on from matter m join ordinary_penalty k on k.matter_id = m.id where m.id = $1`,
      [told?.matterId],
    );
    expect(row).toEqual({ home: city.区市场监管局.id, decision_number: '临自罚〔2026〕1号', archived_on: '2026-02-05' });
    const modes = await rows(database.pool, 'select distinct mode from act where matter_id = $1', [told?.matterId]);
    expect(modes).toEqual([{ mode: 'reported' }]);
    expect(await rows(database.pool, 'select 1 from document where matter_id = $1 and verify_code is not null', [told?.matterId])).toEqual(
      [],
    );
    expect((await tell(whole)).answer).toMatchObject({ recorded: 0, same: 17, held: 0, cases: [{ matterId: told?.matterId }] });
    expect(await columnsHolding(database.pool, ['张三丰', String(typed.PERSON['idNumber'])])).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('分多次、次序颠倒也能记全：先到的等候，前一步骤到了自动记入并办结', async () => {
    const steps = await wholeCase('2');
    const early = await tell([{ caseRef: '案-2', steps: [steps[2] as Step, steps[1] as Step] }]);
    expect(outcomes(early)).toEqual(['held', 'held']);
    expect(early.answer.cases[0]?.steps[0]).toMatchObject({
      reason: expect.stringContaining('先报送“登记案件线索”'),
      heldId: expect.any(String),
    });
    const held = early.answer.cases[0]?.steps.map((s) => s.heldId) ?? [];
    const tasks = (await (await served.as(city.区市场监管局.handlerA)).call({ url: '/api/tasks?box=todo' })).body;
    for (const id of held) expect(tasks).toContain(id);
    expect(outcomes(await tell([{ caseRef: '案-2', steps: [steps[2] as Step] }]))).toEqual(['held']);
    const rest = await tell([{ caseRef: '案-2', steps: [steps[0] as Step] }]);
    expect(outcomes(rest)).toEqual(['recorded']);
    expect(await rows(database.pool, 'select status from matter where id = any($1)', [held])).toEqual([
      { status: 'recorded' },
      { status: 'recorded' },
    ]);
    const [now] = await rows(database.pool, 'select status, seq from matter where id = $1', [rest.answer.cases[0]?.matterId]);
    expect(now).toEqual({ status: 'investigating', seq: 3 });
    // In one call, in any order.
    const mixed = (await wholeCase('3')).toReversed();
    const answer = await tell([{ caseRef: '案-3', steps: mixed.slice(10) }]);
    expect(outcomes(answer), answer.body).toEqual(mixed.slice(10).map(() => 'recorded'));
  });

  it('填写有误的留存并逐处说明，改好再报即记入；不认识的步骤、同一编号内容不同的留存待人处理，一个不丢', async () => {
    const [open, propose, file] = (await wholeCase('4')) as [Step, Step, Step];
    const bad = await tell([
      { caseRef: '案-4', steps: [open, step('2', 'propose-filing', '2026-01-08', { ...propose.input, opinion: '' }), file] },
    ]);
    expect(outcomes(bad)).toEqual(['recorded', 'held', 'held']);
    expect(bad.answer.cases[0]?.steps[2]?.reason).toContain('前面的“提请立案”（步骤2）还没有记入');
    expect(bad.answer.cases[0]?.steps[1]).toMatchObject({ problems: [{ path: 'opinion', reason: expect.stringContaining('请填写') }] });
    expect(outcomes(await tell([{ caseRef: '案-4', steps: [propose] }]))).toEqual(['recorded']);
    const held = bad.answer.cases[0]?.steps.slice(1).map((s) => s.heldId);
    const healed = await rows(database.pool, 'select distinct status from matter where id = any($1)', [held]);
    expect(healed).toEqual([{ status: 'recorded' }]);
    const other = await tell([
      { caseRef: '案-4', steps: [{ ...propose, input: { ...propose.input, opinion: '另一意见' } }, step('9', 'fly', '2026-01-09')] },
    ]);
    expect(outcomes(other)).toEqual(['held', 'held']);
    expect(other.answer.cases[0]?.steps.map((s) => s.reason)).toEqual([expect.stringContaining('内容不同'), '没有“fly”这一步骤']);
    const twice = await tell([{ caseRef: '案-4', steps: [open, open] }]);
    expect([twice.status, twice.body]).toEqual([400, expect.stringContaining('出现两次')]);
  });

  it('本单位的人可以再次记入，负责人可以写明理由不再记入；别的单位看不到', async () => {
    const { handlerA, head } = city.区市场监管局;
    const [open, propose] = (await wholeCase('5')) as [Step, Step];
    const first = await tell([{ caseRef: '案-5', steps: [propose] }]);
    const id = first.answer.cases[0]?.steps[0]?.heldId ?? '';
    await act(handlerA, 'held-report', 'try-again', id);
    expect(await rows(database.pool, 'select status from matter where id = $1', [id])).toEqual([{ status: 'waiting' }]);
    for (const person of [city.旗市场监管局.handlerA, city.市交通局.handlerA])
      expect((await (await served.as(person)).call({ url: `/api/matters/${id}` })).statusCode, person.name).toBe(404);
    expect((await (await served.as(city.区司法局.supervisorA)).call({ url: `/api/matters/${id}` })).statusCode).toBe(200);
    await act(head, 'held-report', 'dismiss', id, { reason: '报送系统测试数据。' });
    expect(outcomes(await tell([{ caseRef: '案-5', steps: [open] }]))).toEqual(['recorded']);
    expect(await rows(database.pool, 'select status from matter where id = $1', [id])).toEqual([{ status: 'dismissed' }]);
  });

  it('只及于本单位：同一案件编号在两个单位是两件案件；别的单位的密钥够不着', async () => {
    const [open] = (await wholeCase('6')) as [Step];
    const [own, other] = [await tell([{ caseRef: '案-6', steps: [open] }]), await tell([{ caseRef: '案-6', steps: [open] }], KEYS.other)];
    const ids = [own, other].map((t) => t.answer.cases[0]?.matterId);
    expect(new Set(ids).size).toBe(2);
    const homes = await rows<{ home: string }>(database.pool, 'select home_id as home from matter where id = any($1) order by id', [ids]);
    expect(homes.map((h) => h.home)).toEqual([city.区市场监管局.id, city.旗市场监管局.id]);
    const reach = await app.inject({ method: 'GET', url: `/api/matters/${ids[0]}`, headers: { authorization: `Bearer ${KEYS.other}` } });
    expect(reach.statusCode).toBe(401);
  });
});

/** What a step told wrongly looks like: a field that the form does not know. */
const spoilt = (one: Step): Step => ({ ...one, input: { ...one.input, 不认识的栏: '…' } });

describe('报来的步骤一个不丢（细则第八条第十二项）', () => {
  const SOME_ORDER = fc.record({
    places: fc.array(fc.nat(9_999), { minLength: 17, maxLength: 17 }),
    batches: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 17, maxLength: 17 }),
    wrong: fc.nat(16),
    repeated: fc.nat(16),
  });
  let mark = 800;

  it('任意次序、任意分批、重复报送、先错后改：每个步骤都已记入，或者留存、写明原因、有人处理', async () => {
    await fc.assert(
      fc.asyncProperty(SOME_ORDER, async ({ places, batches, wrong, repeated }) => {
        mark += 1;
        const caseRef = `案-序${mark}`;
        const whole = await wholeCase(String(mark));
        const told = whole.toSorted((a, b) => (places[whole.indexOf(a)] ?? 0) - (places[whole.indexOf(b)] ?? 0));
        const stages = [...told.map((one) => (one.stepRef === String(wrong + 1) ? spoilt(one) : one)), told[repeated] ?? told[0]];
        for (let from = 0, n = 0; from < stages.length; from += batches[n] ?? 1, n += 1) {
          const batch = stages.slice(from, from + (batches[n] ?? 1)).filter((one): one is Step => one !== undefined);
          const once = [...new Map(batch.map((one) => [one.stepRef, one])).values()];
          const { answer, body } = await tell([{ caseRef, steps: once }]);
          expect(answer.recorded + answer.same + answer.held, body).toBe(once.length);
        }
        const last = await tell([{ caseRef, steps: whole }]);
        const steps = last.answer.cases[0]?.steps ?? [];
        expect(steps.map((one) => one.stepRef).toSorted(), last.body).toEqual(whole.map((one) => one.stepRef).toSorted());
        const acts = await rows<{ n: number }>(
          database.pool,
          `select count(*)::int as n from act where matter_id = $1 and mode = 'reported'`,
          [last.answer.cases[0]?.matterId],
        );
        const held = steps.filter((one) => one.outcome === 'held');
        expect([acts[0]?.n, last.answer.cases[0]?.status], last.body).toEqual([whole.length - held.length, 'archived']);
        for (const one of held) {
          const [waiting] = await rows<{ reason: string; tasks: number }>(
            database.pool,
            `select m.state->>'reason' as reason, (select count(*)::int from task t where t.matter_id = m.id) as tasks from matter m where m.id = $1`,
            [one.heldId],
          );
          expect(waiting, one.reason ?? '').toMatchObject({ reason: expect.stringMatching(/.{6}/), tasks: 1 });
        }
      }),
      { numRuns: 3, seed: 20_261_128 },
    );
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('还没有到的日期留存并写明条文，到了再报即记入', async () => {
    const [open] = (await wholeCase('7')) as [Step];
    const [, early] = [
      await tell([{ caseRef: '案-未来', steps: [open] }]),
      step('2', 'extend-clue', '2026-03-17', { reason: '需要检验。' }),
    ];
    const told = await tell([{ caseRef: '案-未来', steps: [early] }]);
    expect(told.answer.cases[0]?.steps, told.body).toMatchObject([
      { outcome: 'held', reason: expect.stringContaining('还没有发生的不能登记'), article: expect.stringContaining('第') },
    ]);
    expect(outcomes(await tell([{ caseRef: '案-未来', steps: [{ ...early, on: '2026-03-16' }] }]))).toEqual(['recorded']);
  });
});

it('复议没有结束就报来的结案照录并留下问题，归档等候复议的结果，不挡住结果；结果报来以后自动归档（处罚法第七十三条）', async () => {
  const steps = await wholeCase('77');
  const [closing, archiving] = [steps[15] as Step, steps[16] as Step];
  const on = '2026-02-03';
  const disputed = [
    step('18', 'dispute', on, { way: 'reconsideration', appliedOn: on, body: '区政府', papers: null }),
    step('19', 'dispute-accepted', on, { no: 1, accepted: true, on, caseNumber: '临政复〔2026〕77号', copyOn: on, isSimple: false }),
  ];
  const before = await tell([{ caseRef: '案-争议', steps: [...steps.slice(0, 15), ...disputed, closing, archiving] }]);
  expect(before.answer, before.body).toMatchObject({ recorded: 18, held: 1 });
  expect(before.answer.cases[0]).toMatchObject({ status: 'closed' });
  expect(JSON.stringify(before.answer.cases[0]?.findings)).toContain('还有行政复议、行政诉讼没有结束');
  const ended = step('20', 'dispute-ended', '2026-03-02', { ...typed.RESULT, outcome: 'upheld', effectOn: '2026-03-02' });
  const after = await tell([{ caseRef: '案-争议', steps: [ended] }]);
  expect(outcomes(after), after.body).toEqual(['recorded']);
  expect(after.answer.cases[0]).toMatchObject({ status: 'archived' });
});

describe('报来的案件各步骤都在期限内的，不说逾期（处罚法第六十一条）', () => {
  const late = (id: string | null | undefined) =>
    rows<{ clock: string; on: string | null }>(
      database.pool,
      // KE-52 is the party's own: that it is over makes nobody late.
      `select clock_id as clock, breached_on as on from clock where matter_id = $1 and breached_on is not null and clock_id <> 'KE-52'`,
      [id],
    );
  const notices = (id: string | null | undefined) =>
    rows(database.pool, `select text from notice where matter_id = $1 and text like '%零时逾期%'`, [id]);

  it('一次报全的没有一项逾期，也没有逾期的通知；只报到一半的，到巡查时才算逾期', async () => {
    const whole = await tell([{ caseRef: '案-全期', steps: await wholeCase('18') }]);
    const half = await tell([{ caseRef: '案-半期', steps: (await wholeCase('19')).slice(0, 11) }]);
    const ids = [whole, half].map(({ answer }) => answer.cases[0]?.matterId);
    expect([whole.answer.held, half.answer.held]).toEqual([0, 0]);
    expect([await late(ids[1]), await notices(ids[1])]).toEqual([[], []]);
    while ((await sweep(platform)) > 0);
    expect([await late(ids[0]), await notices(ids[0])]).toEqual([[], []]);
    expect((await late(ids[1])).map(({ clock }) => clock)).toEqual(expect.arrayContaining(['KE-06']));
    expect((await notices(ids[1])).length).toBeGreaterThan(0);
    expect((await verify(platform)).faults).toEqual([]);
  });
});

describe('办理方式：有自有系统的单位不在平台上再填一遍（细则第三条第一款）', () => {
  it('核准以后在平台新办的拒绝并写明途径，报送、补录照常；改回平台办案的又可以新办；别的单位不受影响', async () => {
    const { handlerB, head } = city.旗市场监管局;
    const clue = { ...typed.CLUE, actStartedOn: '2026-03-10', actEndedOn: '2026-03-10', discoveredOn: '2026-03-11', materials: null };
    const open = (by: Person, reported = false) =>
      perform(platform, {
        ...{ by: by.session, kind: 'ordinary-penalty', act: 'open', matterId: null, input: clue },
        ...(reported ? { reported: { source: '自有系统 9' }, legalDate: '2026-03-12' } : {}),
      });
    const wanted = { bureau: city.市司法局.id, caseKind: 'ordinary-penalty', from: '2026-03-16', reason: '已有统建系统。' };
    expect(await open(handlerB)).toMatchObject({ ok: true });
    const one = await act(handlerB, 'handling-mode', 'propose', null, { ...wanted, mode: 'own-system', system: '演示系统' });
    expect(await open(handlerB)).toMatchObject({ ok: true });
    await act(city.市司法局.head, 'handling-mode', 'approve', one.matterId);
    expect(await open(handlerB)).toMatchObject({ refusal: { refused: 'other-mode', reason: expect.stringContaining('演示系统') } });
    expect(await open(handlerB, true)).toMatchObject({ ok: true });
    expect(await open(city.区市场监管局.handlerB)).toMatchObject({ ok: true });
    const offers = async (by: Person) => {
      const { kinds } = (await (await served.as(by)).call({ url: '/api/kinds' })).json<{
        kinds: { kind: string; opening: { act: string; onlyReported: boolean; reason: string | null }[] }[];
      }>();
      return kinds.find(({ kind }) => kind === 'ordinary-penalty')?.opening.find((o) => o.act === 'open');
    };
    expect(await offers(handlerB)).toMatchObject({ onlyReported: true, reason: expect.stringContaining('/api/ordinary-penalty/reports') });
    expect(await offers(city.区市场监管局.handlerA)).toMatchObject({ onlyReported: false, reason: null });
    const back = await act(head, 'handling-mode', 'propose', null, { ...wanted, mode: 'platform' });
    await act(city.市司法局.head, 'handling-mode', 'approve', back.matterId);
    expect(await open(handlerB)).toMatchObject({ ok: true });
    const now = await rows(database.pool, 'select mode from handling_mode_record where organisation_id = $1 and upper_inf(known)', [
      city.旗市场监管局.id,
    ]);
    expect(now).toEqual([{ mode: 'platform' }]);
  });
});

describe('报送的步骤跳过法定步骤、没有能够记入案件的，成为司法行政部门的预警（处罚法第四十四条、第五十四条，细则第八条第十二项）', () => {
  const doubts = (id: string | null | undefined) =>
    rows<{ rule: string; severity: string; because: string; stands: boolean }>(
      database.pool,
      'select rule_id as rule, severity, because, stands from finding where matter_id = $1 order by rule_id',
      [id],
    );
  const without = async (mark: string, refs: readonly string[]) => (await wholeCase(mark)).filter(({ stepRef }) => !refs.includes(stepRef));
  const heldOf = (told: Told, stepRef: string) => told.answer.cases[0]?.steps.find((s) => s.stepRef === stepRef)?.heldId;
  async function daysLater(days: number): Promise<void> {
    const then = { ...platform, now: () => ANCHOR_MORNING + days * 86_400_000 };
    while ((await sweep(then)) > 0);
  }

  it('没有告知的决定：满七日的当日还没有，次日起N01预警，列在本级司法行政部门的预警里；后来报来告知的自行消除', async () => {
    const whole = await wholeCase('31');
    const told = await tell([{ caseRef: '案-跳', steps: whole.filter(({ stepRef }) => !['8', '9', '10'].includes(stepRef)) }]);
    const decision = heldOf(told, '11');
    await daysLater(7);
    expect(await doubts(decision)).toEqual([]);
    await daysLater(8);
    expect(await doubts(decision)).toMatchObject([{ rule: 'N01', severity: 'red', stands: true }]);
    for (const other of ['12', '13', '16']) expect(await doubts(heldOf(told, other)), other).toEqual([]);
    const listed = (person: Person) =>
      inTransaction(database.pool, sessionPreamble(person.session, platform.now()), async (client) =>
        (await listFindings(client, person.session, { rule: 'N01', tab: 'open' }, { limit: 200 })).items.map(({ matterId }) => matterId),
      );
    expect(await listed(city.区司法局.supervisorA)).toContain(decision);
    expect(await listed(city.旗司法局.supervisorA)).not.toContain(decision);
    const machine = await loadMachine(identity, `Bearer ${KEYS.own}`);
    if (machine === null) throw new Error('no machine');
    // Told on the day on which it is doubted: nothing is recorded before the leader was asked.
    const then = reportingOf({ platform: { ...platform, now: () => ANCHOR_MORNING + 8 * 86_400_000 }, identity });
    const missing = [{ caseRef: '案-跳', steps: whole.filter(({ stepRef }) => ['8', '9', '10'].includes(stepRef)) }];
    const healed = await reportCases(then, machine.session, 'ordinary-penalty', { cases: missing });
    expect(healed).toMatchObject({ recorded: 3, cases: [{ status: 'archived' }] });
    expect(await doubts(decision)).toMatchObject([{ rule: 'N01', stands: false }]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('负责人写明不再记入的，当即预警，不因此消除；没有立案的告知由F05；同一步骤内容不同的不是', async () => {
    const { head } = city.区市场监管局;
    const told = await tell([{ caseRef: '案-没立', steps: await without('32', ['2', '3']) }]);
    const reason = { reason: '本单位系统没有这一步骤。' };
    await act(head, 'held-report', 'dismiss', heldOf(told, '8') ?? '', reason);
    expect(await doubts(heldOf(told, '8'))).toMatchObject([{ rule: 'F05', stands: true, because: expect.stringContaining('没有立案') }]);
    await act(head, 'held-report', 'dismiss', heldOf(told, '4') ?? '', reason);
    expect(await doubts(heldOf(told, '4'))).toEqual([]);
    const again = (await wholeCase('33')).slice(0, 2);
    await tell([{ caseRef: '案-又', steps: again }]);
    const differs = await tell([{ caseRef: '案-又', steps: [step('2', 'decide', '2026-01-27', typed.DECIDE)] }]);
    await act(head, 'held-report', 'dismiss', heldOf(differs, '2') ?? '', reason);
    expect(await doubts(heldOf(differs, '2'))).toEqual([]);
  });

  it.each(SKIPPED_PLANTS)('一年的演示城市：%s', async (plant) => {
    const papers: string[] = [];
    for (let n = 0; n < PAPERS; n += 1) papers.push(await uploaded(KEYS.own));
    const host = city.区市场监管局.deputyHead.officerId;
    const parts = {
      ref: `演案${900 + SKIPPED_PLANTS.indexOf(plant)}`,
      openedOn: localDate('2025-11-03'),
      officers: OFFICERS,
      host,
      papers,
    };
    const { first, later } = skippedCase(plant, parts);
    const told = await tell([first]);
    expect(told.answer.held).toBeGreaterThan(0);
    if (later !== null) expect((await tell([later])).answer).toMatchObject({ held: 0, cases: [{ status: 'archived' }] });
    await daysLater(8);
    const ids = told.answer.cases[0]?.steps.flatMap(({ heldId }) => heldId ?? []) ?? [];
    const found = (await Promise.all(ids.map(doubts))).flat().filter(({ stands }) => stands);
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(truthOf(plant));
  });
});

describe('两个机关先后对同一当事人的同一违法行为立案（处罚法第二十五条、第二十九条）', () => {
  const f03 = (id: string | null | undefined) =>
    rows<{ because: string; facts: Input; others: readonly string[] }>(
      database.pool,
      `select because, facts, others from finding where matter_id = $1 and rule_id = 'F03' and stands`,
      [id],
    );
  /** Filed by one organ; `mark` tells the act, `more` what is told of it otherwise. */
  async function filed(mark: string, caseRef: string, key: string, filedOn: string, more: Input = {}): Promise<string> {
    const [open, propose, file] = (await wholeCase(mark)) as [Step, Step, Step];
    const steps = [
      { ...open, input: { ...open.input, place: `第${mark}号院`, ...more, materials: null } },
      propose,
      { ...file, on: filedOn },
    ];
    const told = await tell([{ caseRef, steps }], key);
    expect(outcomes(told), told.body).toEqual(['recorded', 'recorded', 'recorded']);
    return told.answer.cases[0]?.matterId ?? '';
  }
  const watched = () => watchCases({ platform, sealing: identity.keys }, () => false);

  it('后立案的一件预警，先立案的没有；司法行政部门看得见两件，单位看不到另一机关的案件；先立案的后报来，一样', async () => {
    const first = await filed('61', '案-先', KEYS.own, '2026-01-09');
    const second = await filed('61', '案-后', KEYS.other, '2026-01-10');
    await watched();
    expect([await f03(first), await f03(second)]).toMatchObject([[], [{ others: [first], facts: { 此前立案: '1件' } }]]);
    expect(JSON.stringify(await f03(second))).not.toContain(city.区市场监管局.name);
    const { handlerA } = city.旗市场监管局;
    expect((await (await served.as(handlerA)).call({ url: `/api/matters/${first}` })).statusCode).toBe(404);
    const late = await filed('62', '案-后二', KEYS.other, '2026-01-10');
    expect(await f03(late)).toEqual([]);
    const early = await filed('62', '案-先二', KEYS.own, '2026-01-09');
    await watched();
    expect([await f03(early), await f03(late)]).toMatchObject([[], [{ others: [early] }]]);
  });

  it.each([
    ['违法行为的日期不同', { actStartedOn: '2026-01-04', actEndedOn: '2026-01-04' }],
    ['地点不同', { place: '临河区另一条路9号' }],
    ['案由、事项都不同', { cause: '另一违法行为', itemCode: 'SJ-002' }],
    ['当事人不同', { party: typed.FIRM }],
  ])('%s的不是', async (_, more) => {
    const mark = `63${Object.keys(more).join('')}`;
    await filed(mark, `案-先${mark}`, KEYS.own, '2026-01-09');
    const other = await filed(mark, `案-后${mark}`, KEYS.other, '2026-01-10', more);
    await watched();
    expect(await f03(other)).toEqual([]);
  });
});

describe('报送的案件有违法情形：预警 → 问题 → 监督文书', () => {
  it('决定重于告知的，平台办理拒绝，报送的照录并成为预警；认定为问题后制发监督文书（处罚法第四十四条，细则第二十二条）', async () => {
    const told = await tell([{ caseRef: '案-违', steps: (await wholeCase('9', { ...typed.DECIDE, ...typed.LARGE })).slice(0, 11) }]);
    expect(told.answer, told.body).toMatchObject({ recorded: 11, held: 0 });
    const found = told.answer.cases[0]?.findings ?? [];
    expect(found).toContainEqual({ rule: 'N03', severity: 'red', because: expect.stringContaining('重于告知') });
    expect(found.map(({ rule }) => rule)).not.toContain('R-reported-act');
    const [finding] = await rows<{ id: string }>(database.pool, `select id from finding where matter_id = $1 and rule_id = 'N03'`, [
      told.answer.cases[0]?.matterId,
    ]);
    const { supervisorA, supervisorB, checker, deputyHead } = city.区司法局;
    const CASE = 'case-supervision';
    const clue = { source: 'finding', subject: '处罚重于告知', unit: city.区市场监管局.id, head: '8(7)', facts: '决定重于告知。' };
    const { matterId } = await act(supervisorA, CASE, 'open', null, { ...clue, findings: [{ finding: finding?.id ?? '' }] });
    await act(supervisorA, CASE, 'propose-filing', matterId, { opinion: '建议立案。' });
    const handlers = [supervisorA.officerId, supervisorB.officerId];
    await act(deputyHead, CASE, 'file', matterId, { handlers, opinion: '同意立案。' });
    await act(supervisorA, CASE, 'ask-statement', matterId, { matters: '说明决定重于告知的理由', due: '2026-03-20' });
    await act(supervisorA, CASE, 'record-statement', matterId, { received: true, words: '承认没有重新告知。' });
    const norm = '处罚的种类或者数额不得超出告知的范围。';
    const problem = { head: '8(7)', facts: '罚款60,000元，告知为2,000元。', norm, evidence: '1', finding: '1' };
    await act(supervisorA, CASE, 'establish', matterId, { problems: [problem], reasons: '书面说明自认。' });
    const LETTER = 'supervision-document';
    const letter = await act(supervisorA, LETTER, 'draft', null, {
      ...{ type: 'opinion', subject: '处罚重于告知', addressee: city.区市场监管局.id, background: '经查，存在下列问题。', handlers },
      ...{
        problems: [{ facts: problem.facts, norm, demand: '依法自行纠正。', caseNo: 1 }],
        contact: '监督科 0478-0000000',
        fromCase: matterId,
      },
    });
    await act(supervisorA, LETTER, 'submit', letter.matterId);
    await act(supervisorB, LETTER, 'check', letter.matterId, { opinion: '属实。' });
    await act(checker, LETTER, 'review', letter.matterId, { opinion: '同意。' });
    const signed = await act(deputyHead, LETTER, 'sign', letter.matterId, { opinion: '同意制发。' });
    expect(signed.number).toMatch(/^临司执监意〔2026〕\d+号$/);
    const [answered] = await rows<{ on: string }>(
      database.pool,
      `select state->'problems'->0->>'answeredOn' as on from matter where id = $1`,
      [matterId],
    );
    expect(answered).toEqual({ on: '2026-03-16' });
    expect(await rows(database.pool, 'select status from finding where id = $1', [finding?.id])).toEqual([{ status: 'established' }]);
  });
});

/** The organ above has published a benchmark for one conduct, and lists with one item. */
async function publishedAbove(): Promise<void> {
  const [unit, [fined]] = [city.市市场监管局.id, FINED['市自然资源局'] ?? []];
  if (fined === undefined) throw new Error('no benchmark');
  await database.pool.query(
    `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
     select id, 1508, id, $1, $2, 1, '[2024-01-01,)', '[2024-01-01,)', $3, '巴裁量〔2024〕1号', '2024-01-01', '网站', true, id
     from (select gen_random_uuid() as id) x`,
    [unit, fined.violation, JSON.stringify(benchmarkOf(fined, FIRST_CUTS))],
  );
  await database.pool.query(
    `insert into list_entry_record (id, city, list, organisation_id, code, name, basis, conditions, valid, known, act_id)
     select gen_random_uuid(), 1508, list, $1, 'ZR-CF-001', '未经批准占用土地', '依据', '首次', '[2024-01-01,)', '[2024-01-01,)', gen_random_uuid()
     from unnest('{no-penalty,lighter,mitigated}'::text[]) list`,
    [unit],
  );
}

describe('一年的演示城市报送的案件（faheng seed --year）：每种违法情形由真值表所列的规则预警，紧挨着的合法情形没有', () => {
  beforeAll(publishedAbove);
  it.each(CASE_PLANTS.map((plant, i) => [plant, i] as const))('%s', async (plant, i) => {
    const parts = { ref: `演案${500 + i}`, openedOn: localDate('2025-11-03'), officers: OFFICERS };
    const host = city.区市场监管局.deputyHead.officerId;
    const papers: string[] = [];
    for (let n = 0; n < PAPERS; n += 1) papers.push(await uploaded(KEYS.own));
    const told = await tell([toldCase(plant, { ...parts, host, papers })], KEYS.own, kindOf(plant));
    expect(told.answer, told.body).toMatchObject({ held: 0, cases: [{ status: endOf(plant) }] });
    const found = new Set((told.answer.cases[0]?.findings ?? []).map((f) => f.rule));
    expect([...found].toSorted()).toEqual([...(CASE_TRUTH[plant] ?? []), ...besideOf(plant)].toSorted());
  });
});

describe('案件里作出的重大处罚自动列入备案（备案办法第三条、第四条，细则第十八条）', () => {
  const b01 = (id: string | null | undefined) =>
    rows<{ facts: Input }>(database.pool, `select facts from finding where matter_id = $1 and rule_id = 'B01' and stands`, [id]);

  it('达到标准的列入应备、期限自决定次日起算，逾期的B01提出预警；决定书在自有系统里的另附；报送以后写明备案日期；材料包编入案件到决定为止的文书', async () => {
    const { handlerA, head } = city.区市场监管局;
    // Natural person, 60,000 yuan; told as decided, so that only the filing is doubted.
    const large = { ...typed.DECIDE, ...typed.LARGE };
    const steps = (await wholeCase('12', large)).map((s) =>
      s.act === 'conclude' ? { ...s, input: { ...s.input, ...typed.LARGE, isGrave: false } } : s,
    );
    const told = await tell([{ caseRef: '案-大', steps: steps.slice(0, 11) }]);
    expect(told.answer, told.body).toMatchObject({ recorded: 11, held: 0 });
    const id = told.answer.cases[0]?.matterId;
    await settleFilings(platform, () => false);
    const listed = await rows<{ id: string; status: string; decided_on: string; reasons: string[]; due: string }>(
      database.pool,
      `select m.id, m.status, f.decided_on, f.reasons, c.due_on as due from major_penalty_filing f join matter m on m.id = f.matter_id
         join clock c on c.matter_id = m.id and c.clock_id = 'KS-10' where f.decision_id = $1`,
      [id],
    );
    expect(listed).toMatchObject([{ status: 'due', decided_on: '2026-01-27', reasons: ['罚款60,000元'], due: '2026-02-11' }]);
    await settleFilings(platform, () => false);
    expect(await rows(database.pool, 'select 1 from major_penalty_filing where decision_id = $1', [id])).toHaveLength(1);
    expect((await b01(id)).map((f) => f.facts)).toEqual([expect.objectContaining({ 备案日期: '无', 期限届满日: '2026-02-11' })]);
    const filing = listed[0]?.id ?? '';
    const package_ = { facts: '事实', process: '立案至决定', contact: '法规科' };
    const bare = { by: handlerA.session, kind: 'major-penalty-filing', act: 'prepare', matterId: filing, input: package_ };
    expect(await perform(platform, bare)).toMatchObject({
      error: 'refused',
      refusal: { refused: 'no-decision-paper', cite: { article: 18 } },
    });
    await act(handlerA, 'major-penalty-filing', 'prepare', filing, { ...package_, decisionPaper: [await served.upload(handlerA)] });
    await act(head, 'major-penalty-filing', 'file', filing);
    expect((await b01(id)).map((f) => f.facts)).toEqual([expect.objectContaining({ 备案日期: '2026-03-16' })]);
    const known = await rows(database.pool, `select state->'filing' as filing from matter where id = $1`, [id]);
    expect(known).toEqual([{ filing: { filingId: filing, on: '2026-03-16' } }]);
    const packed = await packageOf(platform, handlerA.session, filing);
    expect(packed).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({ path: expect.stringContaining('备案报告/') }),
        expect.objectContaining({ path: '报送材料/材料.pdf' }),
      ]),
    });
    await paperOf(id, 'notice', '告知书.pdf', 8, null);
    await paperOf(id, 'decision', '决定书.pdf', 11, '临自罚〔2026〕12号');
    await paperOf(id, 'urging', '催告书.pdf', 12, null);
    const marked = (sql: string) => database.pool.query(`update matter set state = ${sql} where id = $1`, [filing]);
    await marked(`state || '{"fromCase": true}'`);
    const whole = await packageOf(platform, handlerA.session, filing);
    await marked(`state - 'fromCase'`);
    await database.pool.query('delete from document where matter_id = $1', [id]);
    if (whole === null || whole === 'not-filed') throw new Error('not filed');
    expect(whole.files.map(({ path }) => path).filter((path) => path.startsWith('案件文书/'))).toEqual([
      '案件文书/告知书.pdf',
      '案件文书/决定书.pdf',
    ]);
  });

  it('已经备案的决定被撤销、重新作出的，另列一件备案：前一件的备案不算，报送以后登记到重新作出的决定', async () => {
    const { handlerA, head } = city.区市场监管局;
    const large = { ...typed.DECIDE, ...typed.LARGE };
    const steps = (await wholeCase('16', large)).map((s) =>
      s.act === 'conclude' ? { ...s, input: { ...s.input, ...typed.LARGE, isGrave: false } } : s,
    );
    const told = await tell([{ caseRef: '案-重作', steps: steps.slice(0, 12) }]);
    const id = told.answer.cases[0]?.matterId;
    const filings = () =>
      rows<{ id: string; status: string; no: number; number: string }>(
        database.pool,
        `select m.id, m.status, f.decision_no as no, f.number from major_penalty_filing f join matter m on m.id = f.matter_id
           where f.decision_id = $1 order by m.id`,
        [id],
      );
    const known = async () =>
      (await rows<{ filing: Input | null }>(database.pool, `select state->'filing' as filing from matter where id = $1`, [id]))[0]?.filing;
    const file = async (filing = '') => {
      const package_ = { facts: '事实', process: '立案至决定', contact: '法规科', decisionPaper: [await served.upload(handlerA)] };
      await act(handlerA, 'major-penalty-filing', 'prepare', filing, package_);
      await act(head, 'major-penalty-filing', 'file', filing);
    };
    await settleFilings(platform, () => false);
    const [first] = await filings();
    await file(first?.id);
    expect(await known()).toEqual({ filingId: first?.id, on: '2026-03-16' });
    const [on, effectOn] = ['2026-02-12', '2026-03-02'];
    const own = (n: string): Input => ({ ownNumber: `临自${n}〔2026〕16号之二` });
    const revoked = [
      step('18', 'dispute', on, { way: 'reconsideration', appliedOn: on, body: '区政府', papers: null }),
      step('19', 'dispute-accepted', on, { no: 1, accepted: true, on, caseNumber: '临政复〔2026〕16号', copyOn: on, isSimple: false }),
      step('20', 'dispute-ended', effectOn, { ...typed.RESULT, outcome: 'remake', cause: 'procedure', effectOn }),
    ];
    const anew = [
      step('21', 'skip-review', '2026-03-03', { reason: '不属于应当审核的情形。' }),
      step('22', 'notify', '2026-03-03', { ...typed.NOTIFY, ...own('告') }),
      step('23', 'serve', '2026-03-04', { ...typed.SERVE, receivedOn: '2026-03-04' }),
      step('24', 'close-notice', '2026-03-11'),
      step('25', 'decide', '2026-03-12', { ...large, ...own('罚') }),
    ];
    const undone = await tell([{ caseRef: '案-重作', steps: revoked }]);
    expect(undone.answer, undone.body).toMatchObject({ recorded: 3, held: 0 });
    await settleFilings(platform, () => false);
    expect([await filings(), await known()]).toMatchObject([[{ status: 'receiving', no: 1 }], null]);
    const made = await tell([{ caseRef: '案-重作', steps: anew }]);
    expect(made.answer, made.body).toMatchObject({ recorded: 5, held: 0 });
    for (const _ of [1, 2]) await settleFilings(platform, () => false);
    const both = await filings();
    expect(both).toMatchObject([
      { status: 'receiving', no: 1 },
      { status: 'due', no: 2, number: '临自罚〔2026〕16号之二' },
    ]);
    // Filed before means nothing for what has been decided since: B01 waits for the fifteen days of the new decision.
    const watched = (days: number) =>
      watchCases({ platform: { ...platform, now: () => ANCHOR_MORNING + days * 86_400_000 }, sealing: identity.keys }, () => false);
    await watched(11);
    expect(await b01(id)).toEqual([]);
    await watched(12);
    expect((await b01(id)).map(({ facts }) => facts)).toEqual([expect.objectContaining({ 备案日期: '无' })]);
    await file(both[1]?.id);
    expect(await known()).toEqual({ filingId: both[1]?.id, on: '2026-03-16' });
    expect(await b01(id)).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('复议撤销的：不再应备；成为本级司法行政部门的线索，只有它和上级看得见（细则第十二条、第十八条）', async () => {
    const large = { ...typed.DECIDE, ...typed.LARGE };
    const steps = (await wholeCase('15', large)).map((s) =>
      s.act === 'conclude' ? { ...s, input: { ...s.input, ...typed.LARGE, isGrave: false } } : s,
    );
    const told = await tell([{ caseRef: '案-撤', steps: steps.slice(0, 12) }]);
    const id = told.answer.cases[0]?.matterId;
    const filing = () =>
      rows<{ status: string }>(
        database.pool,
        'select m.status from major_penalty_filing f join matter m on m.id = f.matter_id where f.decision_id = $1',
        [id],
      );
    await settleFilings(platform, () => false);
    expect([told.answer.held, await filing()]).toEqual([0, [{ status: 'due' }]]);
    const [on, effectOn] = ['2026-02-12', '2026-03-10'];
    const after = [
      step('18', 'dispute', on, { way: 'reconsideration', appliedOn: on, body: '区政府', papers: null }),
      step('19', 'dispute-accepted', on, { no: 1, accepted: true, on, caseNumber: '临政复〔2026〕9号', copyOn: on, isSimple: false }),
      step('20', 'dispute-ended', effectOn, { ...typed.RESULT, outcome: 'revoked', cause: 'facts', effectOn, opinionOn: '2026-03-12' }),
    ];
    const ended = await tell([{ caseRef: '案-撤', steps: after }]);
    expect(ended.answer, ended.body).toMatchObject({ recorded: 3, held: 0 });
    await drained();
    await settleFilings(platform, () => false);
    expect(await filing()).toEqual([{ status: 'lapsed' }]);
    const clues = () =>
      rows<{ id: string; title: string }>(
        database.pool,
        `select id, title from matter where kind = 'case-supervision' and title like '%被纠正的%标价15'`,
      );
    const [clue, ...others] = await clues();
    expect([clue?.title, others]).toEqual([expect.stringContaining('未按规定明码标价15'), []]);
    const sees = async (person: Person) => (await (await served.as(person)).call({ url: `/api/matters/${clue?.id}` })).statusCode;
    expect([await sees(city.区司法局.supervisorA), await sees(city.市司法局.supervisorA)]).toEqual([200, 200]);
    for (const person of [city.区市场监管局.handlerA, city.旗司法局.supervisorA, city.旗市场监管局.head])
      expect(await sees(person), person.login).toBe(404);
    // Told again, nothing comes twice.
    expect((await tell([{ caseRef: '案-撤', steps: after }])).answer).toMatchObject({ recorded: 0, same: 3 });
    await drained();
    expect(await clues()).toHaveLength(1);
    // 复议法 76: sixty days after the 意见书, whether or not anybody has touched the case.
    const o01 = () => rows(database.pool, `select 1 from finding where matter_id = $1 and rule_id = 'O01' and stands`, [id]);
    const watched = (days: number) =>
      watchCases({ platform: { ...platform, now: () => ANCHOR_MORNING + days * 86_400_000 }, sealing: identity.keys }, () => false);
    await watched(56);
    expect(await o01()).toEqual([]);
    await watched(57);
    expect(await o01()).toHaveLength(1);
  });

  it('同一决定又由表格报来：归入案件，只计一件，内容不一致的P07提出预警（市场监管处罚公示规定第七条）', async () => {
    const steps = await wholeCase('14');
    const told = await tell([{ caseRef: '案-双', steps: steps.slice(0, 12) }]);
    const id = told.answer.cases[0]?.matterId;
    expect(told.answer, told.body).toMatchObject({ recorded: 12 });
    const row = {
      ...reportedDecision(city.区市场监管局.name, 14, { 行政处罚决定书文号: '临自罚[2026]014号', 处罚决定日期: '2026-01-27' }),
      ...{ '罚款金额(万元)': '0.3', 处罚内容: '罚款人民币3000元' },
    };
    const request = { session: city.市司法局.machine.session, key: 'twin-of-a-case', rows: [row], fileKind: 'publicity' } as const;
    const loaded = await loadBatch({ platform, sealing: identity.keys }, { ...request, exportedOn: null });
    if (!loaded.ok) throw new Error(loaded.error);
    const record = loaded.answer.rows[0]?.matterId;
    const again = (of: number, caseId: string) => judgeCaseAgain({ platform, sealing: identity.keys }, of, caseId, '同一决定的另一来源');
    expect(await joinNewRecords(platform, new Map(), again, () => false)).toBe(1);
    expect(await joinNewRecords(platform, new Map(), again, () => false)).toBe(0);
    // What another load made meanwhile may still come before it: for a minute nothing is passed for good.
    await loadBatch(
      { platform, sealing: identity.keys },
      { ...request, key: 'of-no-case', rows: [reportedDecision(city.区市场监管局.name, 15)], exportedOn: null },
    );
    const seen: Seen = new Map();
    const look = (afterMs: number) => joinNewRecords({ ...platform, now: () => platform.now() + afterMs }, seen, again, () => false);
    expect([await look(59_000), seen.size, await look(61_000), seen.size]).toEqual([0, 0, 0, 1]);
    expect(await rows(database.pool, 'select counted from penalty_record where matter_id = $1', [record])).toEqual([{ counted: false }]);
    expect(await rows(database.pool, 'select other_id, relation from matter_link where matter_id = $1', [record])).toEqual([
      { other_id: id, relation: 'same-subject' },
    ]);
    const p07 = await rows<{ because: string }>(
      database.pool,
      `select because from finding where matter_id = $1 and rule_id = 'P07' and stands`,
      [id],
    );
    expect(p07).toEqual([{ because: expect.stringContaining('罚款金额') }]);
  });

  it('有决定的案件每办一步当即按全部规则判断，和数据库来回不超过六次', async () => {
    const told = await tell([{ caseRef: '案-次', steps: (await wholeCase('16')).slice(0, 12) }]);
    const matterId = told.answer.cases[0]?.matterId ?? null;
    const wire = await openWire(database.url);
    const counted = openDatabase(wire.url, { max: 1 });
    const pay = { by: city.区市场监管局.handlerA.session, kind: 'ordinary-penalty', act: 'pay', matterId };
    try {
      for (const receipt of ['0001', '0002']) {
        const paid = await perform({ ...platform, pool: counted.pool }, { ...pay, input: { ...typed.PAY, amount: 1_000, receipt } });
        expect(paid, JSON.stringify(paid)).toMatchObject({ ok: true });
      }
      const trips = wire.transactions().at(-1) ?? [];
      expect(trips.length, trips.join('\n')).toBeLessThanOrEqual(6);
    } finally {
      await counted.close();
      await wire.close();
    }
  });

  it('只随时间届满的到日再判断：决定以后七个工作日没有送达，E01提出预警；人员排除的不因日子过去再提（处罚法第六十一条）', async () => {
    const steps = (await wholeCase('13')).map((s) => (s.act === 'decide' ? { ...s, on: '2026-03-13' } : s));
    const told = await tell([{ caseRef: '案-期', steps: steps.slice(0, 11) }]);
    const id = told.answer.cases[0]?.matterId;
    const e01 = () => rows(database.pool, `select 1 from finding where matter_id = $1 and rule_id = 'E01' and stands`, [id]);
    const deps = { platform: { ...platform, now: () => now }, sealing: identity.keys };
    let now = ANCHOR_MORNING + 8 * 86_400_000;
    await watchCases(deps, () => false);
    expect(await e01()).toEqual([]);
    now = ANCHOR_MORNING + 9 * 86_400_000;
    // However many acts have noted the day, the case is looked at once.
    const due = `select 1 from case_wake where matter_id = $1 and wake_on <= '2026-03-25'`;
    await database.pool.query(
      `insert into case_wake (city, matter_id, wake_on) select city, matter_id, wake_on from case_wake where matter_id = $1`,
      [id],
    );
    expect((await rows(database.pool, due, [id])).length).toBeGreaterThan(1);
    const [waiting] = await rows<{ n: number }>(
      database.pool,
      `select count(distinct matter_id)::int as n from case_wake where wake_on <= '2026-03-25'`,
    );
    expect(await watchCases(deps, () => false)).toBe(waiting?.n);
    expect(await rows(database.pool, due, [id])).toEqual([]);
    expect(await e01()).toHaveLength(1);
    expect(await watchCases(deps, () => false)).toBe(0);
  });

  it('一次报送的步骤全部记入以后判断一次：没有途中立起、随即消除的预警；最后一步没有记入的，也当即判断', async () => {
    const kept = (id: string | null | undefined) =>
      rows<{ rule: string; stands: boolean }>(
        database.pool,
        'select rule_id as rule, stands from finding where matter_id = $1 order by 1',
        [id],
      );
    const left = async (id: string | null | undefined) =>
      (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from case_wake where whole and matter_id = $1', [id]))[0]?.n;
    const elsewhere = (steps: readonly Step[]) =>
      steps.map((s) => (s.act === 'propose-filing' ? { ...s, input: { ...s.input, jurisdiction: 'outside' } } : s));
    const whole = await tell([{ caseRef: '案-一次', steps: await wholeCase('31') }]);
    expect((await kept(whole.answer.cases[0]?.matterId)).filter(({ stands }) => !stands)).toEqual([]);
    expect(await left(whole.answer.cases[0]?.matterId)).toBe(0);
    const short = elsewhere((await wholeCase('32')).slice(0, 4));
    const early = await tell([{ caseRef: '案-未完', steps: [...short, step('99', 'archive', '2026-02-05', { number: '32' })] }]);
    expect(outcomes(early)).toEqual(['recorded', 'recorded', 'recorded', 'recorded', 'held']);
    expect(early.answer.cases[0]?.findings.map(({ rule }) => rule)).toContain('F02');
    expect(await left(early.answer.cases[0]?.matterId)).toBe(0);
  });

  it('中途停机，已经记入的步骤到时全部规则补判', async () => {
    const machine = await loadMachine(identity, `Bearer ${KEYS.own}`);
    if (machine === null) throw new Error('no machine');
    const steps = (await wholeCase('33'))
      .slice(0, 4)
      .map((s) => (s.act === 'propose-filing' ? { ...s, input: { ...s.input, jurisdiction: 'outside' } } : s));
    const stops = { later: followReportedLater, settle: () => Promise.reject(new Error('stopped half way')) };
    const told = [...steps, step('99', 'archive', '2026-02-05', { number: '33' })];
    const deps = { platform, sealing: identity.keys, judging: stops };
    const body = { cases: [{ caseRef: '案-停', steps: told }] };
    await expect(reportCases(deps, machine.session, 'ordinary-penalty', body)).rejects.toThrow('stopped half way');
    const standing = () =>
      rows<{ rule: string }>(
        database.pool,
        `select f.rule_id as rule from finding f join case_report c on c.matter_id = f.matter_id where c.case_ref = '案-停' and f.stands`,
      );
    expect((await standing()).map(({ rule }) => rule)).not.toContain('F02');
    await watchCases({ platform, sealing: identity.keys }, () => false);
    expect((await standing()).map(({ rule }) => rule)).toContain('F02');
  });
});
