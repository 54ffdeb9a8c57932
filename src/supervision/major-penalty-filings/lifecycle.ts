import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { FILING, FILING_FOLDS } from './lifecycle/filing.ts';
import { REVIEW, REVIEW_FOLDS } from './lifecycle/review.ts';
import type { MajorPenaltyFiling } from './model.ts';

/** SM-C11: 应备 → 报送 → 收讫 → 审查 → 予以备案, or an opinion and what the organ did about it; the upper department's receipt beside it. */
export const LIFECYCLE: Lifecycle<MajorPenaltyFiling, Forms> = { ...FILING, ...REVIEW };
export const FOLDS: Folds<MajorPenaltyFiling, Forms> = { ...FILING_FOLDS, ...REVIEW_FOLDS };
