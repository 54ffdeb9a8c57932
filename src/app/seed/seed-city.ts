import { addDays, addYears, type LocalDate, localDate, type Qualification, shanghaiMidnight } from '#law';
import type { Queryable } from '#platform/db';
import { type Cell, dateRange, insertRows, knownSince } from './insert.ts';
import { labelMaxOf } from './world/people.ts';
import { unitId, worldPlaces } from './world/places.ts';
import { seededId } from './world/seeded.ts';
import { unitCode } from './world/unit-code.ts';
import {
  accountId,
  certificateRecordId,
  officerId,
  organisationId,
  organisationRecordId,
  postId,
  type SeedUnit,
  type SeedWorld,
} from './world/world.ts';

/** The act by which a seeded register came in, while no act has been performed for it. */
export const SEED_ACT = seededId('register-load');

/** Units stand in the register since the reform of institutions; older decisions ask about days before it. */
const UNITS_SINCE = localDate('2019-03-01');

/** Registers are known since 400 days before the anchor, before anything the city shows. Epoch milliseconds. */
export function knownAt(world: SeedWorld): number {
  return shanghaiMidnight(addDays(world.anchor, -400));
}

export type SeedOptions = {
  /** The act that loads the registers. */
  readonly actId?: string;
};

/**
 * Writes a city's organisations, people, certificates, accounts without secrets, posts and profile. `now` (epoch
 * milliseconds) is when the registers become known; call it before anything that reads them. Run as the owner.
 */
export async function seedCity(client: Queryable, world: SeedWorld, now: number, options: SeedOptions = {}): Promise<void> {
  const instant = new Date(now).toISOString();
  const actId = options.actId ?? SEED_ACT;
  await writeOrganisations(client, world, instant, actId);
  await writeOfficers(client, world, instant, actId);
  await writeAccounts(client, world, instant);
  await insertRows(
    client,
    'profile',
    ['id', 'version', 'city', 'body', 'recorded_at'],
    [[world.profile.id, world.profile.version, world.city, JSON.stringify(world.profile), instant]],
  );
}

async function writeOrganisations(client: Queryable, world: SeedWorld, instant: string, actId: string): Promise<void> {
  const places = worldPlaces(world);
  const rows: Cell[][] = world.units.map((u) => {
    const p = places.get(u.key);
    if (p === undefined) throw new Error(`no place for ${u.key}`);
    const reach = [p.reachRegion.lo, p.reachRegion.hi, p.reachLine.lo, p.reachLine.hi];
    return [organisationId(world.city, u.key), world.city, u.code, p.region.ord, p.region.hi, p.line.ord, p.line.hi, ...reach];
  });
  const columns = 'id city code region_ord region_hi line_ord line_hi reach_region_lo reach_region_hi reach_line_lo reach_line_hi';
  await insertRows(client, 'organisation', columns.split(' '), rows);
  const records = world.units.flatMap((u, i) => recordRows(world, u, i, instant, actId));
  await insertRows(client, 'organisation_record', RECORD_COLUMNS.split(' '), records);
}

const RECORD_COLUMNS =
  'id organisation_id valid known name short_name document_prefix kind tier lead_kind lead_basis qualification uscc region_code domain ' +
  'superior_id line_superior_id bureau_id answers_through_id phone email demonstration bases act_id';

/** One record, or two where the unit may no longer decide from some day on. */
function recordRows(world: SeedWorld, u: SeedUnit, i: number, instant: string, actId: string): Cell[][] {
  const row = (id: string, qualification: Qualification, valid: string): Cell[] =>
    recordRow(world, { ...u, qualification }, i, id, valid, instant, actId);
  const id = organisationRecordId(world.city, u.key);
  if (u.suspendedFrom === null) return [row(id, u.qualification, dateRange(UNITS_SINCE, null))];
  return [
    row(id, u.qualification, dateRange(UNITS_SINCE, u.suspendedFrom)),
    row(organisationRecordId(world.city, `${u.key}/suspended`), 'suspended', dateRange(u.suspendedFrom, null)),
  ];
}

function recordRow(world: SeedWorld, u: SeedUnit, i: number, id: string, valid: string, instant: string, actId: string): Cell[] {
  return [
    id,
    organisationId(world.city, u.key),
    valid,
    knownSince(instant),
    u.name,
    u.shortName,
    u.documentPrefix,
    u.kind,
    u.tier,
    u.leadKind,
    u.leadBasis,
    u.qualification,
    unitCode(world, u, i),
    u.regionCode,
    u.domain,
    unitId(world, u.superior),
    unitId(world, u.lineSuperior),
    unitId(world, u.bureau),
    unitId(world, u.answersThrough),
    // Local numbers never begin with 0: this one rings nowhere.
    `0478-0${String(100_000 + i)}`,
    `unit${i + 1}@city${world.city}.invalid`,
    u.demonstration,
    JSON.stringify(u.bases),
    actId,
  ];
}

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

async function writeOfficers(client: Queryable, world: SeedWorld, instant: string, actId: string): Promise<void> {
  const officers = world.people.filter((p) => p.officer);
  await insertRows(
    client,
    'officer',
    ['id', 'city', 'organisation_id', 'name'],
    officers.map((p) => [officerId(world.city, p.key), world.city, organisationId(world.city, p.unit), p.name]),
  );
  const certificates = officers.flatMap((p) =>
    p.certificates.map((c): Cell[] => [
      certificateRecordId(world.city, c.kind, c.number),
      officerId(world.city, p.key),
      organisationId(world.city, p.unit),
      c.kind,
      c.number,
      c.status,
      c.domains,
      // Of the seeded cards the last 审核注册 was a year ago, or when they were issued.
      laterOf(c.from, addYears(world.anchor, -1)),
      dateRange(c.from, addDays(c.through, 1)),
      knownSince(instant),
      actId,
    ]),
  );
  const columns = 'id officer_id organisation_id kind number status domains registered_on valid known act_id';
  await insertRows(client, 'certificate_record', columns.split(' '), certificates);
}

async function writeAccounts(client: Queryable, world: SeedWorld, instant: string): Promise<void> {
  const holders = world.people.filter((p) => p.login !== null);
  await insertRows(
    client,
    'account',
    ['id', 'city', 'login', 'name', 'officer_id', 'status', 'created_at'],
    holders.map((p) => [
      accountId(world.city, p.key),
      world.city,
      p.login,
      p.name,
      p.officer ? officerId(world.city, p.key) : null,
      'active',
      instant,
    ]),
  );
  const posts = holders.flatMap((p) =>
    p.posts.map((post, n): Cell[] => [
      postId(world.city, p.key, n),
      accountId(world.city, p.key),
      organisationId(world.city, post.unit),
      post.role,
      labelMaxOf(post.role),
      dateRange(post.from, post.until),
    ]),
  );
  await insertRows(client, 'post', ['id', 'account_id', 'organisation_id', 'role', 'label_max', 'held'], posts);
}
