import { ROLE_LABELS, shanghaiDay } from '#law';
import { inTransaction, type Pool, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import type { Opened } from '../opened.ts';
import { loadHolidays, shippedNotices } from './holidays.ts';
import { inOneTransaction } from './one-transaction.ts';
import { plantDemonstration, type Telling } from './plant.ts';
import { DEMONSTRATION_PASSWORD, demonstrationMachineKey, giveDemonstrationSecrets } from './secrets.ts';
import { knownAt, seedCity } from './seed-city.ts';
import { STORIES } from './stories/index.ts';
import { demonstrationCity } from './world/demonstration.ts';
import type { SeedWorld } from './world/world.ts';

/** True when the database holds no organisation yet: only then may a demonstration be planted. */
export async function isUnseeded(pool: Pool): Promise<boolean> {
  return (await rows(pool, 'select from organisation limit 1')).length === 0;
}

export type TellingOf = (world: SeedWorld) => Telling;

/** Makes what answers requests out of a pool and a clock; the law is read from that pool. */
export type Assemble = (pool: Pool, identity: Identity) => Promise<Opened>;

/**
 * Fills an empty database with the demonstration city on today, all or nothing: registers, people, accounts, and then
 * everything that they have done so far. null: the database is not empty, it stays as it is.
 */
export async function fillDemonstration(
  pool: Pool,
  identity: Identity,
  assemble: Assemble,
  telling: TellingOf = () => ({ stories: STORIES, rounds: 1 }),
): Promise<SeedWorld | null> {
  if (!(await isUnseeded(pool))) return null;
  return inOneTransaction(pool, async (whole) => {
    // Another server may have been faster while this one waited.
    if (!(await isUnseeded(whole))) return null;
    const seeding = { ...identity, pool: whole };
    const world = await seedDemonstration(whole, seeding);
    await plantDemonstration(await assemble(whole, seeding), world, telling(world));
    return world;
  });
}

/**
 * Organisations, people, certificates, accounts, profile and calendar of the demonstration city on today. One
 * transaction, as the owner; matters are planted afterwards, by acts.
 */
export async function seedDemonstration(pool: Pool, identity: Identity): Promise<SeedWorld> {
  const today = shanghaiDay(identity.now());
  const world = await demonstrationCity(today);
  const known = knownAt(world);
  await inTransaction(pool, '', async (client) => {
    await seedCity(client, world, known);
    await loadHolidays(client, await shippedNotices(), known);
    await giveDemonstrationSecrets(identity, client, world);
  });
  return world;
}

/** The lines printed at start: who can sign in, unit by unit. */
export function demonstrationPrintout(world: SeedWorld): string {
  const units = new Map(world.units.map((u) => [u.key, u.shortName]));
  const lines = new Map<string, string[]>();
  for (const p of world.people) {
    const post = p.posts[0];
    if (p.login === null || post === undefined || post.role === 'machine') continue;
    const list = lines.get(post.unit) ?? [];
    list.push(`${p.login} ${ROLE_LABELS[post.role]}`);
    lines.set(post.unit, list);
  }
  const machine = world.people.find((p) => p.posts.some((post) => post.role === 'machine'))?.login;
  return [
    `演示账号（口令都是 ${DEMONSTRATION_PASSWORD}，动态验证码见登录页）：`,
    ...[...lines].map(([unit, people]) => `  ${units.get(unit) ?? unit}：${people.join('，')}`),
    ...(machine === undefined || machine === null ? [] : [`  系统对接密钥：${demonstrationMachineKey(machine)}`]),
  ].join('\n');
}
