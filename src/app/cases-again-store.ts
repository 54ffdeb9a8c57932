import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { CaseCause, TouchableCase } from './cases-again-index.ts';

/** Causes that come later than this wait for the next round; a load that goes on is not judged by in pieces. */
const LONGEST_WAIT = '10 minutes';
const TRIED_AGAIN_AFTER = '1 hour';

/** A city's walk through its cases. */
export type CaseRound = { readonly afterCohort: number; readonly afterId: string /** Tells it from the next one. */; readonly at: string };

/** Cities in which a round is under way, or has to be begun as nothing has been added for so many seconds. */
export async function citiesToJudgeAgain(client: Queryable, waitSeconds: number): Promise<readonly number[]> {
  const found = await rows<{ city: number }>(
    client,
    `select city from case_round
     union select city from case_cause where at <= clock_timestamp() group by city
       having max(at) <= clock_timestamp() - make_interval(secs => $1) or min(at) < clock_timestamp() - interval '${LONGEST_WAIT}'
     order by 1`,
    [waitSeconds],
  );
  return found.map(({ city }) => city);
}

/** Begins a round for what has waited long enough, unless one is under way. A city without cases has nothing to judge. */
export async function openCaseRound(client: Queryable, city: number, waitSeconds: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('case causes'), $1)`, [city]);
  if ((await rows(client, 'select from case_round where city = $1', [city])).length > 0) return;
  const taken = await client.query(
    'update case_cause set taken = true where city = $1 and at <= clock_timestamp() - make_interval(secs => $2)',
    [city, waitSeconds],
  );
  if (taken.rowCount === 0) return;
  const begun = await client.query(
    `insert into case_round (city) select $1 where exists (select from ordinary_penalty where city = $1)
       or exists (select from summary_penalty where city = $1)`,
    [city],
  );
  if (begun.rowCount === 0) await client.query('delete from case_cause where city = $1 and taken', [city]);
}

/** The causes of the round that is under way, each with the load or act that it came by. */
export async function caseCausesTaken(client: Queryable, city: number): Promise<readonly CaseCause[]> {
  return rows<CaseCause>(
    client,
    `select c.register, c.keys, c.from_on as "from", c.until_on as "until", m.title
     from case_cause c left join act a on a.id = c.act_id left join matter m on m.city = a.city and m.cohort = a.cohort and m.id = a.matter_id
     where c.city = $1 and c.taken order by c.id`,
    [city],
  );
}

/** The round, held against every other server until the end of the transaction; null: it has ended, or another works on it. */
export async function holdCaseRound(client: Queryable, city: number): Promise<CaseRound | null> {
  const [round] = await rows<CaseRound>(
    client,
    'select after_cohort as "afterCohort", after_id as "afterId", at::text from case_round where city = $1 for update skip locked',
    [city],
  );
  return round ?? null;
}

export type PassedCase = TouchableCase & { readonly cohort: number };

/** Of whoever handles a case, has reviewed it, or is named for what was done in it, the numbers of all certificates ever held. */
const CERTIFICATES = `array(select distinct c.number from certificate_record c where c.officer_id = any(array(
  select o.id::uuid from jsonb_array_elements_text(coalesce(nullif(coalesce(m.state -> 'handlerIds', m.state -> 'officerIds'), 'null'), '[]')) o(id)
  union select (r #>> '{by,officerId}')::uuid from jsonb_array_elements(coalesce(nullif(m.state -> 'reviews', 'null'), '[]')) r
  union select o.id::uuid from jsonb_array_elements(coalesce(nullif(m.state #> '{told,deeds}', 'null'), '[]')) d,
    jsonb_array_elements_text(coalesce(nullif(d -> 'officerIds', 'null'), '[]')) o(id))))`;
const FURTHER =
  'city = $1 and (cohort, matter_id) > ($2, $3::uuid) and ($4::uuid[] is null or organ_id = any($4)) order by cohort, matter_id limit $5';

/** The next cases of a city in the order of their keys, of either kind. `organs` null: of whatever organ. */
export async function nextCases(
  client: Queryable,
  {
    city,
    round,
    organs,
    limit,
    today,
  }: {
    readonly city: number;
    readonly round: CaseRound;
    readonly organs: readonly string[] | null;
    readonly limit: number;
    readonly today: LocalDate;
  },
): Promise<readonly PassedCase[]> {
  return rows<PassedCase>(
    client,
    `select p.cohort, p.matter_id as "matterId", p.organ_id as "organId", p.item_code as "itemCode",
       coalesce(m.state #>> '{reports,-1,violation}', p.violation) as violation,
       coalesce(p.decided_on, (m.state #>> '{rounds,-1,decision,on}')::date, p.concluded_on, $6) as "decidedOn",
       ${CERTIFICATES} as certificates, concat_ws(' ', m.state #>> '{reports,-1,basis}', m.state ->> 'basis') as basis
     from ((select cohort, matter_id, organ_id, item_code, cause as violation, decided_on, concluded_on from ordinary_penalty where ${FURTHER})
       union all (select cohort, matter_id, organ_id, item_code, conduct, decided_on, null from summary_penalty where ${FURTHER})
       order by 1, 2 limit $5) p
     join matter m on m.city = $1 and m.cohort = p.cohort and m.id = p.matter_id order by p.cohort, p.matter_id`,
    [city, round.afterCohort, round.afterId, organs, limit, today],
  );
}

/** Moves the round on behind a case, unless another server has moved it on. */
export async function advanceCaseRound(client: Queryable, city: number, from: CaseRound, { cohort, matterId }: PassedCase): Promise<void> {
  await client.query(
    `update case_round set after_cohort = $2, after_id = $3
     where city = $1 and at = $4::timestamptz and after_cohort = $5 and after_id = $6`,
    [city, cohort, matterId, from.at, from.afterCohort, from.afterId],
  );
}

/** Every case has been asked: what came in meanwhile waits for the next round. */
export async function endCaseRound(client: Queryable, city: number): Promise<void> {
  await client.query('delete from case_cause where city = $1 and taken', [city]);
  await client.query('delete from case_round where city = $1', [city]);
}

/** A case that cannot be judged is left for a later round, with its error for the operators. */
export async function putCaseOff(client: Queryable, city: number, matterId: string, error: string): Promise<void> {
  await client.query(
    `insert into case_cause (city, register, keys, at) values ($1, 'record', array[$2::text], clock_timestamp() + interval '${TRIED_AGAIN_AFTER}')`,
    [city, matterId],
  );
  await client.query('update case_round set error = $2 where city = $1', [city, error.slice(0, 500)]);
}
