import { addDays, BAYANNUR_2026, type LocalDate } from '#law';
import { bayannurPeople } from './bayannur-people.ts';
import { bayannurUnits } from './bayannur-units.ts';
import { bayannurDivisions } from './divisions.ts';
import type { SeedWorld } from './world.ts';

/** Days from the anchor since which one unit may no longer decide (S01). */
export const SUSPENDED = -200;

/** The demonstration city: real public divisions and usual departments, synthetic people and codes (DESIGN §8). */
export async function demonstrationCity(anchor: LocalDate): Promise<SeedWorld> {
  return {
    city: 1508,
    name: '巴彦淖尔市',
    block: 0,
    anchor,
    profile: BAYANNUR_2026,
    units: bayannurUnits(await bayannurDivisions(), addDays(anchor, SUSPENDED)).map((u, i) => ({
      ...u,
      code: `${u.regionCode}-${String(i + 1).padStart(3, '0')}`,
    })),
    people: bayannurPeople(anchor),
  };
}
