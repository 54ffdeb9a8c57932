import { cite } from '../citation.ts';
import { type CitedLaw, type ClauseStatus, clauseOn } from '../law-register.ts';
import { PROCEDURAL_LAWS } from '../library/both-texts.ts';
import { addYears, type LocalDate } from '../local-date.ts';
import { type Doubt, notJudged, type RuleAnswer, type SupervisionRule } from '../rule.ts';
import { placeOf, wholePlaceOf } from './cited-place.ts';
import type { ActDays, BasisFact, DecisionDay } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DecisionDay & ActDays & BasisFact & { readonly lighterNewLaw: boolean | null };

export const lawInForce: SupervisionRule<Facts> = {
  id: 'D11',
  version: 2,
  title: '所引条款在违法行为发生时是否有效，新法较轻的是否适用新法',
  cite: [cite('行政处罚法', 37)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'arbitrary-fine',
  head: '8(7)',
  asks: '实施行政处罚适用违法行为发生时的法律、法规、规章的规定；作出决定时已被修改或者废止且新规定处罚较轻或者不认为是违法的，适用新规定。',
  check: (facts) => {
    const { citations, actStartedOn, actEndedOn } = facts;
    if (citations === null || citations.length === 0) return MISSING.basis;
    const actOn = actEndedOn ?? actStartedOn;
    return actOn === null ? withoutActDay(citations, facts.decidedOn) : withActDay(citations, actOn, facts);
  },
};

/**
 * Within the ordinary time bar of two years the act lies in the days of a law that stood all that time with the same
 * words. A law that had ended by the decision may still be the right one: Q07 asks, this rule wants the day of the act.
 */
function withoutActDay(citations: readonly CitedLaw[], decidedOn: LocalDate): RuleAnswer {
  const earliestAct = addYears(decidedOn, -2);
  let missing: RuleAnswer = null;
  for (const cited of citations) {
    const atDecision = clauseOn(cited, decidedOn);
    if (atDecision.is === 'unknown') missing = unknownLaw(atDecision);
    else if (atDecision.is !== 'valid') return MISSING.actDay;
    else if (!PROCEDURAL_LAWS.has(cited.name) && !isSame(clauseOn(cited, earliestAct), atDecision)) return MISSING.actDay;
  }
  return missing;
}

/** In force on both days, and not known to have other words. */
function isSame(before: ClauseStatus, after: ClauseStatus): boolean {
  if (before.is !== 'valid' || after.is !== 'valid') return false;
  const [old, now] = [before.text ?? null, after.text ?? null];
  return old === null || now === null || old === now;
}

function withActDay(citations: readonly CitedLaw[], actOn: LocalDate, facts: Facts): RuleAnswer {
  let missing: RuleAnswer = null;
  for (const cited of citations) {
    const legalDay = PROCEDURAL_LAWS.has(cited.name) ? facts.decidedOn : actOn;
    const status = clauseOn(cited, legalDay);
    if (status.is === 'unknown') missing = unknownLaw(status);
    else if (status.is === 'not-yet' && facts.lighterNewLaw === true) continue;
    else if (status.is !== 'valid') return notInForce(cited, status, legalDay);
    else if (legalDay !== facts.decidedOn) {
      const atDecision = clauseOn(cited, facts.decidedOn);
      if (atDecision.is === 'ended' && facts.lighterNewLaw === true) return lighterIgnored(cited, status.version.replacedBy);
      if (atDecision.is !== 'unknown' && !isSame(status, atDecision) && facts.lighterNewLaw === null) missing = MISSING.lighterLaw;
    }
  }
  return missing;
}

/** Names the text that is missing, where one is. */
function unknownLaw({ missing }: Extract<ClauseStatus, { is: 'unknown' }>): RuleAnswer {
  return missing === undefined ? MISSING.lawDays : notJudged(missing);
}

const WORDS = {
  ended: '已经废止',
  'not-yet': '尚未施行',
  'no-article': '没有这一条',
  'no-paragraph': '没有这一款',
  'no-item': '没有这一项',
} as const;

function notInForce(cited: CitedLaw, status: Exclude<ClauseStatus, { is: 'valid' | 'unknown' }>, day: LocalDate): Doubt {
  const { from, until } = status.version.inForce;
  return {
    because: `${wholePlaceOf(cited)}在${day}${WORDS[status.is]}`,
    facts: { 所引条款: wholePlaceOf(cited), 判断日期: day, 施行日期: from ?? '未载', 废止日期: until ?? '现行有效' },
    clears: '违法行为发生在该法有效期间的证据，或者更正后的处罚依据',
    fact: placeOf(cited),
  };
}

function lighterIgnored(cited: CitedLaw, replacedBy: string | null): Doubt {
  return {
    because: `作出决定时${placeOf(cited)}已被较轻的新规定取代而未适用`,
    facts: { 所引条款: placeOf(cited), 新规定: replacedBy ?? '未载' },
    clears: '新规定并不较轻的说明，或者适用新规定的更正决定',
    fact: placeOf(cited),
  };
}
