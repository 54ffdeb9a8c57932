import { isRefusal, type LocalDate, type Refusal, refuse } from '#law';
import type { Queryable } from '#platform/db';
import { carryOutOrganisations, lockRegister, moveMatters, recordedAt, registeredUnits } from './actions.ts';
import { planChange, type UnitChange } from './change-plan.ts';
import type { OrganisationPlan } from './load-plan.ts';

/** Where a change is written: the act that decides it, its city, its day, and the tables whose rows follow the trees. */
export type ChangeBy = {
  readonly actId: string;
  readonly city: number;
  readonly today: LocalDate;
  readonly nowMs: number;
  readonly matterTables: readonly string[];
};

const TREE_FULL: Refusal = refuse('tree-full', null, '本市单位数超出单位树的号段，请联系系统维护人员重新编排');

/** Why the register as known now would not take this change; null: it would. Writes nothing. */
export async function refusalOfChange(client: Queryable, city: number, change: UnitChange, today: LocalDate): Promise<Refusal | null> {
  const plan = planChange(change, await registeredUnits(client, city), today);
  return isRefusal(plan) ? plan : null;
}

/** Records a change from its day on; trees and rows move at once where that day has come. */
export async function registerChange(client: Queryable, change: UnitChange, by: ChangeBy): Promise<Refusal | null> {
  await lockRegister(client, by.city);
  const plan = planChange(change, await registeredUnits(client, by.city), by.today);
  return isRefusal(plan) ? plan : carryOut(client, plan, by);
}

/**
 * Numbers the trees as the register has them today: what was recorded for a later day takes its place when the day
 * comes. Doing it twice changes nothing.
 */
export async function settleTrees(client: Queryable, by: ChangeBy): Promise<Refusal | null> {
  await lockRegister(client, by.city);
  return carryOut(client, { problems: [], units: [], untouched: await registeredUnits(client, by.city) }, by);
}

async function carryOut(client: Queryable, plan: OrganisationPlan, by: ChangeBy): Promise<Refusal | null> {
  const at = await recordedAt(client, 'organisation_record', by.nowMs);
  const done = await carryOutOrganisations(client, by.city, plan, { actId: by.actId, at, today: by.today });
  if (done === null) return TREE_FULL;
  await moveMatters(client, done.moved, by.matterTables);
  await client.query(
    `update organisation o set record_id = r.id from organisation_record r
     where o.city = $1 and r.organisation_id = o.id and upper_inf(r.known) and r.valid @> $2::date and o.record_id is distinct from r.id`,
    [by.city, by.today],
  );
  return null;
}

/** Outbox topic of a day on which records of a load begin or end. */
export const TREES_DUE = 'organisations.due';

/** The later days on which what one act has recorded changes the trees: each is waited for. `today` is the day of the act. */
export async function queueTreeDays(client: Queryable, actId: string, today: LocalDate): Promise<void> {
  await client.query(
    `insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at)
     select a.city, a.cohort, a.matter_id, a.seq, $3, '{}', d.day::timestamp at time zone 'Asia/Shanghai'
     from act a cross join (
       select lower(valid) as day from organisation_record where act_id = $1 union select upper(valid) from organisation_record where act_id = $1) d
     where a.id = $1 and d.day > $2::date`,
    [actId, today, TREES_DUE],
  );
}

/** Nobody acts for a unit that is no more; posts at its successor are given by the administrators' two persons. */
export async function endPosts(client: Queryable, unitId: string, on: LocalDate): Promise<void> {
  await client.query('update post set held = held * daterange(null, $2) where organisation_id = $1 and not held << daterange($2, null)', [
    unitId,
    on,
  ]);
}
