import type { OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import type { PenaltyRecord } from '#enforcement/penalty-records';
import { type Queryable, rows } from '#platform/db';
import { type Decided, decidedInCase, decidedInRecord } from './decided.ts';
import type { MajorPenaltyFiling } from './model.ts';

const AT_ONCE = 200;

export type WaitingDuty = { readonly id: string; readonly city: number; readonly decisionId: string; readonly reasons: readonly string[] };

/** Decisions that were judged since the filings last looked, each by its latest judgement, in the order in which they were judged. */
export async function waitingDuties(client: Queryable, now: string): Promise<readonly WaitingDuty[]> {
  return rows(
    client,
    `select * from (select distinct on (matter_id) id::text as id, city, matter_id as "decisionId", reasons
       from (select * from penalty_filing_duty where retry_at is null or retry_at <= $1 order by id limit ${AT_ONCE}) d
       order by matter_id, id::bigint desc) latest order by id::bigint`,
    [now],
  );
}

/** What was judged of the same decision before is settled with it. */
export async function dutiesSettled(client: Queryable, duties: readonly WaitingDuty[]): Promise<void> {
  if (duties.length === 0) return;
  await client.query(
    `delete from penalty_filing_duty d using unnest($1::bigint[], $2::uuid[]) as s(id, matter_id)
     where d.matter_id = s.matter_id and d.id <= s.id`,
    [duties.map((d) => d.id), duties.map((d) => d.decisionId)],
  );
}

/** What could not be done stays and is tried again. */
export async function dutiesPutOff(client: Queryable, duties: readonly WaitingDuty[], until: string): Promise<void> {
  if (duties.length === 0) return;
  await client.query('update penalty_filing_duty set retry_at = $2 where id = any($1::bigint[])', [duties.map((d) => d.id), until]);
}

/** Decisions whose filing could not be brought in line so far. */
export async function dutiesFailed(client: Queryable): Promise<number> {
  const [found] = await rows<{ n: number }>(
    client,
    'select count(distinct matter_id)::int as n from penalty_filing_duty where retry_at is not null',
  );
  return found?.n ?? 0;
}

/** Sealed decisions stay out: what is filed of them is not the platform's to say. null: the case has no decision, or none any more. */
export async function decisionsOf(client: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Decided | null>> {
  const found = await rows<Stored>(
    client,
    `select id, kind, state from matter where id = any($1::uuid[]) and kind in ('penalty-record', 'ordinary-penalty') and label < 4`,
    [ids],
  );
  return new Map(
    found.map((stored) => [stored.id, stored.kind === 'penalty-record' ? decidedInRecord(stored.state) : decidedInCase(stored.state)]),
  );
}

type Stored = { readonly id: string } & (
  | { readonly kind: 'penalty-record'; readonly state: PenaltyRecord }
  | { readonly kind: 'ordinary-penalty'; readonly state: OrdinaryPenalty }
);

export type KnownFiling = { readonly id: string; readonly state: MajorPenaltyFiling; readonly count: number };

/** The latest filing of each decision, and how many it has had. */
export async function filingsOf(client: Queryable, decisionIds: readonly string[]): Promise<ReadonlyMap<string, KnownFiling>> {
  const found = await rows<KnownFiling & { decisionId: string }>(
    client,
    `select distinct on (f.decision_id) f.decision_id as "decisionId", m.id, m.state,
       (count(*) over (partition by f.decision_id))::int as count
     from major_penalty_filing f join matter m on m.city = f.city and m.cohort = f.cohort and m.id = f.matter_id
     where f.decision_id = any($1::uuid[]) order by f.decision_id, m.id desc`,
    [decisionIds],
  );
  return new Map(found.map(({ decisionId, ...filing }) => [decisionId, filing]));
}
