import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { CLUE, CLUE_FOLDS } from './lifecycle/clue.ts';
import { INQUIRY, INQUIRY_FOLDS } from './lifecycle/inquiry.ts';
import { RAISING, RAISING_FOLDS } from './lifecycle/raising.ts';
import { SETTLING, SETTLING_FOLDS } from './lifecycle/settling.ts';
import type { SupervisionCase } from './model.ts';

/** SM-C2: a clue is weighed, filed, looked into by the means of 细则 10, and every problem found is answered. */
export const LIFECYCLE: Lifecycle<SupervisionCase, Forms> = { ...CLUE, ...INQUIRY, ...SETTLING, ...RAISING };
export const FOLDS: Folds<SupervisionCase, Forms> = { ...CLUE_FOLDS, ...INQUIRY_FOLDS, ...SETTLING_FOLDS, ...RAISING_FOLDS };
