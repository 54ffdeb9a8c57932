import type { Story } from '../town/timeline.ts';
import { ASSISTANCE_STORIES } from './assistance.ts';
import { BENCHMARK_STORIES } from './benchmarks.ts';
import { CASE_STORIES } from './cases.ts';
import { CERTIFICATE_STORIES } from './certificates.ts';
import { CORRECTION_ORDER_STORIES } from './correction-orders.ts';
import { delegationStory } from './delegations.ts';
import { DOCUMENT_STORIES } from './documents.ts';
import { FINDING_STORIES } from './findings.ts';
import { GUIDANCE_STORIES } from './guidance.ts';
import { LATE_ENTRY_STORIES } from './late-entries.ts';
import { lawsStory } from './laws.ts';
import { LIST_CHANGE_STORIES } from './list-changes.ts';
import { listsStory } from './lists.ts';
import { NORMATIVE_STORIES } from './normative-filings.ts';
import { PENALTY_CASE_STORIES } from './penalty-cases.ts';
import { REFERRAL_STORIES, sealedClue } from './referrals.ts';
import { SUBJECT_STORIES } from './subjects.ts';
import { summaryPenalties } from './summary-penalties.ts';

export { sealedClue };

/** Everything that the people of the demonstration city have done so far. */
export const STORIES: readonly Story[] = [
  lawsStory,
  listsStory,
  delegationStory,
  ...BENCHMARK_STORIES,
  ...LIST_CHANGE_STORIES,
  ...SUBJECT_STORIES,
  ...CERTIFICATE_STORIES,
  ...GUIDANCE_STORIES,
  ...FINDING_STORIES,
  ...CASE_STORIES,
  ...DOCUMENT_STORIES,
  ...NORMATIVE_STORIES,
  ...PENALTY_CASE_STORIES,
  ...ASSISTANCE_STORIES,
  ...CORRECTION_ORDER_STORIES,
  ...LATE_ENTRY_STORIES,
  summaryPenalties,
  ...REFERRAL_STORIES,
  sealedClue,
];
