import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSISTANCE, type Assistance } from '#coordination/assistance';
import { ORDINARY_PENALTY, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import { addDays, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { CASE_SUPERVISION, type SupervisionCase } from '#supervision/case-supervision';
import { ANCHOR, type Person } from '#testing/city';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { type ServedCity, servedCity } from '#testing/served-city';
import { type LookedFor, waysTo } from '#testing/ways-to-a-matter';
import * as typed from '../enforcement/ordinary-penalty/testing.ts';
import { toAskingCase, toCoordination } from './assistance-reactions.ts';
import { readLists } from './list-facts.ts';
import type { Opened } from './opened.ts';

type Input = Readonly<Record<string, Json>>;
const KIND = 'assistance';
let served: ServedCity;
let opened: Opened;
let items = 0;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(ASSISTANCE), anyKind(ORDINARY_PENALTY), anyKind(CASE_SUPERVISION)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists }),
  });
  const { platform, identity, blobs } = served;
  opened = { platform, identity, blobs, close: async () => undefined };
});
afterAll(() => served?.close());

async function act(by: Person, kind: string, name: string, matterId: string | null, input: Input = {}): Promise<string> {
  const answer = await perform(served.platform, { by: by.session, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}
async function stateOf<S>(id: string): Promise<S> {
  const [found] = await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ state: S }>(client, 'select state from matter where id = $1', [id]),
  );
  if (found === undefined) throw new Error('no such matter');
  return found.state;
}
/** What an act has queued, as it is worked off after commit. */
async function queued(id: string, type: string): Promise<OutboxItem> {
  const [item] = await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<OutboxItem>(
      client,
      `select seq as id, city, cohort, matter_id, seq, type as topic, '{}'::jsonb as payload, 0 as attempts from act where matter_id = $1 and type = $2 order by seq desc limit 1`,
      [id, type],
    ),
  );
  if (item === undefined) throw new Error(`no ${type}`);
  items += 1;
  return { ...item, id: items };
}

const DAYS: Input = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };
const NUMBER = '150802199001010017';

async function filedCase(): Promise<string> {
  const { handlerA, handlerB, head } = served.city.区市场监管局;
  const id = await act(handlerA, 'ordinary-penalty', 'open', null, { ...typed.CLUE, ...DAYS, materials: null });
  await act(handlerA, 'ordinary-penalty', 'propose-filing', id, {
    ...typed.PROPOSAL,
    region: served.city.区市场监管局.id,
    handlers: [handlerA.officerId, handlerB.officerId],
  });
  await act(head, 'ordinary-penalty', 'file', id);
  return id;
}

async function drafted(fromCase: string, mark: string): Promise<LookedFor> {
  const { handlerA } = served.city.区市场监管局;
  const file = await served.upload(handlerA, mark);
  const input = {
    ...{ fromCase, way: 'inquire', subject: mark, addressee: served.city.市交通局.id, outside: null },
    ...{ basis: '请求协查', who: { ...typed.PERSON, idNumber: NUMBER }, facts: '涉嫌违法运输。', request: '请核实。' },
    ...{ materials: null, attachments: [file], wantedBy: null, contact: '电话' },
  };
  return { id: await act(handlerA, KIND, 'draft', null, input), mark, file };
}

async function sent(id: string): Promise<void> {
  const { handlerA, legalOffice, deputyHead } = served.city.区市场监管局;
  await act(handlerA, KIND, 'submit', id);
  await act(legalOffice, KIND, 'review', id);
  await act(deputyHead, KIND, 'sign', id);
  await act(legalOffice, KIND, 'seal-by-hand', id, { scan: [await served.upload(legalOffice)] });
  await act(handlerA, KIND, 'serve', id);
}

