import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { CORRECTING, CORRECTING_FOLDS } from './lifecycle/correcting.ts';
import { DEMANDING, DEMANDING_FOLDS } from './lifecycle/demanding.ts';
import { REPORTING, REPORTING_FOLDS } from './lifecycle/reporting.ts';
import { REVIEWING, REVIEWING_FOLDS } from './lifecycle/reviewing.ts';
import { STANDING, STANDING_FOLDS } from './lifecycle/standing.ts';
import { SUGGESTION_FOLDS, SUGGESTIONS } from './lifecycle/suggestions.ts';
import type { NormativeFiling } from './model.ts';

/** SM-C10: 公布 → 报备 → 登记 → 审查 → 备案 or 审查意见 → 整改 → 公布目录, then its period of validity. */
export const LIFECYCLE: Lifecycle<NormativeFiling, Forms> = {
  ...DEMANDING,
  ...REPORTING,
  ...REVIEWING,
  ...CORRECTING,
  ...STANDING,
  ...SUGGESTIONS,
};
export const FOLDS: Folds<NormativeFiling, Forms> = {
  ...DEMANDING_FOLDS,
  ...REPORTING_FOLDS,
  ...REVIEWING_FOLDS,
  ...CORRECTING_FOLDS,
  ...STANDING_FOLDS,
  ...SUGGESTION_FOLDS,
};
