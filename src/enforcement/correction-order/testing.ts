import { BAYANNUR_2026, type BaseState, type Json, type MatterFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { CORRECTION_ORDER } from './kind.ts';

export const KIND = anyKind(CORRECTION_ORDER);
type Input = Readonly<Record<string, Json>>;

const UNIT = '区市场监管局';
export const CAST = {
  handler: actor(UNIT, 'handler', '承办人甲'),
  deputy: actor(UNIT, 'deputy-head', '副局长'),
  head: actor(UNIT, 'head', '局长'),
  sealer: actor(UNIT, 'seal-keeper', '文印员'),
  machine: actor(UNIT, 'machine', '自有系统'),
};
export const [A, B, LAPSED] = [idOf(`${UNIT}承办人甲`), idOf(`${UNIT}承办人乙`), idOf(`${UNIT}证件过期者`)];
const enforcement = { kind: 'enforcement' } as const;

export const STAGE: Stage = {
  facts: register([
    certificate(`${UNIT}承办人甲`, UNIT, enforcement),
    certificate(`${UNIT}承办人乙`, UNIT, enforcement),
    certificate(`${UNIT}证件过期者`, UNIT, { ...enforcement, validThrough: '2026-05-31' as never }),
  ]),
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};

export const DAY = '2026-06-01';
export const OWN: Input = { ownNumber: null };
const [person, , firm] = TYPED_PARTIES;
export const PARTIES = { PERSON: person ?? {}, FIRM: firm ?? {} };

/** To be corrected by the 10th. */
export function aDraft(more: Input = {}): Input {
  return {
    ...{ source: 'inspection', sourceRef: '检查〔2026〕5号', officers: [A, B], party: PARTIES.FIRM, cause: '未按规定明码标价' },
    ...{ place: '临河区演示路', foundOn: DAY, facts: '十五种商品没有标明价格。', papers: [idOf('检查记录')] },
    ...{ violated: '《中华人民共和国价格法》第十三条', basis: '《中华人民共和国价格法》第四十二条' },
    ...{ content: '对全部商品明码标价。', by: '2026-06-10', court: null },
    ...more,
  };
}
export const check = (corrected: boolean, no = 1): Input => ({ no, corrected, found: '现场查看货架。', officers: [A, B], papers: null });
export const follow = (how: string, no = 1): Input => ({ no, how, words: '依照有关规定处理。' });
export const again = (no = 1, by: string | null = '2026-06-20'): Input => ({
  ...{ again: no, basis: '《中华人民共和国价格法》第四十二条', content: '对全部商品明码标价。', by, court: null },
  ...OWN,
});
export const serve = (receivedOn: string, more: Input = {}): Input => ({
  ...{ how: 'in-person', receivedOn, receiver: '负责人', witness: null, publishedOn: null, place: null, papers: null },
  ...more,
});
export const REVOKE: Input = { reason: '所依据的规定不适用于本案。', court: null, ...OWN };
export const REVOKED: Input = {
  ...{ via: 'reconsideration', number: '临政复〔2026〕3号', on: '2026-06-05', words: '撤销责令改正通知书。', papers: [idOf('复议决定书')] },
};

/** A penalty case of the organ, as the platform would answer for it. */
export const CASE = idOf('登记的案件');
export function caseOf(more: Partial<MatterFact> = {}): ReadonlyMap<string, MatterFact> {
  const standing = { id: CASE, kind: 'ordinary-penalty', status: 'clue', homeId: idOf(UNIT), followsThis: false };
  return new Map([[CASE, { ...standing, type: null, about: [], isIssued: false, ...more }]]);
}

export function opened(more: Input = {}, stage = STAGE): Rehearsal {
  return rehearse(KIND, stage, DAY).knowing(caseOf()).does(CAST.handler, 'open', aDraft(more));
}
/** As the platform does after the act: the pages are there, and sealed where they were. */
export function rendered(r: Rehearsal, sealed: boolean): Rehearsal {
  const ids = ['correction', 'revocation'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}
export function signed(more: Input = {}, stage = STAGE): Rehearsal {
  return rendered(opened(more, stage).does(CAST.deputy, 'sign', { opinion: null, ...OWN }), false);
}
/** The letter in hand sealed, and served on the day. */
export function sent(r: Rehearsal, more: Input = {}): Rehearsal {
  return rendered(rendered(r, false).does(CAST.sealer, 'seal', { copies: 3 }), true).does(CAST.handler, 'serve', serve(r.today, more));
}
export const withParty = (more: Input = {}): Rehearsal => sent(signed(more));
export const disobeyed = (): Rehearsal => withParty().on('2026-06-10').does(CAST.handler, 'check-correction', check(false));
