import { type Queryable, rows } from '#platform/db';
import type { Cause, Touchable } from './model-causes.ts';

/** Causes that come later than this wait for the next round; a load that goes on is not judged by in pieces. */
const LONGEST_WAIT = '10 minutes';
const TRIED_AGAIN_AFTER = '1 hour';

/** A city's walk through its decisions. */
export type Round = {
  readonly afterCohort: number;
  readonly afterId: string;
  /** When it was begun; tells it from the next one. */
  readonly at: string;
};

/** Whether a round is under way in a city, or has to be begun. */
export async function causesWait(client: Queryable, city: number, waitSeconds: number): Promise<boolean> {
  const [found] = await rows<{ waits: boolean | null }>(
    client,
    `select exists (select from penalty_round where city = $1) or (
       select max(at) < clock_timestamp() - make_interval(secs => $2) or min(at) < clock_timestamp() - interval '${LONGEST_WAIT}'
       from penalty_cause where city = $1 and at <= clock_timestamp()) as waits`,
    [city, waitSeconds],
  );
  return found?.waits === true;
}

/** Begins a round for what has waited long enough, unless one is under way. A city without decisions has nothing to judge. */
export async function openRound(client: Queryable, city: number, waitSeconds: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('penalty causes'), $1)`, [city]);
  if ((await rows(client, 'select from penalty_round where city = $1', [city])).length > 0) return;
  const taken = await client.query(
    'update penalty_cause set taken = true where city = $1 and at <= clock_timestamp() - make_interval(secs => $2)',
    [city, waitSeconds],
  );
  if (taken.rowCount === 0) return;
  const begun = await client.query(
    'insert into penalty_round (city) select $1 where exists (select from penalty_record where city = $1 and counted)',
    [city],
  );
  if (begun.rowCount === 0) await client.query('delete from penalty_cause where city = $1 and taken', [city]);
}

/** How many decisions a round passes, counted once. `organs` null: those of any organ. */
export async function countRound(client: Queryable, city: number, organs: readonly string[] | null): Promise<void> {
  await client.query(
    `update penalty_round set total = (select count(*)::int from penalty_record
       where city = $1 and counted and ($2::uuid[] is null or organ_id = any($2))) where city = $1 and total is null`,
    [city, organs],
  );
}

/** The causes of the round that is under way, each with the load or act that it came by. */
export async function causesTaken(client: Queryable, city: number): Promise<readonly Cause[]> {
  return rows<Cause>(
    client,
    `select c.register, c.keys, c.from_on as "from", c.until_on as "until", coalesce(m.title, l.title) as title
     from penalty_cause c left join act a on a.id = c.act_id left join matter m on m.city = a.city and m.cohort = a.cohort and m.id = a.matter_id
     left join lateral (select lm.title from law_import_file f join matter lm on lm.id = f.matter_id
       where c.register = 'law' and c.act_id is null and f.name = any(c.keys) and f.result in ('added', 'changed')
       order by f.matter_id desc limit 1) l on true
     where c.city = $1 and c.taken order by c.id`,
    [city],
  );
}

/** The round, held against every other server until the end of the transaction; null: it has ended, or another works on it. */
export async function holdRound(client: Queryable, city: number): Promise<Round | null> {
  const [round] = await rows<Round>(
    client,
    `select after_cohort as "afterCohort", after_id as "afterId", at::text from penalty_round where city = $1 for update skip locked`,
    [city],
  );
  return round ?? null;
}

export type Passed = Touchable & { readonly cohort: number };

/** The next decisions of a city in the order of their keys, merged ones left out. `organs` null: of whatever organ. */
export async function nextDecisions(
  client: Queryable,
  city: number,
  { afterCohort, afterId }: Round,
  organs: readonly string[] | null,
  limit: number,
): Promise<readonly Passed[]> {
  return rows<Passed>(
    client,
    `select p.cohort, p.matter_id as "matterId", p.organ_id as "organId", p.decided_on as "decidedOn", p.item_code as "itemCode",
       coalesce(array(select o ->> 'certNo' from jsonb_array_elements(nullif(m.state #> '{row,extension,officers}', 'null')) o
         where o ->> 'certNo' is not null), '{}') as certificates, m.state #>> '{row,basis}' as basis
     from (select * from penalty_record where city = $1 and (cohort, matter_id) > ($2, $3) and counted and ($4::uuid[] is null or organ_id = any($4))
       order by cohort, matter_id limit $5) p
     join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id order by p.cohort, p.matter_id`,
    [city, afterCohort, afterId, organs, limit],
  );
}

/** Moves the round on behind a decision. */
export async function advanceRound(
  client: Queryable,
  city: number,
  last: Pick<Passed, 'cohort' | 'matterId'>,
  counts: { readonly seen: number; readonly judged: number },
): Promise<void> {
  await client.query('update penalty_round set after_cohort = $2, after_id = $3, seen = seen + $4, judged = judged + $5 where city = $1', [
    city,
    last.cohort,
    last.matterId,
    counts.seen,
    counts.judged,
  ]);
}

/** Every decision has been asked: what came in meanwhile waits for the next round. */
export async function endRound(client: Queryable, city: number): Promise<void> {
  await client.query('delete from penalty_cause where city = $1 and taken', [city]);
  await client.query('delete from penalty_round where city = $1', [city]);
}

/** A decision that cannot be judged is left for a later round, with its error for the operators. */
export async function putOff(client: Queryable, city: number, matterId: string, error: string): Promise<void> {
  await client.query(
    `insert into penalty_cause (city, register, keys, at) values ($1, 'record', array[$2::text], clock_timestamp() + interval '${TRIED_AGAIN_AFTER}')`,
    [city, matterId],
  );
  await client.query('update penalty_round set error = $2 where city = $1', [city, error.slice(0, 500)]);
}

export type CauseCounts = {
  /** Changes of registers that no round has been begun for. */
  readonly waiting: number;
  /** Decisions that could not be judged and are tried again. */
  readonly failed: number;
  /** Decisions that the rounds under way have passed, and all of their cities. */
  readonly seen: number;
  readonly total: number;
};

/** Over all cities: the operators find what waits by these numbers. */
export async function causeCounts(client: Queryable): Promise<CauseCounts> {
  const [found] = await rows<CauseCounts>(
    client,
    `select c.waiting, c.failed, r.seen, r.total from
       (select count(*) filter (where register <> 'record' and not taken)::int as waiting, coalesce(sum(cardinality(keys)) filter (where register = 'record'), 0)::int as failed from penalty_cause) c,
       (select coalesce(sum(seen), 0)::int as seen, coalesce(sum(total), 0)::int as total from penalty_round) r`,
  );
  return found ?? { waiting: 0, failed: 0, seen: 0, total: 0 };
}
