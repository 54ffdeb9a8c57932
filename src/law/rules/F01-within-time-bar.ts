import { cite } from '../citation.ts';
import { addMonths, type LocalDate } from '../local-date.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { ActDays, BasisFact, DiscoveryDay, HarmFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { specialLawFor } from './special-laws.ts';

const GENERAL = { months: 24, words: '二年', cite: cite('行政处罚法', 36) };
const WITH_HARM = { months: 60, words: '五年', cite: cite('行政处罚法', 36) };

export const withinTimeBar: SupervisionRule<ActDays & DiscoveryDay & HarmFact & BasisFact> = {
  id: 'F01',
  version: 1,
  title: '违法行为被发现时是否仍在追责时效内',
  cite: [GENERAL.cite],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'arbitrary-fine',
  head: '8(7)',
  asks: '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，延长至五年；法律另有规定的除外。',
  check: ({ actStartedOn, actEndedOn, discoveredOn, harm, citations }) => {
    const from = actEndedOn ?? actStartedOn;
    if (from === null) return MISSING.actDay;
    if (discoveredOn === null) return MISSING.discovered;
    if (citations === null || citations.length === 0) return MISSING.basis;
    const special = specialLawFor(citations, discoveredOn);
    if (special === 'not-loaded') return MISSING.specialLaw;
    const own = special === 'general' ? null : special.timeBar;
    const bar = own ?? (harm === true ? WITH_HARM : GENERAL);
    const lastDay = addMonths(from, bar.months);
    if (discoveredOn <= lastDay) return null;
    // A continuing act is counted from its end: the first day alone proves nothing.
    return actEndedOn === null ? MISSING.actEnd : barred(actEndedOn, discoveredOn, lastDay, bar.words);
  },
};

function barred(endedOn: LocalDate, discoveredOn: LocalDate, lastDay: LocalDate, words: string): Doubt {
  return {
    because: `违法行为${endedOn}终了，${discoveredOn}才发现，超过${words}的追责时效（至${lastDay}）`,
    facts: { 违法行为终了日: endedOn, 发现日期: discoveredOn, 时效届满日: lastDay },
    clears: '违法行为连续或者继续至更晚日期的证据、更早发现的线索登记，或者涉及生命健康安全、金融安全且有危害后果的证据',
  };
}
