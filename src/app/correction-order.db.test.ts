import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD_REPORT } from '#enforcement/case-reports';
import { CORRECTION_ORDER } from '#enforcement/correction-order';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { addDays, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { pdfText } from '#platform/documents/testing';
import { digestOf } from '#platform/identity/keys';
import { drainOutbox, type OutboxItem } from '#platform/outbox';
import { ANCHOR, type Person } from '#testing/city';
import { aPerson } from '#testing/identity';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { seenWithinItsTier } from '#testing/seen-within-its-tier';
import { type ServedCity, servedCity } from '#testing/served-city';
import type { LookedFor } from '#testing/ways-to-a-matter';
import type { ReportsAnswer } from '../enforcement/case-reports/contract.ts';
import { caseReportRoutes } from '../enforcement/case-reports/routes.ts';
import * as typed from '../enforcement/correction-order/testing.ts';
import type { OrdinaryPenalty } from '../enforcement/ordinary-penalty/model.ts';
import * as penalty from '../enforcement/ordinary-penalty/testing.ts';
import type { SameParty } from '../enforcement/same-party/contract.ts';
import { samePartyRoutes } from '../enforcement/same-party/routes.ts';
import { afterActs } from './after-act.ts';
import { fileDisobeyed } from './filed-order-reaction.ts';
import { readLists } from './list-facts.ts';
import { renderingHandlers } from './rendering.ts';
import { reportingOf } from './reported-cases.ts';

type Input = Readonly<Record<string, Json>>;
const KIND = 'correction-order';
const KEY = `fhk_${'A2B3'.repeat(13)}`;
let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(CORRECTION_ORDER), anyKind(ORDINARY_PENALTY), anyKind(HELD_REPORT)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, afterAct: afterActs(identity.keys) }),
    routes: async (server, { platform, identity }) => {
      await caseReportRoutes(server, reportingOf({ platform, identity }));
      await samePartyRoutes(server, { platform });
    },
  });
  const machine = await aPerson(served.identity, [{ organisationId: served.city.区市场监管局.id, role: 'machine', labelMax: 2 }], {
    name: '自有系统',
  });
  await served.database.pool.query(
    `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at)
     values (gen_random_uuid(), '对接', $1, $2, $3, '{cases.write}', '2026-01-01', '2026-12-31')`,
    [digestOf(KEY), machine.accountId, machine.postIds[0]],
  );
});
afterAll(() => served?.close());

type Answer = { readonly status: number; readonly body: Json & { readonly matterId?: string } };

/** An act as a browser sends it, and what follows after commit. */
async function act(by: Person, name: string, id: string | null, input: Input = {}, kind = KIND): Promise<Answer> {
  const page = await served.as(by);
  const answer = await page.call({
    method: 'POST',
    url: `/api/${kind}/${id === null ? '' : `${id}/`}${name}`,
    headers: { 'idempotency-key': randomUUID() },
    payload: { input },
  });
  while ((await drainOutbox(served.platform, new Map(renderingHandlers({ ...served, close: async () => undefined })))) > 0);
  return { status: answer.statusCode, body: answer.json() };
}
async function done(by: Person, name: string, id: string | null, input: Input = {}, kind = KIND): Promise<string> {
  const { status, body } = await act(by, name, id, input, kind);
  if (status !== 200 || body.matterId === undefined) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
  return body.matterId;
}

async function drafted(mark: string, more: Input = {}): Promise<LookedFor> {
  const { handlerA, handlerB } = served.city.区市场监管局;
  const file = await served.upload(handlerA, mark);
  const input = typed.aDraft({
    ...{
      officers: [handlerA.officerId, handlerB.officerId],
      foundOn: ANCHOR,
      by: null,
      cause: mark,
      papers: [file],
      party: typed.PARTIES.PERSON,
    },
    ...more,
  });
  return { id: await done(handlerA, 'open', null, input), mark, file };
}
async function sent(id: string): Promise<void> {
  const { handlerA, legalOffice } = served.city.区市场监管局;
  await done(legalOffice, 'seal-by-hand', id, { scan: [await served.upload(legalOffice)], copies: 3 });
  await done(handlerA, 'serve', id, typed.serve(ANCHOR));
}
const officers = (): Input => {
  const { handlerA, handlerB } = served.city.区市场监管局;
  return { officers: [handlerA.officerId, handlerB.officerId] };
};

