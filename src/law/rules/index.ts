import type { SupervisionRule } from '../rule.ts';
import { fineIncomeGrowth } from './A01-fine-income-growth.ts';
import { crowdedDecisions } from './A03-crowded-decisions.ts';
import { majorPenaltyFiled } from './B01-major-penalty-filed.ts';
import { filedWithBoth } from './B02-filed-with-both.ts';
import { normativeFiled } from './B03-normative-filed.ts';
import { CASE_RULES } from './case-rules.ts';
import type { FineIncome, YearOfDecisions } from './counter-facts.ts';
import { finedOnce } from './D05-fined-once.ts';
import { summaryLimits } from './D08-summary-limits.ts';
import { lawInForce } from './D11-law-in-force.ts';
import { basisHasPower } from './D12-basis-has-power.ts';
import { servedInTime } from './E01-served-in-time.ts';
import { withinTimeBar } from './F01-within-time-bar.ts';
import { filedOnce } from './F03-filed-once.ts';
import { decidedInTime } from './F06-decided-in-time.ts';
import type { PenaltyFacts } from './facts.ts';
import { guidanceGiven } from './G04-guidance-given.ts';
import { internalSystems } from './G06-internal-systems.ts';
import { fourLists } from './G08-four-lists.ts';
import { listPublished } from './G09-list-published.ts';
import { subjectsReviewed } from './G13-subjects-reviewed.ts';
import { inspectedItemsPublic } from './J02-inspected-items-public.ts';
import { planPublic } from './J15-plan-public.ts';
import { redressFollowed } from './O01-redress-followed.ts';
import { notTheSameAgain } from './O02-not-the-same-again.ts';
import { publishedInTime } from './P01-published-in-time.ts';
import { notForCreditDisplay } from './P03-not-for-credit-display.ts';
import { withdrawnInTime } from './P04-withdrawn-in-time.ts';
import { publicForTheRightTime } from './P05-public-for-the-right-time.ts';
import { noPersonalData } from './P06-no-personal-data.ts';
import { publicAsDecided } from './P07-public-as-decided.ts';
import { fieldsWellFormed } from './P08-fields-well-formed.ts';
import { publishedBefore } from './P10-published-before.ts';
import type { CasesOfOneParty, FinesOfOneParty, LikeCases, TwoSources } from './peer-facts.ts';
import { likeCasesAlike } from './Q05-like-cases-alike.ts';
import { heavyForTheSmall } from './Q06-heavy-for-the-small.ts';
import { basisNotRepealed } from './Q07-basis-not-repealed.ts';
import { listsEntered } from './Q08-lists-entered.ts';
import { REPORTED_ACT } from './R-reported-act.ts';
import type { RedressFacts } from './redress-facts.ts';
import { qualifiedOrgan } from './S01-qualified-organ.ts';
import { itemOnPowerList } from './S02-item-on-power-list.ts';
import { withinDelegation } from './S03-within-delegation.ts';
import { delegationPublic } from './S04-delegation-public.ts';
import { inDelegatorsName } from './S05-in-delegators-name.ts';
import { coercionNotDelegated } from './S06-coercion-not-delegated.ts';
import { withinEmpowerment } from './S07-within-empowerment.ts';
import { empowermentEvaluated } from './S08-empowerment-evaluated.ts';
import { twoCertifiedOfficers } from './S09-two-certified-officers.ts';
import { certificateFits } from './S10-certificate-fits.ts';
import { reviewerQualified } from './S13-reviewer-qualified.ts';
import type { UnitDuties } from './unit-facts.ts';

