import type { PenaltyRecord } from '#enforcement/penalty-records';
import { type Queryable, rows } from '#platform/db';
import type { MajorPenaltyFiling } from './model.ts';

const AT_ONCE = 200;

export type WaitingDuty = { readonly id: string; readonly city: number; readonly decisionId: string; readonly reasons: readonly string[] };

/** Decisions that were judged since the filings last looked, in the order in which they were judged. */
export async function waitingDuties(client: Queryable): Promise<readonly WaitingDuty[]> {
  return rows(
    client,
    `select id::text as id, city, matter_id as "decisionId", reasons from penalty_filing_duty order by id limit ${AT_ONCE}`,
  );
}

export async function dutiesSettled(client: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query('delete from penalty_filing_duty where id = any($1::bigint[])', [ids]);
}

/** Sealed decisions stay out: what is filed of them is not the platform's to say. */
export async function decisionsOf(client: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, PenaltyRecord>> {
  const found = await rows<{ id: string; state: PenaltyRecord }>(
    client,
    `select id, state from matter where id = any($1::uuid[]) and kind = 'penalty-record' and label < 4`,
    [ids],
  );
  return new Map(found.map(({ id, state }) => [id, state]));
}

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
