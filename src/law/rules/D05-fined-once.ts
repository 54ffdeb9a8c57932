import { cite } from '../citation.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { FinedAct, FinesOfOneParty } from './peer-facts.ts';

/** Two narratives of this length that agree word for word tell of one act, whoever wrote them. */
const TELLING = 30;

export const finedOnce: SupervisionRule<FinesOfOneParty> = {
  id: 'D05',
  version: 1,
  title: '对同一违法行为是否给予两次以上罚款',
  cite: [cite('行政处罚法', 29)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'peers',
  conduct: 'arbitrary-fine',
  head: '8(7)',
  asks: '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚。',
  check: ({ fined, sameParty }, context) => {
    if (!isFine(fined)) return null;
    if (sameParty === null) return MISSING.otherFines;
    const window = parameterOf(context.profile, 'D05.days', fined.decidedOn);
    if (window === null) return MISSING.parameter;
    if (sameParty.length === 0) return null;
    // The doubt stands on the later fine only: the first was lawful when it was imposed.
    const since = addDays(fined.decidedOn, -window.value);
    const earlier = sameParty.filter((other) => isFine(other) && isBefore(other, fined) && isSameAct(other, fined, since));
    return earlier.length === 0 ? null : twice(fined, earlier);
  },
};

function isFine({ fineFen }: FinedAct): boolean {
  return fineFen !== null && fineFen > 0;
}

function isBefore(a: FinedAct, b: FinedAct): boolean {
  if (a.decidedOn !== b.decidedOn) return a.decidedOn < b.decidedOn;
  return a.organ === b.organ ? a.number < b.number : a.organ < b.organ;
}

/** The same decision told by two sources is P07's question. Without the days of the act this is a candidate, no more. */
function isSameAct(a: FinedAct, b: FinedAct, since: LocalDate): boolean {
  if (a.organ === b.organ && a.number === b.number) return false;
  const days = overlap(a, b);
  if (days === false) return false;
  const sameConduct = a.conduct !== null && a.conduct === b.conduct;
  const sameNarrative = a.narrative !== null && a.narrative === b.narrative;
  if (a.organ === b.organ) return sameNarrative && (a.narrative?.length ?? 0) >= TELLING;
  if (days === true) return sameConduct || sameNarrative;
  return (sameConduct || sameNarrative) && a.decidedOn >= since;
}

/** null: the days of one of the acts are not known. */
function overlap(a: FinedAct, b: FinedAct): boolean | null {
  const [aFrom, bFrom] = [a.actStartedOn ?? a.actEndedOn, b.actStartedOn ?? b.actEndedOn];
  if (aFrom === null || bFrom === null) return null;
  return aFrom <= (b.actEndedOn ?? bFrom) && bFrom <= (a.actEndedOn ?? aFrom);
}

/** More are counted, not listed. */
const LISTED = 5;

function twice(fined: FinedAct, earlier: readonly FinedAct[]): Doubt {
  const latest = earlier.slice(-LISTED);
  const more = earlier.length > LISTED ? `；等${earlier.length}次` : '';
  const kept = latest.flatMap((e) => (e.id === null ? [] : [e.id]));
  const told = `${latest.map((e) => `${e.decidedOn} ${e.organ} ${e.written} ${yuan(e.fineFen ?? 0)}`).join('；')}${more}`;
  return {
    because: `候选：同一当事人就相近的违法行为此前已被罚款${earlier.length}次，请核对是否同一违法行为`,
    facts: {
      本次罚款: `${fined.decidedOn} ${fined.written} ${yuan(fined.fineFen ?? 0)}`,
      此前罚款: kept.length === latest.length ? `${earlier.length}次` : told,
    },
    clears: '两次违法行为时间、地点或者事实不同的证据',
    ...(kept.length === latest.length ? { others: kept } : {}),
  };
}