describe('责令改正从提请到归档（处罚法第二十八条，SM-E2）', () => {
  it('签发取号、印出当事人全名，复查没有改正再次责令，改正后归档；号码没有明文，可以重新推演', async () => {
    const { handlerA, deputyHead } = served.city.区市场监管局;
    const { id } = await drafted('占道经营改正');
    await done(deputyHead, 'sign', id, { opinion: null, ownNumber: null });
    expect(await act(handlerA, 'serve', id, typed.serve(ANCHOR))).toMatchObject({
      status: 422,
      body: { refused: 'not-sealed', cite: { article: 61 } },
    });
    await sent(id);
    await done(handlerA, 'check-correction', id, { ...typed.check(false), ...officers() });
    await done(deputyHead, 'order-again', id, typed.again(1, null));
    await sent(id);
    await done(handlerA, 'check-correction', id, { ...typed.check(true, 2), ...officers() });
    await done(handlerA, 'archive', id, { number: '责改-001' });
    const [row] = await rows(served.database.pool, 'select * from correction_order where matter_id = $1', [id]);
    expect(row).toMatchObject({ party_name: '张某', number: '临市监责改〔2026〕1号', orders: 2, corrected: true, ended_on: ANCHOR });
    const letters = await rows<{ sha256: string; number: string }>(
      served.database.pool,
      `select f.sha256, d.number from document d join file f on f.id = d.pdf_file where d.matter_id = $1 and d.kind = 'correction' order by d.seq`,
      [id],
    );
    expect(letters.map(({ number }) => number)).toEqual(['临市监责改〔2026〕1号', '临市监责改〔2026〕2号']);
    const printed = pdfText(Buffer.concat(await served.blobs.read(letters[1]?.sha256 ?? '').toArray())).join('');
    for (const said of ['张三丰', '临市监责改〔2026〕1号', '再次责令']) expect(printed).toContain(said);
    expect(await columnsHolding(served.database.pool, ['张三丰', String(typed.PARTIES.PERSON['idNumber'])])).toEqual([]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('没有改正另行立案的，与登记的案件相互关联；看不见的人两边都看不到', async () => {
    const { handlerA, deputyHead } = served.city.区市场监管局;
    const { id } = await drafted('另行立案的改正');
    await done(deputyHead, 'sign', id, { opinion: null, ownNumber: null });
    await sent(id);
    await done(handlerA, 'check-correction', id, { ...typed.check(false), ...officers() });
    await done(deputyHead, 'follow-correction', id, typed.follow('filed'));
    const days = { actStartedOn: addDays(ANCHOR, -3), actEndedOn: null, discoveredOn: ANCHOR };
    const caseId = await done(handlerA, 'open', null, { ...penalty.CLUE, ...days, cause: '逾期不改正' }, 'ordinary-penalty');
    await done(handlerA, 'to-case', id, { case: caseId });
    expect(await casesOf(id)).toEqual([]);
    const linked = async (by: Person, from: string, to: string) => {
      const answer = await (await served.as(by)).call({ url: `/api/matters/${from}` });
      return answer.statusCode === 200 && answer.body.includes(to);
    };
    for (const by of [handlerA, served.city.区司法局.supervisorA])
      expect([await linked(by, id, caseId), await linked(by, caseId, id)], by.name).toEqual([true, true]);
    for (const by of [served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect([await linked(by, id, caseId), await linked(by, caseId, id)], by.name).toEqual([false, false]);
  });
});

/** Cases that were opened from an order. */
const casesOf = (id: string) =>
  rows<{ id: string }>(served.database.pool, `select matter_id as id from matter_link where other_id = $1 and relation = 'opened-from'`, [
    id,
  ]);

it('不另选案件的，由平台登记线索：当事人、事实、材料带入一次，两件互相关联；再办一次不重复；岗位已经不在任的不登记（处罚法第五十四条）', async () => {
  const { handlerA, deputyHead } = served.city.区市场监管局;
  const toCase = async (mark: string): Promise<string> => {
    const { id } = await drafted(mark);
    await done(deputyHead, 'sign', id, { opinion: null, ownNumber: null });
    await sent(id);
    await done(handlerA, 'check-correction', id, { ...typed.check(false), ...officers() });
    await done(deputyHead, 'follow-correction', id, typed.follow('filed'));
    await done(handlerA, 'to-case', id, { case: null });
    return id;
  };
  const opened = { ...served, close: async () => undefined };
  const goOn = async (id: string): Promise<void> => {
    const [item] = await rows<OutboxItem>(
      served.database.pool,
      `select seq as id, city, cohort, matter_id, seq, type as topic, '{}'::jsonb as payload, 0 as attempts from act where matter_id = $1 and type = 'to-case'`,
      [id],
    );
    if (item === undefined) throw new Error('nothing done');
    await fileDisobeyed(opened, item);
    await fileDisobeyed(opened, item);
  };
  const id = await toCase('自动立案的改正');
  await goOn(id);
  const cases = await casesOf(id);
  expect(cases).toHaveLength(1);
  const [row] = await rows<{ state: OrdinaryPenalty }>(served.database.pool, 'select state from matter where id = $1', [cases[0]?.id]);
  expect(row?.state).toMatchObject({
    status: 'clue',
    cause: '自动立案的改正',
    fromCorrection: id,
    party: { name: '张某' },
    actEndedOn: null,
  });
  expect(row?.state.narrative).toContain('复查没有改正');
  const files = await rows(served.database.pool, 'select 1 from file where matter_id = $1', [cases[0]?.id]);
  expect(files).toHaveLength(1);
  expect(await columnsHolding(served.database.pool, ['张三丰'])).toEqual([]);
  // The same party's others are listed; the case that follows the order is no second one of it.
  const others = await (await served.as(handlerA)).call({ url: `/api/matters/${id}/same-party?limit=100` });
  const listed = others.json<SameParty>().items;
  expect(listed.find((one) => one.id === cases[0]?.id)).toMatchObject({ kindName: '普通程序处罚案件', alike: null });
  expect(listed.some((one) => one.kindName === '责令改正')).toBe(true);
  const left = await toCase('离任以后的改正');
  const [post] = await rows<{ held: string }>(served.database.pool, 'select held::text from post where id = $1', [handlerA.session.postId]);
  await served.database.pool.query(`update post set held = daterange(lower(held), lower(held) + 1) where id = $1`, [
    handlerA.session.postId,
  ]);
  await goOn(left);
  await served.database.pool.query('update post set held = $2::daterange where id = $1', [handlerA.session.postId, post?.held]);
  expect(await casesOf(left)).toEqual([]);
});

describe('责令改正只供责令机关和监督机关', () => {
  it('责令机关、本级和上级司法行政部门处处看得见，别的单位、别的旗县处处没有；密封的一件处处没有', async () => {
    const [open, twin] = [await drafted('孪生改正甲'), await drafted('孪生改正乙')];
    await seenWithinItsTier(served, KIND, { open, twin, doer: served.city.区市场监管局.deputyHead });
  });
});

describe('自有系统报送责令改正（细则第三条第一款）', () => {
  type Step = { readonly stepRef: string; readonly act: string; readonly on: string; readonly input: Input };
  const step = (stepRef: string, name: string, on: string, input: Input): Step => ({ stepRef, act: name, on, input });
  const tell = async (caseRef: string, steps: readonly Step[]): Promise<ReportsAnswer> => {
    const headers = { authorization: `Bearer ${KEY}` };
    const answer = await served.app.inject({
      method: 'POST',
      url: `/api/${KIND}/reports`,
      headers,
      payload: { cases: [{ caseRef, steps }] },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<ReportsAnswer>();
  };
  const OFFICERS = ['15080210001', '15080210002'];
  const upload = async (): Promise<string> => {
    const payload = ['--x', 'content-disposition: form-data; name="file"; filename="a.pdf"', '', '材料', '--x--', ''].join('\r\n');
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'multipart/form-data; boundary=x' };
    return (await served.app.inject({ method: 'POST', url: '/api/files', headers, payload })).json<{ id: string }>().id;
  };
  const whole = async (number: string, checkedOn: string): Promise<readonly Step[]> => {
    const draft = { officers: OFFICERS, foundOn: '2026-01-06', by: '2026-01-20', cause: `逾期未报${number}`, papers: [await upload()] };
    return [
      step('1', 'open', '2026-01-07', typed.aDraft(draft)),
      step('2', 'sign', '2026-01-08', { opinion: null, ownNumber: `临自责改〔2026〕${number}号` }),
      step('3', 'serve', '2026-01-09', typed.serve('2026-01-09')),
      step('4', 'check-correction', checkedOn, { ...typed.check(false), officers: OFFICERS }),
      step('5', 'follow-correction', checkedOn, typed.follow('filed')),
      step('6', 'archive', '2026-01-30', { number: '1' }),
    ];
  };
  const findingsOf = async (answer: ReportsAnswer): Promise<number> =>
    (await rows(served.database.pool, 'select 1 from finding where matter_id = $1', [answer.cases[0]?.matterId])).length;

  it('一次报全，用原文号；缺前一步骤的留存待办；期限届满以前认定没有改正的照录并预警', async () => {
    const lawful = await tell('改-1', await whole('1', '2026-01-20'));
    expect(lawful).toMatchObject({ recorded: 6, held: 0, cases: [{ status: 'archived' }] });
    const [late] = await whole('2', '2026-01-20');
    const held = await tell('改-2', (await whole('2', '2026-01-20')).slice(1, 2));
    expect(held.cases[0]?.steps).toMatchObject([{ outcome: 'held' }]);
    expect(await tell('改-2', late === undefined ? [] : [late])).toMatchObject({ recorded: 1 });
    const early = await tell('改-3', await whole('3', '2026-01-19'));
    expect(early).toMatchObject({ recorded: 6, held: 0 });
    expect([await findingsOf(lawful), await findingsOf(early)]).toEqual([0, 1]);
    const [modes] = await rows(served.database.pool, 'select count(*)::int as n from document where matter_id = $1', [
      lawful.cases[0]?.matterId,
    ]);
    expect(modes).toEqual({ n: 0 });
  });
});
