import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { ASSISTANCE, ASSISTANCE_FOLDS } from './lifecycle/assistance.ts';
import { CLOSING, CLOSING_FOLDS } from './lifecycle/closing.ts';
import { CLUE, CLUE_FOLDS } from './lifecycle/clue.ts';
import { CONVERTED, CONVERTED_FOLDS } from './lifecycle/converted.ts';
import { CORRECTIONS, CORRECTIONS_FOLDS } from './lifecycle/corrections.ts';
import { CUSTODY, CUSTODY_FOLDS } from './lifecycle/custody.ts';
import { DECIDING, DECIDING_FOLDS } from './lifecycle/deciding.ts';
import { DISPUTES, DISPUTES_FOLDS } from './lifecycle/disputes.ts';
import { EXECUTION, EXECUTION_FOLDS } from './lifecycle/execution.ts';
import { FILING_DUTY, FILING_DUTY_FOLDS } from './lifecycle/filing-duty.ts';
import { GOODS, GOODS_FOLDS } from './lifecycle/goods.ts';
import { HEARING, HEARING_FOLDS } from './lifecycle/hearing.ts';
import { INVESTIGATION, INVESTIGATION_FOLDS } from './lifecycle/investigation.ts';
import { LEAVING, LEAVING_FOLDS } from './lifecycle/leaving.ts';
import { NOTICE, NOTICE_FOLDS } from './lifecycle/notice.ts';
import { PAPER_FOLDS, PAPERS } from './lifecycle/papers.ts';
import { PERFORMANCE, PERFORMANCE_FOLDS } from './lifecycle/performance.ts';
import { REPORT, REPORT_FOLDS } from './lifecycle/report.ts';
import { REVIEW, REVIEW_FOLDS } from './lifecycle/review.ts';
import { SAFEGUARD_FOLDS, SAFEGUARDS } from './lifecycle/safeguards.ts';
import { SAMPLE_FOLDS, SAMPLES } from './lifecycle/samples.ts';
import { noting } from './lifecycle/told.ts';
import type { OrdinaryPenalty } from './model.ts';

/** SM-E2: from the clue through inquiry, review, notice and hearing to the decision, its performance and the archive. */
export const LIFECYCLE: Lifecycle<OrdinaryPenalty, Forms> = {
  ...CLUE,
  ...CONVERTED,
  ...INVESTIGATION,
  ...ASSISTANCE,
  ...CUSTODY,
  ...GOODS,
  ...SAFEGUARDS,
  ...CORRECTIONS,
  ...SAMPLES,
  ...PAPERS,
  ...REPORT,
  ...LEAVING,
  ...REVIEW,
  ...NOTICE,
  ...HEARING,
  ...DECIDING,
  ...EXECUTION,
  ...PERFORMANCE,
  ...DISPUTES,
  ...FILING_DUTY,
  ...CLOSING,
};
const CASE_FOLDS: Folds<OrdinaryPenalty, Forms> = {
  ...CLUE_FOLDS,
  ...CONVERTED_FOLDS,
  ...INVESTIGATION_FOLDS,
  ...ASSISTANCE_FOLDS,
  ...CUSTODY_FOLDS,
  ...GOODS_FOLDS,
  ...SAFEGUARD_FOLDS,
  ...CORRECTIONS_FOLDS,
  ...SAMPLE_FOLDS,
  ...PAPER_FOLDS,
  ...REPORT_FOLDS,
  ...LEAVING_FOLDS,
  ...REVIEW_FOLDS,
  ...NOTICE_FOLDS,
  ...HEARING_FOLDS,
  ...DECIDING_FOLDS,
  ...EXECUTION_FOLDS,
  ...PERFORMANCE_FOLDS,
  ...DISPUTES_FOLDS,
  ...FILING_DUTY_FOLDS,
  ...CLOSING_FOLDS,
};

/** The folds of the case; each notes beside it what rules ask of its act. */
export const FOLDS = noting(CASE_FOLDS, (act) => LIFECYCLE[act].label);
