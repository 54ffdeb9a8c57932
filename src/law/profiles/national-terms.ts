import { cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import type { ObligationTerms } from '../profile.ts';

const SINCE_2021 = { from: localDate('2021-07-15'), until: null };

/** Duties of national texts: the same in every city. Before 2021-07-15 another penalty law stood, which is not loaded. */
export const NATIONAL_TERMS: readonly ObligationTerms[] = [
  {
    // KE-01. The 90 days are not rolled: the earlier date is shown.
    obligation: 'law.penalty-period',
    cite: cite('行政处罚法', 60),
    length: 90,
    unit: 'd',
    roll: false,
    grade: 'statute',
    on: true,
    inForce: SINCE_2021,
  },
  {
    // KE-06: 七日 in Art. 61 are working days by Art. 85.
    obligation: 'law.penalty-service',
    cite: cite('行政处罚法', 61),
    length: 7,
    unit: 'wd',
    roll: true,
    grade: 'statute',
    on: true,
    inForce: SINCE_2021,
  },
  {
    // KE-37: from the decision, not from closing.
    obligation: 'law.penalty-publicity',
    cite: cite('三项制度指导意见', null),
    length: 7,
    unit: 'wd',
    roll: false,
    grade: 'recalled',
    on: true,
    inForce: SINCE_2021,
    note: '原文未核实，作为平台内部提醒',
  },
];
