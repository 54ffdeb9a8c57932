import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { CHECKING, CHECKING_FOLDS } from './lifecycle/checking.ts';
import { ORDERING, ORDERING_FOLDS } from './lifecycle/ordering.ts';
import { REVOKING, REVOKING_FOLDS } from './lifecycle/revoking.ts';
import { SERVING, SERVING_FOLDS } from './lifecycle/serving.ts';
import type { OrderToCorrect } from './model.ts';

/** From the proposal to the letter, its service, the re-check and what follows from it. */
export const LIFECYCLE: Lifecycle<OrderToCorrect, Forms> = { ...ORDERING, ...SERVING, ...CHECKING, ...REVOKING };
export const FOLDS: Folds<OrderToCorrect, Forms> = { ...ORDERING_FOLDS, ...SERVING_FOLDS, ...CHECKING_FOLDS, ...REVOKING_FOLDS };
