import type { OrganisationKind } from '#law';
import { layOut, type Placed, type Range, type TreeNode } from './trees.ts';

/** What the two trees need to know of a unit. */
export type Unit = {
  readonly id: string;
  readonly kind: OrganisationKind;
  /** GB/T 2260 and its township level; management committees have codes of our own (1508A1…). */
  readonly regionCode: string;
  /** 隶属. */
  readonly superiorId: string | null;
  /** 条线上级. */
  readonly lineSuperiorId: string | null;
};
export type Units = ReadonlyMap<string, Unit>;

/** A unit's two places and what its posts reach, as today's row of `organisation` holds them. */
export type PlaceRow = {
  readonly id: string;
  readonly region: Placed;
  readonly line: Placed;
  readonly reachRegion: Range;
  readonly reachLine: Range;
};

/** Inclusive, so nothing is lo > hi. */
export const NOTHING: Range = { lo: 1, hi: 0 };

/** Organs that are a region's own: everything located there stands below them. */
const SEATS: readonly OrganisationKind[] = ['government', 'township', 'committee'];
const HOSTS: readonly OrganisationKind[] = ['township', 'committee'];

export function isSeat(unit: Unit): boolean {
  return SEATS.includes(unit.kind);
}

/** The organ of each region; a township's own teams share its code and are no seat of it. */
export function seatsOf(units: Units): ReadonlyMap<string, Unit> {
  const seats = new Map<string, Unit>();
  for (const unit of units.values()) {
    const above = unit.superiorId === null ? undefined : units.get(unit.superiorId);
    if (isSeat(unit) && above?.regionCode !== unit.regionCode) seats.set(unit.regionCode, unit);
  }
  return seats;
}

/**
 * Where a unit is located (细则 2¶3, 23¶2): below its superior when both share a region, else below the organ of its own
 * region: vertical units, stationed teams and justice offices count where they work.
 */
export function regionParentOf(unit: Unit, units: Units, seats: ReadonlyMap<string, Unit>): string | null {
  if (unit.kind === 'external') return null;
  const superior = unit.superiorId === null ? undefined : units.get(unit.superiorId);
  const seat = seats.get(unit.regionCode);
  if (seat?.id === unit.id) return superior === undefined || superior.kind === 'external' ? null : superior.id;
  if (superior !== undefined && superior.kind !== 'external' && superior.regionCode === unit.regionCode) return superior.id;
  return seat?.id ?? null;
}

/** Whose line a unit is in; who has no line hangs below its superior. */
export function lineParentOf(unit: Unit, units: Units): string | null {
  const line = unit.lineSuperiorId ?? unit.superiorId;
  return line !== null && units.has(line) ? line : null;
}

export function regionNodes(units: Units): readonly TreeNode[] {
  const seats = seatsOf(units);
  return [...units.values()].map((unit) => {
    const parentId = regionParentOf(unit, units, seats);
    const parent = parentId === null ? undefined : units.get(parentId);
    const belongs = unit.superiorId === parentId;
    return {
      id: unit.id,
      parentId,
      guest: !belongs && parent !== undefined && HOSTS.includes(parent.kind),
      hosts: HOSTS.includes(unit.kind),
    };
  });
}

export function lineNodes(units: Units): readonly TreeNode[] {
  return [...units.values()].map((unit) => ({ id: unit.id, parentId: lineParentOf(unit, units), guest: false, hosts: false }));
}

/**
 * How far posts of a unit reach. A bureau and a government reach all that is located in their region (细则 2¶1–3), a
 * 司法所 what is located in its township (细则 23¶2); a township its own units, not those who supervise it from within;
 * everybody else the own subtree. External organs reach nothing: they read what they take part in.
 */
export function reachOf(
  unit: Unit,
  seats: ReadonlyMap<string, Unit>,
  region: ReadonlyMap<string, Placed>,
  line: ReadonlyMap<string, Placed>,
): { readonly region: Range; readonly line: Range } {
  const [own, inLine] = [region.get(unit.id), line.get(unit.id)];
  if (unit.kind === 'external' || own === undefined || inLine === undefined) return { region: NOTHING, line: NOTHING };
  const lineReach = { lo: inLine.ord, hi: inLine.hi };
  const wide = unit.kind === 'government' || unit.kind === 'bureau' || unit.kind === 'justice-office';
  const seat = wide ? region.get(seats.get(unit.regionCode)?.id ?? unit.id) : undefined;
  return { region: seat === undefined ? { lo: own.ord, hi: own.ownHi } : { lo: seat.ord, hi: seat.hi }, line: lineReach };
}

/** Both trees of a city that has no numbers yet. null: the block is too small. */
export function placeAll(units: Units, block: Range): ReadonlyMap<string, PlaceRow> | null {
  const region = layOut(regionNodes(units), block);
  const line = layOut(lineNodes(units), block);
  return region === null || line === null ? null : placeRows(units, region, line);
}

/** Rows of `organisation` from the two numbered trees. */
export function placeRows(
  units: Units,
  region: ReadonlyMap<string, Placed>,
  line: ReadonlyMap<string, Placed>,
): ReadonlyMap<string, PlaceRow> {
  const seats = seatsOf(units);
  const rows = new Map<string, PlaceRow>();
  for (const unit of units.values()) {
    const [inRegion, inLine] = [region.get(unit.id), line.get(unit.id)];
    if (inRegion === undefined || inLine === undefined) continue;
    const reach = reachOf(unit, seats, region, line);
    rows.set(unit.id, { id: unit.id, region: inRegion, line: inLine, reachRegion: reach.region, reachLine: reach.line });
  }
  return rows;
}
