import {
  CASE_RULES,
  CASES_OF_ONE_PARTY_RULES,
  FINE_INCOME_RULES,
  FINES_OF_ONE_PARTY_RULES,
  LIKE_CASES_RULES,
  PENALTY_RULES,
  REDRESS_RULES,
  type RuleSummary,
  TWO_SOURCES_RULES,
  UNIT_DUTY_RULES,
  YEAR_OF_DECISIONS_RULES,
} from './index.ts';

/** What a numbered rule is answered from; one that tables answer is asked of the decisions of cases too. */
export const ANSWERED_FROM_LABELS = {
  tables: '表格报送的决定，以及案件的决定',
  cases: '案件的办理过程（平台办理、自有系统报送）',
  units: '单位的清单、制度、委托、备案等登记',
  acts: '补录、更正的办理步骤',
} as const;
export type AnsweredFrom = keyof typeof ANSWERED_FROM_LABELS;

/** Rules that decisions reported in tables answer, of whatever reach. */
export const TABLE_RULES: readonly RuleSummary[] = [
  ...PENALTY_RULES,
  ...FINES_OF_ONE_PARTY_RULES,
  ...LIKE_CASES_RULES,
  ...TWO_SOURCES_RULES,
  ...FINE_INCOME_RULES,
  ...YEAR_OF_DECISIONS_RULES,
];

const SOURCES: readonly (readonly [AnsweredFrom, readonly RuleSummary[]])[] = [
  ['tables', TABLE_RULES],
  ['cases', [...CASE_RULES, ...CASES_OF_ONE_PARTY_RULES, ...REDRESS_RULES]],
  ['units', UNIT_DUTY_RULES],
];

/** Everything that answers the rule: one place. */
export function answeredFrom(id: string): readonly AnsweredFrom[] {
  const from = SOURCES.filter(([, rules]) => rules.some((rule) => rule.id === id)).map(([source]) => source);
  return from.length === 0 ? ['acts'] : from;
}
