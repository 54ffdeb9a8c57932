export { VOLUNTARY } from './filing-duty.ts';
export { PENALTY_RECORD } from './kind.ts';
export type { PenaltyRecord, PenaltyRow } from './model.ts';
