import { cityBlock, type PlaceRow, placeAll, type Unit } from '#registers/organisations';
import { organisationId, type SeedUnit, type SeedWorld } from './world.ts';

/** Places of all units of a world, by unit key. */
export function worldPlaces(world: SeedWorld): ReadonlyMap<string, PlaceRow> {
  const units = new Map(world.units.map((u) => [u.key, toUnit(u)]));
  const places = placeAll(units, cityBlock(world.block));
  if (places === null) throw new Error(`the units of ${world.name} do not fit into one block`);
  return places;
}

function toUnit(u: SeedUnit): Unit {
  return { id: u.key, kind: u.kind, regionCode: u.regionCode, superiorId: u.superior, lineSuperiorId: u.lineSuperior };
}

/** The id of a unit named by its key, or null; a key that names nothing is a bug of the world. */
export function unitId(world: SeedWorld, key: string | null): string | null {
  if (key === null) return null;
  if (!world.units.some((u) => u.key === key)) throw new Error(`no unit ${key} in ${world.name}`);
  return organisationId(world.city, key);
}
