export { PENALTY_RECORD } from './kind.ts';
export type { PenaltyRecord, PenaltyRow } from './model.ts';
