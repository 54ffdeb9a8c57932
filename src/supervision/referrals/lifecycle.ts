export { FOLDS, LIFECYCLE } from './lifecycle/referring.ts';
export { SEALED_FOLDS, SEALED_LIFECYCLE } from './lifecycle/sealed.ts';
