import { syntheticUscc } from './seeded.ts';
import type { SeedUnit, SeedWorld } from './world.ts';

/** The unified social credit code of the i-th unit of a world; null where such a body has none. */
export function unitCode(world: SeedWorld, u: SeedUnit, i: number): string | null {
  if (u.kind === 'stationed' || u.kind === 'justice-office') return null;
  const region6 = /^\d{6}/.test(u.regionCode) ? u.regionCode.slice(0, 6) : `${world.city}00`;
  return syntheticUscc(u.kind === 'subordinate' || u.kind === 'delegate' ? '12' : '11', region6, i + 1);
}
