export { TEMPLATES } from './documents.ts';
export { MAJOR_PENALTY_FILING } from './kind.ts';
export type { MajorPenaltyFiling } from './model.ts';
