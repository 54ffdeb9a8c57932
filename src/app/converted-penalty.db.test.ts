import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY } from '#enforcement/summary-penalty';
import type { Json } from '#law';
import { correct } from '#platform/acts/correct';
import { anyKind } from '#platform/acts/kinds';
import { type Performed, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import type { OutboxItem } from '#platform/outbox';
import { readParties } from '#platform/parties/store';
import { ANCHOR, type Person } from '#testing/city';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { type ServedCity, servedCity } from '#testing/served-city';
import type { OrdinaryPenalty } from '../enforcement/ordinary-penalty/model.ts';
import { CARRIED } from '../enforcement/ordinary-penalty/testing.ts';
import * as typed from '../enforcement/summary-penalty/testing.ts';
import { goOnInOrdinary } from './converted-reaction.ts';
import { readLists } from './list-facts.ts';

type Input = Readonly<Record<string, Json>>;
let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(SUMMARY_PENALTY), anyKind(ORDINARY_PENALTY)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, reactsTo: new Set(['summary-penalty.convert']) }),
  });
});
afterAll(() => served?.close());

async function act(by: Person, kind: string, name: string, matterId: string | null, input: Input): Promise<Performed> {
  const answer = await perform(served.platform, { by: by.session, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}
const stateOf = async (id: string): Promise<OrdinaryPenalty> => {
  const [row] = await rows<{ state: OrdinaryPenalty }>(served.database.pool, 'select state from matter where id = $1', [id]);
  if (row === undefined) throw new Error(`no matter ${id}`);
  return row.state;
};
const goOn = async (id: string): Promise<void> => {
  const [item] = await rows<OutboxItem>(
    served.database.pool,
    "select * from outbox where matter_id = $1 and topic = 'summary-penalty.convert'",
    [id],
  );
  if (item === undefined) throw new Error('nothing queued');
  await goOnInOrdinary({ ...served, close: async () => undefined }, item);
};
const ordinaryOf = (id: string) =>
  rows<{ id: string }>(served.database.pool, 'select matter_id as id from matter_link where other_id = $1 and relation = $2', [
    id,
    'opened-from',
  ]);

it('当场处罚转为普通程序：当事人、执法人员、事实、依据、现场材料带入一次，两案互相关联；再办一次不重复（处罚法第五十四条）', async () => {
  const { handlerA, handlerB } = served.city.区市场监管局;
  const photo = await served.upload(handlerA, '现场照片');
  const opening = typed.opening({
    officers: [handlerA.officerId, handlerB.officerId],
    actOn: ANCHOR,
    party: typed.PARTIES.PERSON,
    evidence: [photo],
  });
  const { matterId } = await act(handlerA, 'summary-penalty', 'open', null, opening);
  await act(handlerA, 'summary-penalty', 'hear', matterId, {
    ...typed.NO_STATEMENT,
    ...{ statement: 'made', words: '不知道要亮照', review: 'rejected', reason: '不影响违法行为成立' },
  });
  await act(handlerA, 'summary-penalty', 'convert', matterId, { reason: '事实有争议' });
  await goOn(matterId);
  const [case1, ...others] = await ordinaryOf(matterId);
  expect(others).toEqual([]);
  const id = case1?.id ?? '';
  const s = await stateOf(id);
  expect(s).toMatchObject({
    ...{ status: 'clue', source: 'on-the-spot', fromSummary: matterId, cause: typed.CONDUCT, place: '解放西街1号', itemCode: typed.ITEM },
    ...{ actStartedOn: ANCHOR, actEndedOn: ANCHOR, discoveredOn: ANCHOR, isEnterprise: false },
    handlerIds: [handlerA.officerId, handlerB.officerId],
  });
  expect([s.narrative.includes('不知道要亮照'), s.basis]).toEqual([true, opening['basis']]);
  const [piece] = s.evidence;
  expect(piece).toMatchObject({ no: 1, kind: 'audiovisual', verifiedOn: null, on: ANCHOR });
  const digests = await rows<{ matter_id: string }>(
    served.database.pool,
    'select matter_id from file where sha256 = $1 order by uploaded_at, id',
    [piece?.files[0]?.sha256],
  );
  expect(digests.map((f) => f.matter_id).sort()).toEqual([matterId, id].sort());
  const whole = await readParties(served.database.pool, served.identity.keys, id, [s.party.id]);
  expect([whole.get(s.party.id)?.name, s.party.name]).toEqual(['张三丰', '张某']);
  expect(await columnsHolding(served.database.pool, ['张三丰', String(typed.PARTIES.PERSON['idNumber'])])).toEqual([]);
  await goOn(matterId);
  expect(await ordinaryOf(matterId)).toHaveLength(1);
  // Officers and basis need not be typed again: the form begins with them.
  await act(handlerA, 'ordinary-penalty', 'propose-filing', id, {
    ...{ ...CARRIED, handlers: s.handlerIds, basis: s.basis, itemCode: s.itemCode, region: served.city.区市场监管局.id },
  });
  expect(await stateOf(id)).toMatchObject({
    status: 'filing',
    handlerIds: [handlerA.officerId, handlerB.officerId],
    basis: opening['basis'],
  });
  expect((await verify(served.platform)).faults).toEqual([]);
});

it('逐件登记的证据、音像记录各自带入为证据和记录；更正替换下来的、撤销录入的文件不带入（处罚法第四十六条、第四十七条）', async () => {
  const { handlerA, handlerB } = served.city.区市场监管局;
  const officers = [handlerA.officerId, handlerB.officerId];
  const opening = typed.opening({
    officers,
    actOn: ANCHOR,
    party: typed.PARTIES.PERSON,
    evidence: [await served.upload(handlerA, '全景照片')],
  });
  const { matterId } = await act(handlerA, 'summary-penalty', 'open', null, opening);
  const piece = {
    kind: 'audiovisual',
    source: '现场执法',
    place: '解放西街1号',
    how: 'surveyed',
    form: 'original',
    officers,
    verified: true,
  };
  const photo = await served.upload(handlerA, '门前照片');
  const told = { ...piece, name: '门前照片', proves: '没有亮照', keeper: handlerA.name, keptAt: '证据柜' };
  await act(handlerA, 'summary-penalty', 'evidence', matterId, { ...told, papers: [photo] });
  const handing = { no: 1, from: handlerA.name, to: '技术人员', place: '检验室', why: '提取数据' };
  await act(handlerA, 'summary-penalty', 'hand-over-evidence', matterId, handing);
  await act(handlerA, 'summary-penalty', 'view-original', matterId, { no: 1, who: '技术人员', why: '提取数据', resealed: true });
  const wrong = await served.upload(handlerA, '错传的照片');
  const mistaken = await act(handlerA, 'summary-penalty', 'evidence', matterId, { ...piece, name: '错传', proves: '…', papers: [wrong] });
  const asked = { matterId, seq: mistaken.seq, what: { retract: true }, reason: '传错了', proof: [] } as const;
  const proposed = { ...asked, session: handlerA.session, ifSeq: mistaken.seq, proposal: null };
  expect(await correct(served.platform, proposed)).toMatchObject({ ok: true, done: false });
  const seq = mistaken.seq + 1;
  const confirmed = { ...proposed, session: handlerB.session, ifSeq: seq, proposal: { seq } };
  expect(await correct(served.platform, confirmed)).toMatchObject({ ok: true, done: true });
  await act(handlerA, 'summary-penalty', 'record-av', matterId, {
    ...{ stage: 'on-spot', from: '09:10', until: '09:30', device: '执法记录仪3号', officers, told: true },
    papers: [await served.upload(handlerA, '执法记录')],
  });
  await act(handlerA, 'summary-penalty', 'convert', matterId, { reason: '事实有争议' });
  await goOn(matterId);
  const [case1] = await ordinaryOf(matterId);
  const s = await stateOf(case1?.id ?? '');
  expect(s.evidence.map(({ no, name, proves, verifiedOn }) => ({ no, name, proves, verifiedOn }))).toEqual([
    { no: 1, name: '门前照片', proves: '没有亮照', verifiedOn: null },
    { no: 2, name: '当场处罚现场取得的照片、录音录像等材料', proves: undefined, verifiedOn: null },
  ]);
  expect(s.evidence.map((e) => [e.on, e.files.length, e.custody?.at(-1)?.place ?? null])).toEqual([
    [ANCHOR, 1, '检验室'],
    [ANCHOR, 1, null],
  ]);
  expect(s.evidence[0]).toMatchObject({
    custody: [
      { on: ANCHOR, from: '现场执法', to: handlerA.name, place: '证据柜', why: '取得' },
      { on: ANCHOR, from: handlerA.name, to: '技术人员', place: '检验室', why: '提取数据' },
    ],
    looks: [{ on: ANCHOR, who: '技术人员', why: '提取数据', resealed: true }],
  });
  expect(s.recordings).toMatchObject([{ no: 1, stage: 'on-spot', on: ANCHOR, device: '执法记录仪3号', files: [{}] }]);
  const carried = await rows<{ name: string }>(served.database.pool, 'select name from file where matter_id = $1 order by name', [
    case1?.id,
  ]);
  expect(carried).toHaveLength(3);
  expect((await verify(served.platform)).faults).toEqual([]);
});
