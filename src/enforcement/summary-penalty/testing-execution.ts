import type { BaseState, Json } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { COLLECTED, DEPUTY, delivered, HANDLER } from './testing.ts';

type Input = Readonly<Record<string, Json>>;

const UNIT = '区市场监管局';
export const HEAD = actor(UNIT, 'head', '局长');
const SEALER = actor(UNIT, 'seal-keeper', '文印员');
const OWN: Input = { ownNumber: null };

/** Every document is there, and sealed where it was sealed. */
function printed(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  const ids = r.stored.flatMap(({ payload }) => payload.documents.map((d) => d.id));
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}
const unsealed = (r: Rehearsal): Rehearsal =>
  printed(r).withState((s: BaseState) => ({
    ...s,
    renderings: Object.fromEntries(Object.entries(s.renderings ?? {}).map(([id, one]) => [id, { ...one, sealed: null }])),
  }));

export const SERVED: Input = {
  ...{ how: 'in-person', receiver: '本人', witness: null, publishedOn: null, place: null, papers: null },
};
/** The letter in hand sealed, not yet served. */
export const sealedForService = (r: Rehearsal): Rehearsal => printed(unsealed(r).does(SEALER, 'seal'));
/** Sealed and served in person on the day. */
export function sent(r: Rehearsal): Rehearsal {
  return sealedForService(r).does(HANDLER, 'serve', { ...SERVED, receivedOn: r.today });
}

/** Delivered on 2026-06-01: to be paid by the 16th. */
export const owing = (more: Input = {}): Rehearsal => delivered(more).does(HANDLER, 'report');
export const DEFER: Input = { asked: '资金困难', instalments: [{ due: '2026-07-31', sum: null }], plan: '七月底前缴清', opinion: null };
/** 延期 to a day. */
export const deferTo = (due: string): Input => ({ ...DEFER, instalments: [{ due, sum: null }] });
export const AGREE: Input = { remedied: '已亮照经营并书面承诺', plan: '分两次缴清', waived: 300, papers: [idOf('执行协议')] };
export const URGE: Input = { content: '缴纳罚款。', contact: '承办科 0478-0000000', ...OWN };
export const APPLY: Input = { court: '临河区人民法院', opinions: '当事人没有意见。', object: '罚款和加处罚款，有经营场所。', papers: null };
export const AMEND: Input = {
  ...{ via: 'own', undoing: 'revoked', cause: 'facts', reason: '复查发现证据不足。', redoBy: null, court: '临河区人民法院', ...OWN },
  ...{ kinds: null, fine: null, income: null, goods: null, content: null },
};
export const RECTIFY: Input = {
  items: [{ what: 'day', place: '第一段', wrong: '9时30分', right: '9时03分' }],
  ...{ reason: '与现场录像核对，时间误写。', unchanged: true, ...OWN },
};
export const FAILED: Input = { how: '直接送达', reason: '下落不明' };
/** 终结执行 against a person. */
export const ENDING: Input = { cause: 'no-estate', basis: null, reason: '没有遗产，也没有义务承受人。', papers: [idOf('死亡证明')] };
/** The reminder is put out as a notice to the public, after two other ways have failed. */
export const announced = (on: string): Rehearsal =>
  sealedForService(owing().on('2026-06-17').does(DEPUTY, 'urge', URGE))
    .does(HANDLER, 'fail-service', FAILED)
    .does(HANDLER, 'fail-service', FAILED)
    .on(on)
    .does(HANDLER, 'announce', { on, where: '旗政府网站', reason: '直接送达两次未能送达。', papers: [idOf('公告')] });
/** The reminder arrives on Wednesday 2026-06-17: ten working days end on 2026-07-01. */
export const urged = (): Rehearsal => sent(owing().on('2026-06-17').does(DEPUTY, 'urge', URGE));
/** The sixty days of 复议 end on 2026-07-31. */
export const inCourt = (): Rehearsal => urged().on('2026-08-03').does(DEPUTY, 'apply-court', APPLY);
export const ruled = (ruling: string): Rehearsal =>
  inCourt().on('2026-08-10').does(HANDLER, 'ruling', { ruling, on: '2026-08-07', receivedOn: null, words: null });
export const published = (): Rehearsal => owing().does(HANDLER, 'publish', { on: '2026-06-01', where: '执法公示平台' });

/** Ways that only carrying a decision out opens. */
export const executionWays = (): readonly Rehearsal[] => [
  sent(owing().does(DEPUTY, 'rectify', RECTIFY)),
  owing().does(DEPUTY, 'defer', DEFER),
  owing().on('2026-06-17').does(DEPUTY, 'urge', URGE).does(DEPUTY, 'void-letter', { reason: '数额有误。' }),
  owing().on('2026-06-18').does(DEPUTY, 'agree', AGREE).does(HANDLER, 'pay', { fine: 10_000, surcharge: 300, receipt: '1' }),
  unsealed(owing().on('2026-06-17').does(DEPUTY, 'urge', URGE))
    .does(SEALER, 'seal-by-hand', { scan: [idOf('扫描件')] })
    .does(HANDLER, 'confirm-address', { electronic: true, channel: '电子邮箱', papers: [idOf('确认书')] })
    .does(HANDLER, 'fail-service', { how: '直接送达', reason: '不在场' })
    .does(HANDLER, 'serve', { ...SERVED, how: 'electronic', receivedOn: '2026-06-17' }),
  announced('2026-06-18'),
  urged(),
  inCourt(),
  ruled('granted')
    .does(HANDLER, 'pay', { fine: 10_000, surcharge: 10_000, receipt: '1' })
    .does(HANDLER, 'complete-performance', { summary: '法院执行完毕。' }),
  ruled('declined')
    .does(DEPUTY, 'appeal-ruling', { on: '2026-08-10', court: '市中级人民法院', papers: null })
    .on('2026-08-20')
    .does(HANDLER, 'ruling', { ruling: 'declined', on: '2026-08-19', receivedOn: null, words: null })
    .does(DEPUTY, 'end', { ...ENDING, cause: 'court-refused' }),
  sent(published().does(HEAD, 'correct-own', AMEND)).does(HANDLER, 'withdraw-publication', {
    ...{ no: 1, on: '2026-06-01', where: '执法公示平台', reason: '决定已被撤销' },
  }),
  owing().does(DEPUTY, 'not-public', { reason: 'no-effect', words: '轻微' }),
  delivered({ way: 'on-the-spot', bank: null })
    .does(HANDLER, 'collect', COLLECTED)
    .does(HANDLER, 'hand-in')
    .does(HANDLER, 'bank', { proof: '1' }),
];
