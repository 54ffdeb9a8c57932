import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';

export type Reach = 'party' | 'likeness';

/** A group of records that must be judged again, and between which days it has changed. */
export type DueGroup = { readonly mark: string; readonly from: LocalDate; readonly until: LocalDate; readonly members: number };
export type Claim = { readonly ids: readonly string[]; readonly groups: readonly DueGroup[] };

const LEASE_SECONDS = 300;
/** What fails as often as this stays where it is, with the operators to find it. */
export const GIVE_UP_AFTER = 8;
const CLAIMED_AT_ONCE = 2_000;
const COLUMN = { party: 'party_mark', likeness: 'likeness' } as const;

/** Whether nobody has added to the city's groups for a while, or the oldest has waited long enough. */
export async function isQuiet(client: Queryable, city: number, quietSeconds: number): Promise<boolean> {
  const [found] = await rows<{ quiet: boolean | null }>(
    client,
    `select max(at) < clock_timestamp() - make_interval(secs => $2) or min(at) < clock_timestamp() - interval '10 minutes' as quiet
     from penalty_due where city = $1`,
    [city, quietSeconds],
  );
  return found?.quiet === true;
}

/**
 * Takes the groups that have waited longest under a lease, one server at a time, each with all that is noted about it. A
 * group on which another server works is left alone. Runs in a transaction of its own; null: nothing is due.
 */
export async function claimGroups(client: Queryable, city: number, reach: Reach): Promise<Claim | null> {
  await client.query(`select pg_advisory_xact_lock(hashtext('penalty groups'), $1)`, [city]);
  const [waiting] = await rows<{ marks: string[] | null }>(
    client,
    `with busy as materialized (select distinct mark from penalty_due where city = $1 and reach = $2 and lease_until >= clock_timestamp())
     select array_agg(distinct mark) as marks from (select mark from penalty_due
       where city = $1 and reach = $2 and attempts < ${GIVE_UP_AFTER} and coalesce(lease_until, '-infinity') < clock_timestamp()
         and mark not in (select mark from busy)
       order by id limit ${CLAIMED_AT_ONCE}) x`,
    [city, reach],
  );
  const marks = waiting?.marks ?? null;
  if (marks === null) return null;
  // By their names, never by a join with the queue itself: its statistics are always those of another hour.
  const claimed = await rows<{ ids: string[]; mark: string; from: LocalDate; until: LocalDate }>(
    client,
    `with taken as (
       update penalty_due set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds', attempts = attempts + 1
       where city = $1 and reach = $2 and mark = any($3::text[]) returning id, mark, from_on, until_on)
     select array_agg(id::text) as ids, mark, min(from_on) as "from", max(until_on) as until from taken group by mark`,
    [city, reach, marks],
  );
  const sizes = await rows<{ mark: string; n: number }>(
    client,
    `select ${COLUMN[reach]} as mark, count(*)::int as n from penalty_record
     where city = $1 and ${COLUMN[reach]} = any($2::text[]) and counted and label < 4 group by 1`,
    [city, marks],
  );
  const members = new Map(sizes.map(({ mark, n }) => [mark, n]));
  return {
    ids: claimed.flatMap((c) => c.ids),
    groups: claimed.map(({ mark, from, until }) => ({ mark, from, until, members: members.get(mark) ?? 0 })),
  };
}

/** Judged: what has been noted meanwhile stays. */
export async function settleClaim(client: Queryable, { ids }: Claim): Promise<void> {
  await client.query('delete from penalty_due where id = any($1::bigint[])', [ids]);
}

/** Groups that wait in a city, given up ones left out. */
export async function dueGroups(client: Queryable, city: number): Promise<number> {
  const [found] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select distinct reach, mark from penalty_due where city = $1 and reach <> 'unit' and attempts < ${GIVE_UP_AFTER}) d`,
    [city],
  );
  return found?.n ?? 0;
}

/** Groups of all cities that wait, and those given up: the operators find them by these numbers. */
export async function groupCounts(client: Queryable): Promise<{ readonly waiting: number; readonly failed: number }> {
  const [found] = await rows<{ waiting: number; failed: number }>(
    client,
    `select count(*) filter (where not failed)::int as waiting, count(*) filter (where failed)::int as failed from (
       select bool_and(attempts >= ${GIVE_UP_AFTER}) as failed from penalty_due where reach <> 'unit' group by city, reach, mark) d`,
  );
  return found ?? { waiting: 0, failed: 0 };
}

/** Which of the matters still belong to their group: facts were read before their locks were held. */
export async function stillMembers(
  client: Queryable,
  reach: Reach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly mark: string; readonly organId: string }>> {
  const found = await rows<{ id: string; mark: string; organId: string }>(
    client,
    `select matter_id as id, ${COLUMN[reach]} as mark, organ_id as "organId" from penalty_record
     where matter_id = any($1::uuid[]) and counted and label < 4 and ${COLUMN[reach]} is not null`,
    [ids],
  );
  return new Map(found.map((row) => [row.id, row]));
}
