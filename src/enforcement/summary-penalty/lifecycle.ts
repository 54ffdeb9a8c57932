import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { CLOSING, CLOSING_FOLDS } from './lifecycle/closing.ts';
import { CORRECTIONS, CORRECTIONS_FOLDS } from './lifecycle/corrections.ts';
import { DECIDING, DECIDING_FOLDS } from './lifecycle/deciding.ts';
import { DISPUTES, DISPUTES_FOLDS } from './lifecycle/disputes.ts';
import { EVIDENCE, EVIDENCE_FOLDS } from './lifecycle/evidence.ts';
import { EXECUTION, EXECUTION_FOLDS } from './lifecycle/execution.ts';
import { MONEY, MONEY_FOLDS } from './lifecycle/money.ts';
import { ON_SITE, ON_SITE_FOLDS } from './lifecycle/on-site.ts';
import { REMADE, REMADE_FOLDS } from './lifecycle/remade.ts';
import { SPARED, SPARED_FOLDS } from './lifecycle/spared.ts';
import { noting } from './lifecycle/told.ts';
import type { SummaryPenalty } from './model.ts';

/** SM-E1: met, told, decided, handed over and reported, all but the money where it happened. */
export const LIFECYCLE: Lifecycle<SummaryPenalty, Forms> = {
  ...ON_SITE,
  ...SPARED,
  ...EVIDENCE,
  ...DECIDING,
  ...CORRECTIONS,
  ...MONEY,
  ...EXECUTION,
  ...DISPUTES,
  ...REMADE,
  ...CLOSING,
};
const CASE_FOLDS: Folds<SummaryPenalty, Forms> = {
  ...ON_SITE_FOLDS,
  ...SPARED_FOLDS,
  ...EVIDENCE_FOLDS,
  ...DECIDING_FOLDS,
  ...CORRECTIONS_FOLDS,
  ...MONEY_FOLDS,
  ...EXECUTION_FOLDS,
  ...DISPUTES_FOLDS,
  ...REMADE_FOLDS,
  ...CLOSING_FOLDS,
};

/** The folds of the case; each notes beside it what rules ask of its act. */
export const FOLDS = noting(CASE_FOLDS, (act) => LIFECYCLE[act].label);
