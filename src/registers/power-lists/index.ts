export { carryOutLists, registeredEntries } from './actions.ts';
export { endedLaws } from './ended-laws.ts';
export { type CertificateHolder, LIST_COLUMNS, type ListColumn, type ListUnit } from './list-columns.ts';
export { planLists } from './load-plan.ts';
export { dutyItem, entryWords, LIST_LABELS, type ListKind, POWER_KIND_LABELS, type PowerKind } from './model.ts';
