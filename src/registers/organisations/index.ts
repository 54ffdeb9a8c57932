export type { Contact, OrganisationEntry } from './model.ts';
export { lineParentOf, type PlaceRow, placeAll, regionParentOf, seatsOf, type Unit } from './places.ts';
export { organisationFacts, organisationsOf } from './store.ts';
export { cityBlock } from './trees.ts';
