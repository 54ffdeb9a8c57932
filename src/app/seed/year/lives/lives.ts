import { addDays, type LocalDate } from '#law';
import type { Life, Seed } from './life.ts';
import { onTheSpot } from './on-the-spot.ts';
import { ordinary } from './ordinary.ts';
import { OWN_SYSTEMS, type OwnSystem } from './own-systems.ts';

/** Days from the anchor: cases begin from the first to the last, so that the youngest are still in hand. */
const [FIRST, LAST] = [-335, -4];

export type LifeParts = {
  readonly anchor: LocalDate;
  readonly cases: number;
  /** The nth working day after a day. */
  readonly working: (from: LocalDate, n: number) => LocalDate;
  readonly officersOf: (system: OwnSystem) => readonly string[];
  readonly hostOf: (system: OwnSystem) => string;
  readonly markOf: (system: OwnSystem) => string;
  /** Files of the system's, never the same twice. */
  readonly papersOf: (system: OwnSystem, n: number) => readonly string[];
};

/**
 * The lawful everyday cases of a year, spread over its working days and the units that work in systems of their own. A few
 * are still in hand on the anchor: what would be done in them afterwards is left out.
 */
export function yearLives(parts: LifeParts): readonly Life[] {
  const { anchor, cases, working } = parts;
  const day = (from: LocalDate, days: number): LocalDate => working(addDays(from, days - 1), 1);
  return Array.from({ length: cases }, (_, n): Life => {
    const system = OWN_SYSTEMS[n % OWN_SYSTEMS.length];
    if (system === undefined) throw new Error('no unit has a system of its own');
    const on = day(addDays(anchor, FIRST), Math.floor(((LAST - FIRST) * n) / Math.max(1, cases - 1)));
    const [officers, host, mark] = [parts.officersOf(system), parts.hostOf(system), parts.markOf(system)];
    const of: Seed = { ...{ n, system, on, officers, host, mark, day }, papers: parts.papersOf(system, n) };
    const life = Math.floor(n / OWN_SYSTEMS.length) % 3 < system.onTheSpot ? onTheSpot(of) : ordinary(of);
    return { ...life, steps: life.steps.filter((step) => step.on < anchor) };
  });
}
