import { type BaseState, canonicalJson, deriveDue, type Json, localDate, type MatterKind, termsOf } from '#law';
import { type Queryable, rows } from '../db.ts';
import type { LawContext } from '../law-context.ts';
import type { StoredClock, StoredTask } from './load.ts';
import { settle } from './settle.ts';

/** What stands beside the states of a page of matters: their clocks and open tasks, by matter. */
export type Beside = {
  readonly clocks: ReadonlyMap<string, readonly StoredClock[]>;
  readonly tasks: ReadonlyMap<string, readonly StoredTask[]>;
};
type Owned<T> = T & { readonly matter_id: string };

export async function readBeside(client: Queryable, ids: readonly string[]): Promise<Beside> {
  const clocks = await rows<Owned<StoredClock>>(
    client,
    `select matter_id, clock_id, key, started_on, due_on, provisional, derivation, stopped_on, breached_on, breach_corrected, warned, bound_id,
       profile_id, profile_version from clock where matter_id = any($1::uuid[])`,
    [ids],
  );
  const tasks = await rows<Owned<StoredTask>>(
    client,
    `select matter_id, key, opened_seq, act, title, subject, organisation_id, roles, post_id, officers, clock_id, clock_key, due_on
     from task where closed_at is null and matter_id = any($1::uuid[])`,
    [ids],
  );
  return { clocks: byMatter(clocks), tasks: byMatter(tasks) };
}

function byMatter<T>(list: readonly Owned<T>[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of list) {
    const own = found.get(row.matter_id);
    if (own === undefined) found.set(row.matter_id, [row]);
    else own.push(row);
  }
  return found;
}

type Matter = {
  readonly id: string;
  readonly city: number;
  readonly profile_id: string;
  readonly profile_version: number;
};

/** On this day nothing has been warned of and nothing is overdue. */
const BEFORE_ALL = localDate('1949-10-01');

/**
 * Periods and tasks as the state gives them, against the rows that lists and lamps read. What only the passing of days
 * changes (warnings, a breach that the sweep has still to note) is left out: it lags by nature.
 */
export function besideFaults(kind: MatterKind, state: BaseState, matter: Matter, beside: Beside, law: LawContext): string[] {
  const clocks = beside.clocks.get(matter.id) ?? [];
  const tasks = beside.tasks.get(matter.id) ?? [];
  const profile = { id: matter.profile_id, version: matter.profile_version, city: matter.city };
  const settled = settle(kind, state, { clocks, tasks, participants: kind.participants(state) }, law, profile, BEFORE_ALL);
  const wrongClocks = settled.changedClocks
    .filter(({ clock, isNew }) => isNew || isOtherPeriod(clock, clocks))
    .map(({ clock }) => clock)
    .concat(clocks.filter((c) => isMiscounted(kind, c, law)));
  const lateTasks = [...settled.openTasks, ...settled.changedTasks].map((t) => t.key).concat(settled.closeTasks);
  return [
    ...[...new Set(wrongClocks.map((c) => c.clock_id))].map((id) => `期限${id}与办理记录不符`),
    ...(lateTasks.length === 0 ? [] : [`待办与办理记录不符：${[...new Set(lateTasks)].join('、')}`]),
  ];
}

function isOtherPeriod(clock: StoredClock, stored: readonly StoredClock[]): boolean {
  const old = stored.find((c) => c.clock_id === clock.clock_id && c.key === clock.key);
  const period = (c: StoredClock): string =>
    canonicalJson([c.started_on, c.due_on, c.provisional, c.stopped_on, c.bound_id] as unknown as Json);
  return old === undefined || period(old) !== period(clock);
}

/** A period that still runs is counted again by the loaded calendar; one that has stopped was counted by that of its days. */
function isMiscounted(kind: MatterKind, clock: StoredClock, law: LawContext): boolean {
  const binding = kind.clocks.find((b) => b.clock.id === clock.clock_id);
  const profile = law.profileVersion(clock.profile_id, clock.profile_version);
  if (clock.stopped_on !== null || clock.provisional || binding === undefined || profile === null) return false;
  const terms = termsOf(profile, binding.clock.obligation, clock.started_on);
  const counted = terms === null ? null : deriveDue(terms, clock.started_on, law.calendar, profile.rollOn, clock.derivation.issuerDate);
  return counted !== null && counted.dueOn !== clock.due_on;
}

/** Rows whose place, label or parties are not their matter's: they would be shown to others than may see the matter. */
export async function misplacedRows(
  client: Queryable,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly what: string }[]> {
  const tables = ['task', 'clock', 'document', 'participant', 'finding'];
  const each = tables.map(
    (table) => `select distinct m.id, '${table}' as what from matter m join ${table} t on t.matter_id = m.id
      where m.id = any($1::uuid[]) and (t.region_ord, t.line_ord, t.label) is distinct from (m.region_ord, m.line_ord, m.label)`,
  );
  const place = `select m.id, 'matter' as what from matter m join organisation o on o.id = m.home_id
      where m.id = any($1::uuid[]) and (o.region_ord, o.line_ord) is distinct from (m.region_ord, m.line_ord)`;
  const parties = `select m.id, 'parties' as what from matter m where m.id = any($1::uuid[]) and
      (select coalesce(array_agg(distinct p.organisation_id::text || '/' || p.relation), '{}') from participant p where p.matter_id = m.id)
      is distinct from
      (select coalesce(array_agg(distinct e ->> 'organisationId' || '/' || (e ->> 'as')), '{}') from jsonb_array_elements(m.participants) e)`;
  return rows<{ id: string; what: string }>(client, [...each, place, parties].join(' union all '), [ids]);
}
