import { addDays, addWorkingDays, canonicalJson, type Json, type OfficialDocument, shanghaiDay, yearOf } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sha256 } from '#platform/digest';
import { renderPdf } from '#platform/documents/index';
import type { BlobStore, StoredBlob } from '#platform/files';
import { AT_ONCE, watchRecords } from '../../enforcement/penalty-records/actions-watch.ts';
import { settleFilings } from '../../supervision/major-penalty-filings/actions.ts';
import { judgeUnitDuties } from '../../supervision/unit-duties/index.ts';
import { settleCaseCauses } from '../cases-again.ts';
import { watchCases } from '../judged-cases.ts';
import type { Opened } from '../opened.ts';
import { recordLoad } from '../register-load/record-load.ts';
import { plannedDecisions } from './decisions/plan.ts';
import { reportingStory } from './decisions/report.ts';
import { undoingStory } from './decisions/undoing.ts';
import { knownAt, SEED_ACT } from './seed-city.ts';
import { filingStories } from './stories/filings.ts';
import { type Story, tellStories } from './town/timeline.ts';
import { townOf } from './town/town.ts';
import { townClock } from './town/town-clock.ts';
import { organisationId, type SeedWorld } from './world/world.ts';

/** What is to be told of the city, and how often what is planted in decisions comes again. */
export type Telling = { readonly stories: readonly Story[]; readonly rounds: number };

/**
 * What the demonstration shows beyond its registers comes in by acts, like everything else, on a clock of its own that
 * ends on the day before the anchor. Called once, after the seed and in its transaction.
 */
export async function plantDemonstration(opened: Opened, world: SeedWorld, { stories, rounds }: Telling): Promise<void> {
  const clock = townClock(knownAt(world));
  const then = at(opened, clock.now);
  await openCohorts(opened.platform, world);
  await recordRegisters(then.platform, world);
  const deps = { platform: then.platform, sealing: then.identity.keys };
  // Decisions come after the registers: nothing has to be judged again by these.
  await watchRecords(deps, () => false, AT_ONCE);
  await settleCaseCauses(deps, () => false, 0);
  const town = townOf(then, world, clock, await sheet(opened.blobs));
  const { calendar } = opened.platform.law();
  const working = (from: SeedWorld['anchor'], n: number) => addWorkingDays(calendar, from, n) ?? addDays(from, n);
  const decisions = plannedDecisions(world, { anchor: world.anchor, working }, rounds);
  await tellStories(town, [reportingStory(decisions), undoingStory(decisions), ...filingStories(decisions), ...stories]);
  await watchRecords(deps, () => false, AT_ONCE);
  await settleCaseCauses(deps, () => false, 0);
  await watchCases(deps, () => false);
  await settleFilings(then.platform, () => false);
  await judgeUnitDuties(then.platform, () => false);
}

export async function openCohorts({ pool }: Pick<Platform, 'pool'>, world: SeedWorld): Promise<void> {
  const years = [yearOf(shanghaiDay(knownAt(world))), yearOf(world.anchor), yearOf(world.anchor) + 1];
  for (const year of new Set(years)) await pool.query('select ensure_cohort($1)', [year]);
}

function at(opened: Opened, now: () => number): Opened {
  return { ...opened, platform: { ...opened.platform, now }, identity: { ...opened.identity, now } };
}

/** One printed page that stands for every proof, photograph and receipt of the demonstration. */
async function sheet(blobs: BlobStore): Promise<StoredBlob> {
  const page: OfficialDocument = {
    ...{ layout: 'form', issuer: '演示城市（演示）', number: null, title: '演示材料', addressee: null },
    body: [{ kind: 'paragraph', text: '本页代替证明材料，内容均为虚构。' }],
    ...{ annexes: [], signature: null, handlers: [], contact: null, copies: [], verifyCode: null, receiptBox: false, demonstration: true },
  };
  return blobs.put((await renderPdf(page)).pdf);
}

/** The registers' own acts; `platform` dates them to when they became known. */
export async function recordRegisters(platform: Platform, world: SeedWorld): Promise<void> {
  const manager = organisationId(world.city, '市司法局');
  const digest = (value: unknown) => sha256(Buffer.from(canonicalJson(value as Json)));
  const units = { register: 'organisations', source: '演示城市单位名录', sha256: digest(world.units), rows: world.units.length } as const;
  await recordLoad(platform, world.city, manager, units, SEED_ACT);
  const held = world.people.flatMap((p) => p.certificates);
  await recordLoad(
    platform,
    world.city,
    manager,
    { register: 'certificates', source: '演示城市证件名录', sha256: digest(held), rows: held.length },
    SEED_ACT,
  );
}
