import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, type LocalDate, localDate, shanghaiMidnight } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { type Pool, rows } from '#platform/db';
import { closeRenderers } from '#platform/documents/index';
import { folderStore } from '#platform/files';
import { DEFAULT_SETTINGS, type Identity } from '#platform/identity/identity';
import { identityKeys } from '#platform/identity/keys';
import { loadLawContext } from '#platform/law-context';
import { type TestDatabase, testDatabase } from '#testing/database';
import { afterActs } from '../after-act.ts';
import type { Opened } from '../opened.ts';
import { REACTIONS } from '../reactions.ts';
import { KINDS } from '../rooms.ts';
import { type Planned, plannedDecisions } from './decisions/plan.ts';
import { TRUTH } from './decisions/truth-table.ts';
import { fillDemonstration } from './demonstration.ts';
import { calendarOf, shippedNotices } from './holidays.ts';
import type { SeedWorld } from './world/world.ts';

const ANCHOR = localDate('2026-11-24');
const now = (): number => shanghaiMidnight(ANCHOR) + 9 * 3_600_000;

type City = { readonly database: TestDatabase; readonly world: SeedWorld; readonly opened: Opened };
const folders: string[] = [];
const databases: TestDatabase[] = [];

async function city(): Promise<City> {
  const database = await testDatabase();
  databases.push(database);
  const folder = await mkdtemp(join(tmpdir(), 'faheng-planted-'));
  folders.push(folder);
  const keys = identityKeys(randomBytes(32));
  const settings = { ...DEFAULT_SETTINGS, mode: 'demo', requestsPerMinute: 0 } as const;
  const blobs = folderStore(folder);
  const assemble = async (pool: Pool, identity: Identity): Promise<Opened> => {
    const law = await loadLawContext(pool);
    const platform = { pool, kinds: kindsOf(KINDS), now, law: () => law, reactsTo: new Set(REACTIONS), afterAct: afterActs(keys) };
    return { platform, identity, blobs, close: closeRenderers };
  };
  const identity = { pool: database.pool, now, keys, settings };
  const world = await fillDemonstration(database.pool, identity, assemble);
  if (world === null) throw new Error('the database was not empty');
  return { database, world, opened: await assemble(database.pool, identity) };
}

let planted: City;
beforeAll(async () => {
  const started = performance.now();
  planted = await city();
  console.log(`seeded in ${Math.round(performance.now() - started)} ms`);
}, 180_000);
afterAll(async () => {
  await closeRenderers();
  for (const database of databases) await database.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const all = <T extends Record<string, unknown>>(sql: string, of: City = planted): Promise<T[]> => rows<T>(of.database.pool, sql);

async function decisions(world: SeedWorld): Promise<readonly Planned[]> {
  const calendar = calendarOf(await shippedNotices());
  const working = (from: LocalDate, n: number) => addWorkingDays(calendar, from, n) ?? addDays(from, n);
  return plannedDecisions(world, { anchor: world.anchor, working });
}

describe('演示城市的处罚决定', () => {
  it('每条植入的决定都在真值表里，真值表里的每条都已植入；每条规则至少两条应疑、两条不应疑', async () => {
    const ids = (await decisions(planted.world)).flatMap((d) => d.plant ?? []);
    expect([...ids].sort()).toEqual(TRUTH.map((t) => t.plant).sort());
    for (const rule of new Set(TRUTH.map((t) => t.rule))) {
      expect(TRUTH.filter((t) => t.rule === rule && t.doubted).length, rule).toBeGreaterThanOrEqual(2);
      expect(TRUTH.filter((t) => t.rule === rule && !t.doubted).length, rule).toBeGreaterThanOrEqual(2);
    }
  });

  it('预警与真值表完全一致：不少一条，不多一条', async () => {
    const plan = await decisions(planted.world);
    const byNumber = new Map(plan.map((d) => [d.number, d.plant ?? d.number]));
    const found = await all<{ rule: string; number: string }>(
      `select f.rule_id as rule, m.state->'row'->'number'->>'text' as number from finding f join matter m on m.id = f.matter_id`,
    );
    const expected = TRUTH.filter((t) => t.doubted).map((t) => `${t.rule} ${t.plant}`);
    expect(found.map((f) => `${f.rule} ${byNumber.get(f.number)}`).sort()).toEqual(expected.sort());
  });

  it('不应疑的是判断过的，不是无法判断', async () => {
    const byPlant = new Map((await decisions(planted.world)).flatMap((d) => (d.plant === null ? [] : [[d.plant, d.number]])));
    const missing = await all<{ number: string; missing: [string, string][] }>(
      `select m.state->'row'->'number'->>'text' as number, p.missing from judgement j join judgement_pattern p on p.id = j.pattern
       join matter m on m.id = j.matter_id`,
    );
    const lacking = TRUTH.filter((t) => !t.doubted).flatMap((t) => {
      const row = missing.find((m) => m.number === byPlant.get(t.plant));
      return row?.missing.filter(([rule]) => rule === t.rule).map(([, what]) => `${t.plant} ${what}`) ?? [`${t.plant} 未判断`];
    });
    expect(lacking).toEqual([]);
  });
});

describe('演示城市的全部办理记录', () => {
  it('重新推演与各表一致，链条完整（faheng verify）', async () => {
    const verdict = await verify(planted.opened.platform);
    expect(verdict.faults).toEqual([]);
    expect(verdict.matters).toBeGreaterThan(300);
  });

  it('后台没有办不成的事', async () => {
    expect(await all('select topic, error from outbox where done_at is null or error is not null')).toEqual([]);
  });
});