export { type FilingDuty, type FilingFacts, mustBeFiled } from './B01-major-penalty-filed.ts';
export type * from './case-facts.ts';
export { CASE_RULES } from './case-rules.ts';
export { nextCaseChange, TIMED_CASE_RULES } from './case-timed-answers.ts';
export type { FineIncome, YearOfDecisions } from './counter-facts.ts';
export type * from './facts.ts';
export { type Judgement, judge } from './judge.ts';
export type * from './peer-facts.ts';
export { REPORTED_ACT } from './R-reported-act.ts';
export { type RedressFacts, redressFacts, undoneOf } from './redress-facts.ts';
export { twoCertifiedOfficersEachTime } from './S09-two-certified-officers-of-a-case.ts';
export { nextChange, nextRedressChange, type RecordedDays, TIMED_REDRESS_RULES, TIMED_RULES } from './timed-answers.ts';
export type * from './unit-facts.ts';

/** Rules about one penalty decision from its own facts, in the order of the tables. */
export const PENALTY_RULES: readonly SupervisionRule<PenaltyFacts>[] = [
  qualifiedOrgan,
  itemOnPowerList,
  withinDelegation,
  inDelegatorsName,
  coercionNotDelegated,
  withinEmpowerment,
  twoCertifiedOfficers,
  certificateFits,
  reviewerQualified,
  withinTimeBar,
  decidedInTime,
  summaryLimits,
  lawInForce,
  basisHasPower,
  servedInTime,
  publishedInTime,
  notForCreditDisplay,
  withdrawnInTime,
  publicForTheRightTime,
  noPersonalData,
  fieldsWellFormed,
  heavyForTheSmall,
  basisNotRepealed,
  majorPenaltyFiled,
];

/** Rules about what follows when a decision made here was put right by 复议, 诉讼 or the organ itself. */
export const REDRESS_RULES: readonly SupervisionRule<RedressFacts>[] = [redressFollowed, notTheSameAgain];

/** Rules over a bounded set of records, one rule per kind of set. */
export const CASES_OF_ONE_PARTY_RULES: readonly SupervisionRule<CasesOfOneParty>[] = [filedOnce];
export const FINES_OF_ONE_PARTY_RULES: readonly SupervisionRule<FinesOfOneParty>[] = [finedOnce];
export const LIKE_CASES_RULES: readonly SupervisionRule<LikeCases>[] = [likeCasesAlike];
export const TWO_SOURCES_RULES: readonly SupervisionRule<TwoSources>[] = [publicAsDecided];

/** Rules over the counters of a unit. */
export const FINE_INCOME_RULES: readonly SupervisionRule<FineIncome>[] = [fineIncomeGrowth];
export const YEAR_OF_DECISIONS_RULES: readonly SupervisionRule<YearOfDecisions>[] = [crowdedDecisions];

/** Rules over what a unit owes beside its single cases: lists, systems, plans, deeds (family G and its neighbours). */
export const UNIT_DUTY_RULES: readonly SupervisionRule<UnitDuties>[] = [
  delegationPublic,
  empowermentEvaluated,
  inspectedItemsPublic,
  planPublic,
  publishedBefore,
  listsEntered,
  filedWithBoth,
  normativeFiled,
  guidanceGiven,
  internalSystems,
  fourLists,
  listPublished,
  subjectsReviewed,
];

/** What a list of rules shows of each, without its facts and its function. */
export type RuleSummary = Omit<SupervisionRule<never>, 'check'>;

/** Every rule that the house can answer today. */
export { wholePlaceOf } from './cited-place.ts';

export const ALL_RULES: readonly RuleSummary[] = [
  ...PENALTY_RULES,
  ...REDRESS_RULES,
  ...CASE_RULES,
  ...CASES_OF_ONE_PARTY_RULES,
  ...FINES_OF_ONE_PARTY_RULES,
  ...LIKE_CASES_RULES,
  ...TWO_SOURCES_RULES,
  ...FINE_INCOME_RULES,
  ...YEAR_OF_DECISIONS_RULES,
  ...UNIT_DUTY_RULES,
  REPORTED_ACT,
];

export function ruleById(id: string): RuleSummary | null {
  return ALL_RULES.find((rule) => rule.id === id) ?? null;
}
