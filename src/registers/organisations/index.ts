export { lockRegister, recordedAt } from './actions.ts';
export { type ChangeBy, endPosts, queueTreeDays, refusalOfChange, registerChange, settleTrees, TREES_DUE } from './actions-change.ts';
export type { NewContent, SplitPart, UnitChange } from './change-plan.ts';
export { REGISTER_LABELS, REGISTER_LOAD, type RegisterKey } from './kind.ts';
export type { LoadWarning } from './load-warnings.ts';
export type { BasisPaper, Contact, OrganisationEntry } from './model.ts';
export { type PlaceRow, placeAll, type Unit } from './places.ts';
export { organisationFacts, organisationsOf } from './store.ts';
export { cityBlock } from './trees.ts';
