import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, addWorkingDays, type LocalDate, localDate, shanghaiMidnight } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { closeBinders } from '#platform/case-file/bind';
import { type Pool, rows } from '#platform/db';
import { closeRenderers } from '#platform/documents/index';
import { folderStore } from '#platform/files';
import { DEFAULT_SETTINGS, type Identity } from '#platform/identity/identity';
import { identityKeys } from '#platform/identity/keys';
import { loadLawContext } from '#platform/law-context';
import { type TestDatabase, testDatabase } from '#testing/database';
import { penaltiesOfMarks } from '../../enforcement/same-party/store.ts';
import { afterActs } from '../after-act.ts';
import { readLists } from '../list-facts.ts';
import type { Opened } from '../opened.ts';
import { REACTIONS } from '../reactions.ts';
import { KINDS } from '../rooms.ts';
import { type Planned, plannedDecisions } from './decisions/plan.ts';
import type { PlantingDays } from './decisions/plants.ts';
import { TRUTH } from './decisions/truth-table.ts';
import { unitPlants } from './decisions/unit-plants.ts';
import { type Assemble, fillDemonstration } from './demonstration.ts';
import { calendarOf, shippedNotices } from './holidays.ts';
import { DUTY_TRUTH } from './lists/duty-truth.ts';
import { STORY_TRUTH } from './stories/case-truth.ts';
import { STORIES } from './stories/index.ts';
import type { Story } from './town/timeline.ts';
import type { SeedWorld } from './world/world.ts';

export const ANCHOR = localDate('2026-11-24');

/** A database, a folder and keys of its own, and what fills it as a first start does. */
export type EmptyCity = {
  readonly database: TestDatabase;
  readonly assemble: Assemble;
  readonly fill: (assemble?: Assemble, stories?: readonly Story[]) => Promise<SeedWorld | null>;
  readonly opened: () => Promise<Opened>;
  readonly close: () => Promise<void>;
};

/** Nine in the morning of the anchor day. */
export async function emptyCity(anchor: LocalDate = ANCHOR): Promise<EmptyCity> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'faheng-planted-'));
  const keys = identityKeys(randomBytes(32));
  const now = (): number => shanghaiMidnight(anchor) + 9 * 3_600_000;
  const settings = { ...DEFAULT_SETTINGS, mode: 'demo', requestsPerMinute: 0 } as const;
  const identity: Identity = { pool: database.pool, now, keys, settings };
  const assemble = async (pool: Pool, as: Identity): Promise<Opened> => {
    const law = await loadLawContext(pool);
    const platform = {
      pool,
      kinds: kindsOf(KINDS),
      now,
      law: () => law,
      reactsTo: new Set(REACTIONS),
      afterAct: afterActs(keys),
      sealing: keys,
      lists: readLists,
      earlier: penaltiesOfMarks,
    };
    return { platform, identity: as, blobs: folderStore(folder), close: closeDrawing };
  };
  return {
    ...{ database, assemble },
    fill: (by = assemble, stories = STORIES) => fillDemonstration(database.pool, identity, by, () => ({ stories, rounds: 1 })),
    opened: () => assemble(database.pool, identity),
    close: async () => {
      await closeDrawing();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function decisionsOf(world: SeedWorld): Promise<readonly Planned[]> {
  return plannedDecisions(world, await daysOf(world));
}

/** What is planted for whole years of units, by the words under which a finding names such a year. */
export async function yearsOf(world: SeedWorld, rounds = 1): Promise<ReadonlyMap<string, string>> {
  const names = new Map(world.units.map((u) => [u.key, u.name]));
  return new Map(unitPlants(await daysOf(world), rounds).map(({ id, unit, year }) => [`${names.get(unit)} ${year}年度`, id]));
}

async function daysOf({ anchor }: SeedWorld): Promise<PlantingDays> {
  const calendar = calendarOf(await shippedNotices());
  return { anchor, working: (from, n) => addWorkingDays(calendar, from, n) ?? addDays(from, n) };
}

/** What is wrong on purpose with cases of the stories, by a part of their titles. */
const TOLD = Object.entries(STORY_TRUTH).flatMap(([title, rules]) => rules.map((rule) => `${rule} ${title}`));

/** What `foundByPlant` has to find: no less and no more. */
export const DOUBTED: readonly string[] = [...TRUTH.filter((t) => t.doubted).map((t) => `${t.rule} ${t.plant}`), ...TOLD].sort();

/** Every finding of the city as "rule plant"; one about a decision that was not planted names its number instead. */
export async function foundByPlant({ database }: EmptyCity, world: SeedWorld): Promise<readonly string[]> {
  const byNumber = new Map((await decisionsOf(world)).map((d) => [d.number, d.plant ?? d.number]));
  const found = await rows<{ rule: string; number: string | null; subject: string }>(
    database.pool,
    `select f.rule_id as rule, m.state->'row'->'number'->>'text' as number, f.subject from finding f left join matter m on m.id = f.matter_id
     where f.rule_id <> all($1::text[])`,
    [[...DUTY_TRUTH.map((t) => t.rule), 'R-reported-act']],
  );
  const years = await yearsOf(world);
  const inStory = (subject: string) => Object.keys(STORY_TRUTH).find((title) => subject.includes(title)) ?? subject;
  const told = (subject: string) => years.get(subject) ?? inStory(subject);
  return found.map((f) => `${f.rule} ${f.number === null ? told(f.subject) : byNumber.get(f.number)}`).sort();
}

async function closeDrawing(): Promise<void> {
  await Promise.all([closeRenderers(), closeBinders()]);
}
