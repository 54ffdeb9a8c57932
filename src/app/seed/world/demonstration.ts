import { addDays, BAYANNUR_2026, type LocalDate } from '#law';
import { bayannurPeople } from './bayannur-people.ts';
import { bayannurUnits } from './bayannur-units.ts';
import { bayannurDivisions } from './divisions.ts';
import type { SeedPerson, SeedUnit, SeedWorld } from './world.ts';

/** Days from the anchor since which one unit may no longer decide (S01). */
export const SUSPENDED = -200;

/** The demonstration city: real public divisions and usual departments, synthetic people and codes (DESIGN §8). */
export async function demonstrationCity(anchor: LocalDate): Promise<SeedWorld> {
  const units = bayannurUnits(await bayannurDivisions(), addDays(anchor, SUSPENDED));
  return {
    city: 1508,
    name: '巴彦淖尔市',
    block: 0,
    anchor,
    profile: BAYANNUR_2026,
    units: units.map((u, i) => ({
      ...u,
      code: `${u.regionCode}-${String(i + 1).padStart(3, '0')}`,
    })),
    people: inTheirFields(bayannurPeople(anchor), units),
  };
}

/** 行政执法证 are issued for the field of the unit (S10). */
function inTheirFields(people: readonly SeedPerson[], units: readonly SeedUnit[]): readonly SeedPerson[] {
  const fields = new Map(units.map((u) => [u.key, u.domain]));
  return people.map((person) => {
    const field = fields.get(person.unit) ?? null;
    if (field === null) return person;
    return { ...person, certificates: person.certificates.map((c) => (c.kind === 'enforcement' ? { ...c, domains: [field] } : c)) };
  });
}
