export { type PlaceRow, placeAll, type Unit } from './places.ts';
export { cityBlock } from './trees.ts';
