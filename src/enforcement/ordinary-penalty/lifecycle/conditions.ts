import {
  type Citation,
  conditionsOf,
  type Guard,
  type LocalDate,
  type Need,
  noLetterInHand,
  organQualified,
  tooFewCertified,
  uncertifiedAmong,
  unverified,
} from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_38, ART_42, ART_43, ART_56, ART_57 } from './articles.ts';

type S = OrdinaryPenalty;

export const { law, form } = conditionsOf<S>();

/** 处罚法 42: at least two, and none among those named without the qualification. */
export function twoOfficers<I>(officersOf: (input: I) => readonly string[]): Guard<S, I> {
  return law<I>('执法人员不少于两人，均持有效行政执法证', ART_42, ({ input, facts, legalDate }) => {
    const named = officersOf(input);
    return tooFewCertified(named, facts, legalDate) ?? uncertifiedAmong(named, facts, legalDate);
  });
}

/** Officers whom the leader has taken off the case take no more part in it. */
export function notRecused<I>(officersOf: (input: I) => readonly string[]): Guard<S, I> {
  return law<I>('所列人员没有被决定回避', ART_43, ({ state, input }) =>
    officersOf(input).some((id) => isRecused(state, id)) ? ['recused', '所列人员中有已经被决定回避的人员'] : null,
  );
}

/** Whoever has looked into the case: handled it, took evidence, proposed its filing, wrote a report, or was taken off it. */
export function tookPart(s: S, officerId: string): boolean {
  return (
    s.handlerIds.includes(officerId) ||
    s.evidence.some((e) => e.collectorIds.includes(officerId)) ||
    s.proposedBy?.officerId === officerId ||
    s.reports.some((r) => r.by.officerId === officerId) ||
    isRecused(s, officerId)
  );
}

/** `s` is null only for the act that opens the case. */
export function isRecused(s: S | null, officerId: string): boolean {
  return s?.recusals.some((r) => r.officerId === officerId && r.granted === true) === true;
}

export const RECUSALS_DECIDED = law<null>('回避申请均已决定', ART_43, ({ state }) => {
  const open = state.recusals.filter((r) => r.decidedOn === null).length;
  return open === 0 ? null : ['recusal-open', `还有${open}项回避申请没有决定`];
});

/** 处罚法 38: who has no qualification as a subject decides nothing that stands. */
export const QUALIFIED_ORGAN: Guard<S, never> = organQualified(ART_38, '本机关具有行政处罚主体资格', '实施行政处罚');

/** Where the city asks for it (待核定): 57 has the leader review what others found, and says nothing of one who found it himself. */
export const DECIDER_APART = unverified<S, null>(
  { name: '作出决定的负责人没有承办本案', cite: ART_57, parameter: 'penalty.decider-apart' },
  ({ state, actor }) =>
    isHandler(state, actor.officerId) ? ['own-decision', '您承办了本案的调查，应当由其他负责人审查决定（规则参数，待核定）'] : null,
);

function isHandler({ handlerIds }: S, officerId: string | null): boolean {
  return officerId !== null && handlerIds.includes(officerId);
}

export const PRESERVATIONS_SETTLED = law<null>('登记保存的证据均已处理', ART_56, ({ state }) => {
  const open = state.preservations.filter((p) => p.settledOn === null);
  return open.length === 0 ? null : ['preserved', `第${open.map((p) => p.no).join('、')}次先行登记保存还没有作出处理决定`];
});

export const NO_LETTER_IN_HAND = noLetterInHand<S>();

/** A day told of is neither before what it follows nor ahead of the act. */
export function dayBetween<I>(
  name: string,
  cite: Citation,
  dayOf: (input: I) => LocalDate | null,
  afterOf: (s: S) => LocalDate | null,
): Guard<S, I> {
  return form<I>(name, cite, ({ state, input, legalDate }) => {
    const [day, after] = [dayOf(input), state === null ? null : afterOf(state)];
    if (day === null) return null;
    if (day > legalDate) return ['day-ahead', `${name}：${day}晚于办理日期`];
    return after !== null && day < after ? ['day-before', `${name}：${day}早于${after}`] : null;
  });
}

/**
 * 42: those who handle the case still hold their certificates. One that has lapsed, or an officer who has left, is named, with
 * what to do: the case goes on under other officers, and what has been done stays as it was done.
 */
export const HANDLERS_STAND = law<null>('承办人不少于两人，当日均持有效行政执法证', ART_42, ({ state, facts, legalDate }) => {
  const { handlerIds } = state;
  if (handlerIds.length < 2) return ['two-officers', '承办人不足两人，由负责人更换承办人'];
  const few = tooFewCertified(handlerIds, facts, legalDate);
  const stop = uncertifiedAmong(handlerIds, facts, legalDate) ?? few;
  // With fewer than two left it is that which is wrong, whoever's certificate has lapsed.
  return stop === null || stop === 'unknown'
    ? stop
    : [(few === null || few === 'unknown' ? stop : few)[0], `${stop[1]}。换发证件，或者由负责人更换承办人后再办；以前的办理记录不变`];
});

/** S09 after the report: two are enough, whoever else has left; another takes the place of who is missing. */
function twoStand(name: string): Guard<S, null> {
  return law<null>(name, ART_42, ({ state: { handlerIds }, facts, legalDate }) => {
    const few = tooFewCertified(handlerIds, facts, legalDate);
    if (few === null || few === 'unknown') return few;
    const who = uncertifiedAmong(handlerIds, facts, legalDate);
    const words = who === null || who === 'unknown' ? few[1] : who[1];
    return ['two-officers', `${words}。换发证件，或者由负责人更换承办人后再办；以前的办理记录不变`];
  });
}
export const TWO_STAND = twoStand('办理当日承办人中不少于两人持有效行政执法证');
/** The rule asks the same of every decision. */
export const TWO_STAND_AT_DECISION = twoStand('作出决定当日承办人中不少于两人持有效行政执法证');

/** The handlers stand in the papers of the case with their certificates. */
export function handlersNeeded(s: S | null): readonly Need[] {
  return s === null ? [] : s.handlerIds.map((key) => ({ register: 'certificates', key }));
}
