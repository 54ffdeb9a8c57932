import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { BRANCH_FOLDS, BRANCHES } from './lifecycle/branches.ts';
import { DRAFTING, DRAFTING_FOLDS } from './lifecycle/drafting.ts';
import { HANDLING, HANDLING_FOLDS } from './lifecycle/handling.ts';
import { OVERDUE, OVERDUE_FOLDS } from './lifecycle/overdue.ts';
import { PAPER_REPORT, PAPER_REPORT_FOLDS } from './lifecycle/paper-report.ts';
import { SERVICE, SERVICE_FOLDS } from './lifecycle/service.ts';
import { VERIFYING, VERIFYING_FOLDS } from './lifecycle/verifying.ts';
import type { SupervisionDocument } from './model.ts';

/** SM-C3, in the order in which a document lives: drafted, served, handled, checked; overdue; and the branches. */
export const LIFECYCLE: Lifecycle<SupervisionDocument, Forms> = {
  ...DRAFTING,
  ...SERVICE,
  ...HANDLING,
  ...PAPER_REPORT,
  ...VERIFYING,
  ...OVERDUE,
  ...BRANCHES,
};

export const FOLDS: Folds<SupervisionDocument, Forms> = {
  ...DRAFTING_FOLDS,
  ...SERVICE_FOLDS,
  ...HANDLING_FOLDS,
  ...PAPER_REPORT_FOLDS,
  ...VERIFYING_FOLDS,
  ...OVERDUE_FOLDS,
  ...BRANCH_FOLDS,
};
