export { VOLUNTARY } from './filing-duty.ts';
export { PENALTY_RECORD } from './kind.ts';
export { type ColumnKey, LAYOUT, TEMPLATE_KEYS } from './layout.ts';
export type { PenaltyRecord, PenaltyRow } from './model.ts';
