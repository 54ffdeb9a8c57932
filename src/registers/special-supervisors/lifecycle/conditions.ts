import { cite, condition, type GuardCase, type InputOf, isActorOneOf, type OrganisationFact, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import type { SpecialSupervisor } from '../model.ts';

type S = SpecialSupervisor;

export const ART_17 = cite('实施细则', 17);
const form = <I>(name: string, stops: (c: GuardCase<S, I>) => Stop) => condition<S, I>(name, 'form', ART_17, stops);

/** 细则 17: the city's and the banners' bureaus may appoint. */
export const APPOINTING_BODY = condition<S, InputOf<Forms['nominate']>>(
  '由市、旗县区司法行政部门聘任',
  'law',
  ART_17,
  ({ actor, facts }) => {
    const own = facts.organisations.get(actor.organisationId ?? '');
    return own?.kind === 'bureau' ? null : ['not-bureau', '行政执法特邀监督员由市、旗县区司法行政部门聘任'];
  },
);

export const NOT_NOMINATED = condition<S, null>('审查、签发人不是提名人', 'law', ART_17, ({ state, actor }) =>
  isActorOneOf(actor, state.nominators) ? ['own-nomination', '不得由登记推荐的本人审查或者签发'] : null,
);
export const NOT_REVIEWED = condition<S, null>('签发人不是审查人', 'law', ART_17, ({ state, actor }) =>
  isActorOneOf(actor, [state.reviewer]) ? ['own-review', '本件由您审查，聘书应当由另一人签发'] : null,
);

export const FIT = form<InputOf<Forms['review']>>('资格已经核查', ({ input }) =>
  input.isFit ? null : ['not-fit', '没有核查任职资格的，不能通过审查；不符合条件的，办理不予聘任'],
);

export const TERM = form<InputOf<Forms['appoint']>>('聘期起止齐全，不早于今日', ({ input, legalDate }) => {
  if (input.to < input.from) return ['term', '聘期最后一日不得早于起始日'];
  return input.from < legalDate ? ['term-past', '聘期起始日不得早于签发之日'] : null;
});

/** 只在聘任区域内: a city's bureau for its whole city, a banner's for its banner. */
export const IN_AREA = condition<S, InputOf<Forms['record-activity']>>(
  '只在聘任区域内活动',
  'law',
  ART_17,
  ({ state, input, facts }): Stop => {
    const unit = facts.organisations.get(input.unit);
    if (unit === undefined) return ['not-valid', '所到单位该日不是有效单位'];
    const bureau = facts.organisations.get(state.bureauId);
    if (bureau === undefined) return 'unknown';
    return covers(bureau, unit) ? null : ['outside-area', `只能在聘任区域（${state.term?.area ?? ''}）内活动，${unit.name}不在该区域`];
  },
);

function covers(bureau: OrganisationFact, unit: OrganisationFact): boolean {
  const digits = bureau.tier === 'city' ? 4 : 6;
  return unit.regionCode.slice(0, digits) === bureau.regionCode.slice(0, digits);
}

export const IN_TERM = form<null>('在聘期之内', ({ state, legalDate }) => {
  const { term, stoppedOn } = state;
  const isIn = term !== null && legalDate >= term.from && legalDate <= term.to && (stoppedOn === null || legalDate < stoppedOn);
  return isIn ? null : ['outside-term', `聘期为${term?.from ?? ''}至${term?.to ?? ''}，该日不在聘期之内`];
});
