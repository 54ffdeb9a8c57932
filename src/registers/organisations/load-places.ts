import type { LocalDate } from '#law';
import type { OrganisationContent } from './load-model.ts';
import type { OrganisationPlan } from './load-plan.ts';
import { lineNodes, type PlaceRow, placeRows, regionNodes, type Unit, type Units } from './places.ts';
import { replan } from './replan.ts';
import { blockIndex, cityBlock, type Placed } from './trees.ts';

/** A record as it will be written: planned ids of new units replaced by their real ones. */
export function contentWith(content: OrganisationContent, real: (id: string) => string): OrganisationContent {
  const named = (id: string | null) => (id === null ? null : real(id));
  const { superiorId, lineSuperiorId, bureauId, answersThroughId } = content;
  return {
    ...content,
    superiorId: named(superiorId),
    lineSuperiorId: named(lineSuperiorId),
    bureauId: named(bureauId),
    answersThroughId: named(answersThroughId),
  };
}

/** A row of `organisation`: today's numbers of one unit. */
export type StoredPlace = {
  id: string;
  region_ord: number;
  region_hi: number;
  line_ord: number;
  line_hi: number;
  reach_region_lo: number;
  reach_region_hi: number;
  reach_line_lo: number;
  reach_line_hi: number;
};

export type PlacesAfter = {
  readonly rows: ReadonlyMap<string, PlaceRow>;
  readonly before: ReadonlyMap<string, StoredPlace>;
  readonly moved: readonly string[];
};

/**
 * Both trees as they stand today once a plan is carried out; a unit that begins later or has ended keeps a place. null:
 * the city's block of numbers is full.
 */
export function placesAfter(
  stored: readonly StoredPlace[],
  plan: OrganisationPlan,
  today: LocalDate,
  freshBlock: number,
  real: (id: string) => string,
): PlacesAfter | null {
  const before = new Map(stored.map((s) => [s.id, s]));
  const all = [
    ...plan.untouched.map((u) => unitOf(u.id, u.records, today, real)),
    ...plan.units.map((u) => unitOf(real(u.id), u.timeline, today, real)),
  ];
  const units: Units = new Map(all.flatMap((u) => (u === null ? [] : [[u.id, u] as const])));
  const block = cityBlock(stored[0] === undefined ? freshBlock : blockIndex(stored[0].region_ord));
  const region = withChanges(stored, regionOf, replan(existingPlaces(stored, units, regionOf), regionNodes(units), block), units);
  const line = withChanges(stored, lineOf, replan(existingPlaces(stored, units, lineOf), lineNodes(units), block), units);
  if (region === null || line === null) return null;
  const moved = [...new Set([...region.changed, ...line.changed])].filter((id) => before.has(id));
  return { rows: placeRows(units, region.places, line.places), before, moved };
}

type Timeline = readonly { readonly from: LocalDate; readonly until: LocalDate | null; readonly content: OrganisationContent }[];

function unitOf(id: string, timeline: Timeline, today: LocalDate, real: (id: string) => string): Unit | null {
  const current = timeline.find((t) => today >= t.from && (t.until === null || today < t.until));
  const content = (current ?? timeline.find((t) => t.from > today) ?? timeline.at(-1))?.content;
  if (content === undefined) return null;
  const { kind, regionCode, superiorId, lineSuperiorId } = contentWith(content, real);
  return { id, kind, regionCode, superiorId, lineSuperiorId };
}

/** In the region tree a host's own zone ends where its reach ends; what lies behind are its guests. */
function regionOf(s: StoredPlace, unit: Unit | undefined): Placed {
  const hosts = unit?.kind === 'township' || unit?.kind === 'committee';
  return { ord: s.region_ord, hi: s.region_hi, ownHi: hosts ? s.reach_region_hi : s.region_hi };
}

function lineOf(s: StoredPlace): Placed {
  return { ord: s.line_ord, hi: s.line_hi, ownHi: s.line_hi };
}

function existingPlaces(
  stored: readonly StoredPlace[],
  units: Units,
  of: (s: StoredPlace, unit: Unit | undefined) => Placed,
): ReadonlyMap<string, Placed> {
  return new Map(stored.map((s) => [s.id, of(s, units.get(s.id))]));
}

function withChanges(
  stored: readonly StoredPlace[],
  of: (s: StoredPlace, unit: Unit | undefined) => Placed,
  changes: ReadonlyMap<string, Placed> | null,
  units: Units,
): { readonly places: ReadonlyMap<string, Placed>; readonly changed: readonly string[] } | null {
  return changes === null ? null : { places: new Map([...existingPlaces(stored, units, of), ...changes]), changed: [...changes.keys()] };
}