describe('执法协助、协查（行政处罚法第二十六条）', () => {
  it('答复连同材料列入请求机关的案件，由两人列为证据；协查对象没有明文；重做一遍不重复', async () => {
    const { handlerA, handlerB } = served.city.区市场监管局;
    const { legalOffice } = served.city.市交通局;
    const caseId = await filedCase();
    const { id } = await drafted(caseId, '核实车辆登记');
    await sent(id);
    await act(legalOffice, KIND, 'receive', id);
    const paper = await served.upload(legalOffice, '登记信息');
    await act(legalOffice, KIND, 'answer', id, { words: '登记信息附后。', number: '巴交函〔2026〕9号', papers: [paper] });
    const item = await queued(id, 'answer');
    await toAskingCase(opened, item);
    await toAskingCase(opened, item);
    const noted = await stateOf<OrdinaryPenalty>(caseId);
    expect(noted.assistance).toMatchObject([
      { requestId: id, organ: served.city.市交通局.name, letter: expect.stringContaining('协查'), outcome: 'given', evidenceNo: null },
    ]);
    const take = { no: 1, kind: 'documentary', name: '登记信息', officers: [handlerA.officerId, handlerB.officerId], late: null };
    await act(handlerA, 'ordinary-penalty', 'take-assistance', caseId, take);
    const taken = await stateOf<OrdinaryPenalty>(caseId);
    const given = (await stateOf<Assistance>(id)).answer?.files[0]?.sha256;
    expect(taken.evidence.at(-1)).toMatchObject({ name: '登记信息', verifiedOn: null, files: [{ sha256: given }] });
    const own = await (await served.as(handlerA)).call({ url: `/api/matters/${caseId}` });
    const [file] =
      own.json<{ timeline: { type: string; files: { id: string }[] }[] }>().timeline.find((t) => t.type === 'note-assistance')?.files ?? [];
    expect((await (await served.as(handlerA)).call({ url: `/api/files/${file?.id ?? ''}` })).statusCode).toBe(200);
    expect(await columnsHolding(served.database.pool, [NUMBER])).toEqual([]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('被请求机关自己制发的复函：发出以前请求机关处处看不到，发出以后连同随函材料列入案件，可以列为证据（行政处罚法第二十六条）', async () => {
    const { handlerA } = served.city.区市场监管局;
    const { legalOffice, receiver, head } = served.city.市交通局;
    const caseId = await filedCase();
    const { id } = await drafted(caseId, '复函核实登记');
    await sent(id);
    await act(legalOffice, KIND, 'receive', id);
    const secret = '登记在他人名下';
    const reply = { outcome: 'given', ground: null, words: secret, materials: [{ name: '登记信息' }], contact: '电话' };
    await act(receiver, KIND, 'draft-reply', id, reply);
    await act(legalOffice, KIND, 'review-reply', id);
    await act(head, KIND, 'sign-reply', id);
    const signed = await stateOf<Assistance>(id);
    const before = await (await served.as(handlerA)).call({ url: `/api/matters/${id}` });
    expect([before.body.includes(secret), before.body.includes(signed.reply?.letter?.number ?? '？')]).toEqual([false, false]);
    await act(legalOffice, KIND, 'seal-reply-by-hand', id, { scan: [await served.upload(legalOffice, '复函扫描件')] });
    await act(receiver, KIND, 'send-reply', id, { papers: [await served.upload(receiver, '登记信息')] });
    const item = await queued(id, 'send-reply');
    await toAskingCase(opened, item);
    await toAskingCase(opened, item);
    const noted = await stateOf<OrdinaryPenalty>(caseId);
    expect(noted.assistance).toMatchObject([
      { outcome: 'given', words: secret, number: signed.reply?.letter?.number, files: [{}, {}], evidenceNo: null },
    ]);
    const after = await (await served.as(handlerA)).call({ url: `/api/matters/${id}` });
    expect([after.body.includes(secret), after.body.includes(signed.reply?.letter?.number ?? '？')]).toEqual([true, true]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('请求机关、其上级和监督机关看得见；被请求机关送达以后才看得见，看函须写明事由；别的单位处处没有；密封的一件处处没有', async () => {
    const caseId = await filedCase();
    const open = await drafted(caseId, '看得见的请求');
    const twin = await drafted(caseId, '密封的请求');
    const asked = served.city.市交通局;
    const nothing = { page: false, list: false, number: false, search: false, workbook: false, tasks: false, file: false };
    const ways = async (person: Person, one: LookedFor) => waysTo(await served.as(person), KIND, one);
    expect(await ways(asked.head, open)).toEqual(nothing);
    await sent(open.id);
    await sent(twin.id);
    for (const [table, key] of [['matter', 'id'], ...['participant', 'assistance', 'document', 'task'].map((t) => [t, 'matter_id'])])
      await served.database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [twin.id]);
    const within = [
      served.city.区市场监管局.handlerA,
      asked.legalOffice,
      served.city.区司法局.supervisorA,
      served.city.市司法局.supervisorA,
    ];
    for (const person of within) {
      expect(await ways(person, open), person.name).toMatchObject({ page: true, list: true, number: true, search: true, workbook: true });
      expect(await ways(person, twin), person.name).toEqual(nothing);
    }
    for (const person of [served.city.旗市场监管局.head, served.city.旗司法局.supervisorA, served.city.狼山镇.receiver])
      expect(await ways(person, open), person.name).toEqual(nothing);
    const page = await (await served.as(asked.legalOffice)).call({ url: `/api/matters/${open.id}` });
    expect([page.body.includes('涉嫌违法运输'), page.body.includes(NUMBER)]).toEqual([false, false]);
    expect(page.json()).toMatchObject({ asksReason: true, state: { status: 'receiving' } });
    expect((await (await served.as(asked.legalOffice)).call({ url: `/api/files/${open.file}` })).statusCode).not.toBe(200);
  });

  it('不予协助的，列入案件；协商不成报协调，两个机关不同级的由市司法行政部门，成为其线索，只一件（细则第六条）', async () => {
    const { head } = served.city.区市场监管局;
    const { legalOffice } = served.city.市交通局;
    const caseId = await filedCase();
    const { id } = await drafted(caseId, '请求遭拒');
    await sent(id);
    await act(legalOffice, KIND, 'receive', id);
    await act(legalOffice, KIND, 'refuse', id, { ground: 'not-competent', words: '不属于本局职权。', number: null, papers: null });
    await toAskingCase(opened, await queued(id, 'refuse'));
    expect((await stateOf<OrdinaryPenalty>(caseId)).assistance).toMatchObject([{ outcome: 'refused', words: '不属于本局职权。' }]);
    const ask = { negotiated: '电话协商未成。', law: '处罚法第二十六条', proposal: '请予协助。' };
    await act(head, KIND, 'ask-coordination', id, ask);
    const item = await queued(id, 'ask-coordination');
    await toCoordination(opened, item);
    await toCoordination(opened, item);
    const clues = await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ state: SupervisionCase; home_id: string }>(
        client,
        `select m.state, m.home_id from matter m join matter_link l on l.matter_id = m.id where l.other_id = $1 and m.kind = 'case-supervision'`,
        [id],
      ),
    );
    expect(clues).toMatchObject([
      { home_id: served.city.市司法局.id, state: { source: 'coordination', status: 'triage', unitId: served.city.市交通局.id } },
    ]);
    expect(clues[0]?.state.facts).toContain('协商记录：电话协商未成。');
  });
});
