import { createHash } from 'node:crypto';
import { canonicalJson, type Json, shanghaiDay, yearOf } from '#law';
import type { Platform } from '#platform/acts/perform';
import { recordLoad } from '../register-load/record-load.ts';
import { knownAt } from './demonstration.ts';
import { SEED_ACT } from './seed-city.ts';
import { organisationId, type SeedWorld } from './world/world.ts';

/** What the demonstration shows beyond its registers comes in by acts, like everything else. Called once, after the seed. */
export async function plantDemonstration(platform: Platform, world: SeedWorld): Promise<void> {
  await recordRegisters(platform, world);
}

/** The registers' own acts, dated to when they became known. */
async function recordRegisters(platform: Platform, world: SeedWorld): Promise<void> {
  const at = knownAt(world);
  await platform.pool.query('select ensure_cohort($1)', [yearOf(shanghaiDay(at))]);
  const then: Platform = { ...platform, now: () => at };
  const manager = organisationId(world.city, '市司法局');
  const digest = (value: unknown) =>
    createHash('sha256')
      .update(canonicalJson(value as Json))
      .digest('hex');
  const units = { register: 'organisations', source: '演示城市单位名录', sha256: digest(world.units), rows: world.units.length } as const;
  await recordLoad(then, world.city, manager, units, SEED_ACT);
  const held = world.people.flatMap((p) => p.certificates);
  await recordLoad(
    then,
    world.city,
    manager,
    { register: 'certificates', source: '演示城市证件名录', sha256: digest(held), rows: held.length },
    SEED_ACT,
  );
}
