export { carryOutLists, registeredEntries } from './actions.ts';
export type { ChangeLine, KeptList } from './change-lines.ts';
export { type ChangePlan, planLines, withBases } from './change-plan.ts';
export { endedLaws } from './ended-laws.ts';
export type { LineDifference } from './line-differences.ts';
export { LIST_COLUMNS, type ListColumn, type ListUnit } from './list-columns.ts';
export { planLists } from './load-plan.ts';
export { dutyItem, entryWords, LIST_LABELS, type ListKind, POWER_KIND_LABELS, type PowerKind } from './model.ts';
export { listsMissing } from './store-coverage.ts';
