import type { Folds, Lifecycle } from '#law';
import type { Forms } from './forms.ts';
import { ANSWERING, ANSWERING_FOLDS } from './lifecycle/answering.ts';
import { ASKING, ASKING_FOLDS } from './lifecycle/asking.ts';
import { REPLYING, REPLYING_FOLDS } from './lifecycle/replying.ts';
import type { Assistance } from './model.ts';

/** From the draft of the asking organ to the answer of the organ asked, and to the bureau where none comes. */
export const LIFECYCLE: Lifecycle<Assistance, Forms> = { ...ASKING, ...ANSWERING, ...REPLYING };
export const FOLDS: Folds<Assistance, Forms> = { ...ASKING_FOLDS, ...ANSWERING_FOLDS, ...REPLYING_FOLDS };
