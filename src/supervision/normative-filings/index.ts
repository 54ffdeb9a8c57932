export { TEMPLATES } from './documents.ts';
export { NORMATIVE_FILING } from './kind.ts';
export type { NormativeFiling } from './model.ts';
