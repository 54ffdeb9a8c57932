import { cite } from '../citation.ts';
import { DECIDE_DAYS, RECONSIDERATION_DAYS, SUIT_DAYS, SUIT_MONTHS, UNTOLD_YEARS } from '../disputing/window.ts';
import { localDate } from '../local-date.ts';
import type { ObligationTerms } from '../profile.ts';

const SINCE_2021 = { from: localDate('2021-07-15'), until: null };

type Fixed = Pick<ObligationTerms, 'obligation' | 'cite' | 'length' | 'unit' | 'roll'>;

/** Read in the text itself; the same everywhere. */
function byStatute(fixed: Fixed, from = '2021-07-15'): ObligationTerms {
  return { ...fixed, grade: 'statute', on: true, inForce: { from: localDate(from), until: null } };
}

const HANDED_ON = '《行政执法机关移送涉嫌犯罪案件的规定》第五条、第八条';

/** What may be a crime (KE-30, KE-31, KE-33). Papers bear no hour: of the twenty-four hours the day after is the last that can still be in time. */
const CRIME_STEPS: readonly ObligationTerms[] = (
  [
    ['law.crime-decision', 3],
    ['law.crime-delivery', 1],
    ['law.crime-police', 3],
  ] as const
).map(([obligation, length]) => ({
  ...byStatute({ obligation, cite: cite('行政处罚法', 27), length, unit: 'd', roll: false }),
  note: HANDED_ON,
}));

/**
 * How long the party may turn against a decision (KE-26), and how long 复议 may take (KE-28). Counted as 民诉法 85 says (复议法 88,
 * 行政诉讼法 101): a last day of rest moves to the working day after it.
 */
const REMEDIES: readonly ObligationTerms[] = [
  ...(
    [
      ['law.reconsideration-apply', cite('行政复议法', 20), RECONSIDERATION_DAYS, 'd'],
      ['law.reconsideration-untold', cite('行政复议法', 20), UNTOLD_YEARS, 'y'],
      ['law.reconsideration-decide', cite('行政复议法', 62), DECIDE_DAYS, 'd'],
      ['law.reconsideration-decide-simple', cite('行政复议法', 62), 30, 'd'],
      ['law.reconsideration-decide-extended', cite('行政复议法', 62), DECIDE_DAYS + 30, 'd'],
    ] as const
  ).map(([obligation, article, length, unit]) => byStatute({ obligation, cite: article, length, unit, roll: true }, '2024-01-01')),
  byStatute({ obligation: 'law.suit', cite: cite('行政诉讼法', 46), length: SUIT_MONTHS, unit: 'month', roll: true }, '2017-07-01'),
  byStatute(
    { obligation: 'law.suit-after-reconsideration', cite: cite('行政诉讼法', 45), length: SUIT_DAYS, unit: 'd', roll: true },
    '2017-07-01',
  ),
];

/** Steps of a penalty case. 二日、三日、五日、七日 of the 处罚法 are working days (85), 十日以内 of the 强制法 too (69). */
const PENALTY_STEPS: readonly ObligationTerms[] = [
  // 118: thirty days in place of the ninety; each extension is the upper organ's.
  byStatute(
    { obligation: 'law.public-security-period', cite: cite('治安管理处罚法', 118), length: 30, unit: 'd', roll: false },
    '2026-01-01',
  ),
  // 120: within twenty-four hours. Papers bear no hour: the day after is the last on which it can still be in time.
  byStatute(
    { obligation: 'law.public-security-record', cite: cite('治安管理处罚法', 120), length: 1, unit: 'd', roll: false },
    '2026-01-01',
  ),
  byStatute({ obligation: 'law.preservation', cite: cite('行政处罚法', 56), length: 7, unit: 'wd', roll: false }),
  byStatute({ obligation: 'law.hearing-request', cite: cite('行政处罚法', 64), length: 5, unit: 'wd', roll: false }),
  byStatute({ obligation: 'law.hearing-notice', cite: cite('行政处罚法', 64), length: 7, unit: 'wd', roll: false }),
  // What officers take themselves (71): to the organ, and from there to the bank.
  byStatute({ obligation: 'law.collected-hand-in', cite: cite('行政处罚法', 71), length: 2, unit: 'wd', roll: false }),
  byStatute({ obligation: 'law.collected-bank', cite: cite('行政处罚法', 71), length: 2, unit: 'wd', roll: false }),
  // Rolled in the party's favour: banks are closed on days of rest.
  byStatute({ obligation: 'law.fine-payment', cite: cite('行政处罚法', 67), length: 15, unit: 'd', roll: true }),
  // As long as the organ has approved: each run bears its own day.
  byStatute({ obligation: 'law.fine-deferral', cite: cite('行政处罚法', 66, 2), length: 36_500, unit: 'd', roll: false }),
  byStatute({ obligation: 'law.urging', cite: cite('行政强制法', 54), length: 10, unit: 'wd', roll: false }, '2012-01-01'),
  byStatute({ obligation: 'law.court-application', cite: cite('行政强制法', 53), length: 3, unit: 'month', roll: true }, '2012-01-01'),
  byStatute({ obligation: 'law.court-review', cite: cite('行政强制法', 56), length: 15, unit: 'd', roll: true }, '2012-01-01'),
  ...REMEDIES,
  // 十日、五日 of the 复议法 are working days (88).
  byStatute({ obligation: 'law.reconsideration-answer', cite: cite('行政复议法', 48), length: 10, unit: 'wd', roll: false }, '2024-01-01'),
  byStatute(
    { obligation: 'law.reconsideration-answer-simple', cite: cite('行政复议法', 54), length: 5, unit: 'wd', roll: false },
    '2024-01-01',
  ),
  byStatute({ obligation: 'law.litigation-answer', cite: cite('行政诉讼法', 67), length: 15, unit: 'd', roll: true }, '2017-07-01'),
  byStatute({ obligation: 'law.reconsideration-opinion', cite: cite('行政复议法', 76), length: 60, unit: 'd', roll: true }, '2024-01-01'),
  byStatute({ obligation: 'law.publication-withdrawal', cite: cite('行政处罚法', 48), length: 3, unit: 'wd', roll: false }),
  byStatute({ obligation: 'law.public-service', cite: cite('民事诉讼法', 95), length: 30, unit: 'd', roll: true }, '2024-01-01'),
];

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
  ...PENALTY_STEPS,
  ...CRIME_STEPS,
];
