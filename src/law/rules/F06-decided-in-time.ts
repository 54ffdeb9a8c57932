import { cite } from '../citation.ts';
import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import type { BasisFact, DecisionDay } from './facts.ts';
import { MISSING } from './missing.ts';
import { type SpecialLaw, specialLawFor } from './special-laws.ts';

type Facts = DecisionDay &
  BasisFact & { readonly filedOn: LocalDate | null; readonly excludedDays: number | null; readonly extendedDays: number | null };

export const decidedInTime: SupervisionRule<Facts> = {
  id: 'F06',
  version: 1,
  title: '是否自立案之日起九十日内作出处罚决定',
  cite: [cite('行政处罚法', 60)],
  grade: 'statute',
  severity: 'red',
  mode: 'A',
  reach: 'matter',
  conduct: 'procedure',
  head: '8(7)',
  asks: '行政机关自行政处罚案件立案之日起九十日内作出处罚决定，法律、法规、规章另有规定的从其规定；以决定书载明的日期为准。',
  check: (facts, context) => {
    const { filedOn, decidedOn, citations } = facts;
    if (filedOn === null) return MISSING.filed;
    if (citations === null || citations.length === 0) return MISSING.basis;
    const special = specialLawFor(citations, filedOn);
    if (special === 'not-loaded') return MISSING.specialLaw;
    if (special !== 'general' && special.casePeriod !== null) return underSpecialLaw(special.casePeriod, facts, filedOn);
    const due = dueAfter('law.penalty-period', filedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    const lastDay = addDays(due.dueOn, (facts.excludedDays ?? 0) + (facts.extendedDays ?? 0));
    return decidedOn <= lastDay ? null : late(filedOn, decidedOn, lastDay, `${due.length}日`);
  },
};

/** Past the first period all depends on an approval of the upper organ; past the last extension nothing can help. */
function underSpecialLaw(period: NonNullable<SpecialLaw['casePeriod']>, facts: Facts, filedOn: LocalDate) {
  const { decidedOn } = facts;
  const excluded = facts.excludedDays ?? 0;
  const most = period.days * period.extensions;
  const approved = Math.min(facts.extendedDays ?? 0, most);
  const lastDay = addDays(filedOn, period.days + approved + excluded);
  if (decidedOn <= lastDay) return null;
  const longest = addDays(filedOn, period.days + most + excluded);
  if (facts.extendedDays === null && decidedOn <= longest) return MISSING.extension;
  const [last, days] = facts.extendedDays === null ? [longest, most] : [lastDay, approved];
  return late(filedOn, decidedOn, last, `${period.days + days}日${days === 0 ? '' : '（含延长）'}`);
}

function late(filedOn: LocalDate, decidedOn: LocalDate, lastDay: LocalDate, words: string): Doubt {
  const days = daysBetween(filedOn, decidedOn);
  return {
    because: `立案至决定历时${days}日，超过${words}的办案期限`,
    facts: { 立案日期: filedOn, 处罚决定日期: decidedOn, 期限届满日: lastDay, 历时: `${days}日` },
    clears: '法律、法规、规章另有规定的依据，或者依法扣除的鉴定、听证等期间的证明',
  };
}
