import {
  bureauReaches,
  cite,
  condition,
  domainsOf,
  type GuardCase,
  type InputOf,
  isActorOneOf,
  type OrganisationKind,
  type Stop,
} from '#law';
import type { Forms } from '../forms.ts';
import { AFFAIR_LABELS, type CertificateAffair, MAKES_CARD, TAKES_CARD } from '../model.ts';

type S = CertificateAffair;
type Application = InputOf<Forms['apply']>;
type Answering = InputOf<Forms['answer']>;

export const ART_8_5 = cite('实施细则', 8, undefined, 5);
export const ART_16 = cite('实施细则', 16);

const form = <I>(name: string, stops: (c: GuardCase<S, I>) => Stop) => condition<S, I>(name, 'form', ART_8_5, stops);

/** Which fields each affair asks for. */
export const COMPLETE = form<Application>('办理事项所要求的内容填写齐全', ({ input, legalDate }) => {
  const lacking = (what: string): Stop => ['incomplete', `${AFFAIR_LABELS[input.affair]}应当填写${what}`];
  if (input.affair === 'issue') {
    if (input.number !== null) return ['number-given', '申领的证件号由自治区制证时给定，申请时不填'];
    if (input.qualification === null) return lacking('资格条件：在编在岗、培训和考试情况');
    return domainsOf(input.domains).length === 0 && input.kind === 'enforcement' ? lacking('执法领域') : null;
  }
  if (input.number === null) return lacking('证件号');
  if (TAKES_CARD.includes(input.affair)) return input.proof === null ? lacking('证明材料：处理决定或者调离、退休文件') : null;
  if (input.affair === 'loss') {
    if (input.lostOn === null) return lacking('遗失日期');
    return input.lostOn > legalDate ? ['future', '遗失日期不得晚于今日'] : null;
  }
  return input.qualification === null ? lacking('资格条件：在编在岗、培训和履职情况') : null;
});

/** The unit applies for its people; the bureau for what it proposes itself and for its own supervisors. */
export const APPLICANT = form<Application>('由持证人所在单位、其上级或者司法行政部门申请', ({ input, facts, actor }) => {
  const unit = facts.organisations.get(input.unit);
  if (unit === undefined) return ['not-valid', '该单位今日不是有效单位（已终止或者没有登记）'];
  const mayApply = [unit.id, unit.superiorId, unit.answersThroughId].includes(actor.organisationId);
  if (mayApply || (actor.organisationId === input.bureau && TAKES_CARD.includes(input.affair))) return null;
  return ['not-applicant', '由持证人所在单位或者其上级申请；司法行政部门只对暂扣、吊销、注销提出'];
});

export const BUREAU = form<{ readonly unit: string; readonly bureau: string }>('由本级或者上一级司法行政部门审核', ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  if (facts.organisations.get(input.bureau)?.kind !== 'bureau') return ['not-bureau', '审核单位应当是司法行政部门'];
  return unit !== undefined && (unit.id === input.bureau || bureauReaches(input.bureau, unit, facts))
    ? null
    : ['other-bureau', '审核单位不是该单位本级或者上一级司法行政部门'];
});

/** The region's decision is recorded by the bureau of the unit or the one above it. */
export const OWN_BUREAU = form<InputOf<Forms['record-decision']>>('由该单位本级或者上一级司法行政部门登记', ({ input, facts, actor }) => {
  const unit = facts.organisations.get(input.unit);
  if (unit === undefined) return ['not-valid', '该单位该日不是有效单位（已终止或者没有登记）'];
  const own = actor.organisationId ?? '';
  const reaches = facts.organisations.get(own)?.kind === 'bureau' && (unit.id === own || bureauReaches(own, unit, facts));
  return reaches ? null : ['other-bureau', '自治区的决定由该单位本级或者上一级司法行政部门登记'];
});

const SUPERVISION_BODIES: readonly OrganisationKind[] = ['bureau', 'justice-office', 'government'];
export const KIND_OF_UNIT = condition<S, Application>('监督证只发给监督机关的人员', 'law', ART_16, ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  if (unit === undefined || input.affair !== 'issue') return null;
  if (unit.kind === 'external') return ['external', '外部机关不申领本平台登记的执法证件'];
  return input.kind === 'enforcement' || SUPERVISION_BODIES.includes(unit.kind)
    ? null
    : ['not-supervision-body', '行政执法监督证由行政执法监督机关的人员持有'];
});

export const NOT_APPLIED = condition<S, null>('审核人不是申请人', 'law', ART_8_5, ({ state, actor }) =>
  isActorOneOf(actor, state.applicants) ? ['own-application', '不得由申请人本人审核'] : null,
);

export const FORWARDER = form<InputOf<Forms['review']>>('由市司法行政部门汇总上报', ({ input, facts }) => {
  const forwarder = facts.organisations.get(input.forwarder);
  return forwarder?.kind === 'bureau' && forwarder.tier === 'city' ? null : ['not-city-bureau', '应当由市级司法行政部门汇总后报自治区'];
});

/** The region decides; what it has decided is entered as having happened there, on its own day and by its own paper. */
export const REPORTED = form<null>('自治区的决定在平台之外作出', ({ reported }) =>
  reported === true ? null : ['decided-elsewhere', '证件由自治区制发和处理，请按自治区文件的日期补录'],
);

export const ANSWERED = form<Answering>('答复的内容填写齐全', ({ input, state }) => {
  if (input.favour === 'refused') return null;
  const lacking = (what: string): Stop => ['incomplete', `同意${AFFAIR_LABELS[state.affair]}的，应当填写${what}`];
  if (input.from === null) return lacking('自何日起');
  if (!MAKES_CARD.includes(state.affair)) return null;
  if (input.number === null) return lacking('新证证件号');
  if (input.through === null) return lacking('新证有效期至');
  return input.through < input.from ? ['period', '有效期至不得早于生效日'] : null;
});

export const DECLARED = condition<S, InputOf<Forms['declare']>>(
  '声明在遗失之后、今日之前',
  'form',
  ART_8_5,
  ({ input, state, legalDate }) => {
    if (input.on > legalDate) return ['future', '声明日期不得晚于今日'];
    return state.lostOn !== null && input.on < state.lostOn ? ['before-loss', `声明日期早于遗失日期${state.lostOn}`] : null;
  },
);

export const NOT_COLLECTED = form<null>('尚未收缴', ({ state }) =>
  state.collected === null ? null : ['collected-already', `已于${state.collected.on}收缴`],
);

export const COLLECTED_BY_NOW = form<InputOf<Forms['collect']>>('收缴日期不晚于今日', ({ input, legalDate }) =>
  input.on > legalDate ? ['future', '收缴日期不得晚于今日'] : null,
);
