const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

/** Whose rights the rows are written with: a plan made under one row security does not serve under another. */
export type Role = 'person' | 'system';

export function roleOf(acts: Written['acts']): Role {
  return acts.every((act) => act.post_id === null) ? 'system' : 'person';
}

/** Lists that most acts leave empty; the statement leaves them out then, and all that their tables would ask of it. */
const OPTIONAL = [
  'new_clocks',
  'changed_clocks',
  'close_tasks',
  'change_tasks',
  'open_tasks',
  'drop_participants',
  'add_participants',
  'documents',
  'numbers',
  'links',
  'outbox',
  'notices',
] as const;
type Optional = (typeof OPTIONAL)[number];
type List = 'm' | 'columns' | 'acts' | 'remember' | Optional;
/** One list per table; every row of a child names its matter as `mid`. */
export type Lists = Readonly<Record<List, readonly unknown[]>>;
export type SeldomLists = Readonly<Record<Optional, readonly unknown[]>>;

/** What a statement is for. */
export type Written = {
  readonly kind: string;
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly acts: readonly { readonly post_id: string | null }[];
};

const texts = new Map<string, string>();

/**
 * New matters of one kind with all their rows. The statement depends on the kind, on which lists hold anything, and on nothing that
 * anybody typed. Its name is told apart by role as well: a plan made under one row security does not serve under another.
 */
export function statement(first: Written, lists: Lists): { name: string; text: string } {
  const { used, mark } = usedOf(lists);
  const name = `write new ${mark} ${roleOf(first.acts)} ${first.table}`;
  const known = texts.get(name);
  if (known !== undefined) return { name, text: known };
  const made = text(first.table, plainColumns(first), new Set(used));
  texts.set(name, made);
  return { name, text: made };
}

/** The columns of a kind, whose names and the table's go into statements. */
export function plainColumns({ kind, table, columns }: Pick<Written, 'kind' | 'table' | 'columns'>): readonly string[] {
  const names = Object.keys(columns);
  if (![table, ...names].every((name) => IDENTIFIER.test(name))) throw new Error(`${kind}: a column has no plain name`);
  return names;
}

function usedOf(lists: SeldomLists): { readonly used: readonly Optional[]; readonly mark: string } {
  const used = OPTIONAL.filter((list) => lists[list].length > 0);
  return { used, mark: used.reduce((bits, list) => bits | (1 << OPTIONAL.indexOf(list)), 0).toString(36) };
}

/** The rows of the seldom lists alone, of matters that stand written already; null: all lists are empty. */
export function seldomStatement(lists: SeldomLists, role: Role): { name: string; text: string } | null {
  const { used, mark } = usedOf(lists);
  if (used.length === 0) return null;
  const name = `write seldom ${mark} ${role}`;
  const known = texts.get(name);
  if (known !== undefined) return { name, text: known };
  const parts = used.map((list) => SELDOM[list]()).join(',\n');
  const made = `
with input as materialized (select $1::jsonb as j),
m as materialized (select * from jsonb_to_recordset((select j -> 'm' from input)) as x(${PLACE_TYPE})),
${parts}
select`;
  texts.set(name, made);
  return { name, text: made };
}

export const MATTER_COLUMNS =
  'city, cohort, id, kind, status, title, own_number, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, closed_on, wake_at, profile_id, profile_version, recorded_at, changed_at';
export const ACT_COLUMNS =
  'city, cohort, matter_id, seq, id, type, version, frame, mode, legal_date, legal_time, recorded_at, post_id, account_id, organisation_id, actor, source, cause_id, facts_used, commit, prev, hash';

const PLACE = 'm.city, m.cohort, m.id';
const ORDS = 'm.region_ord, m.line_ord, m.label';
const OWN = 't.city = m.city and t.cohort = m.cohort and t.matter_id = m.id';

function from(list: List, type: string): string {
  return `m join jsonb_to_recordset((select j -> '${list}' from input)) as x(mid uuid, ${type}) on x.mid = m.id`;
}

const SELDOM: Readonly<Record<Optional, () => string>> = {
  new_clocks: () => `w_clock_new as (
  insert into clock (city, cohort, matter_id, clock_id, key, bound_id, started_on, due_on, provisional, derivation, stopped_on, breached_on, breach_corrected, warned, profile_id, profile_version, region_ord, line_ord, label)
  select ${PLACE}, x.clock_id, x.key, x.bound_id, x.started_on, x.due_on, x.provisional, x.derivation, x.stopped_on, x.breached_on, x.breach_corrected, x.warned, x.profile_id, x.profile_version, ${ORDS}
  from ${from('new_clocks', CLOCK_TYPE)})`,
  changed_clocks: () => `w_clock as (
  update clock t set bound_id = x.bound_id, started_on = x.started_on, due_on = x.due_on, provisional = x.provisional, derivation = x.derivation,
    stopped_on = x.stopped_on, breached_on = x.breached_on, breach_corrected = x.breach_corrected, warned = x.warned, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('changed_clocks', CLOCK_TYPE)} where ${OWN} and t.clock_id = x.clock_id and t.key = x.key)`,
  close_tasks: () => `w_task_close as (
  update task t set closed_at = m.changed_at, closed_seq = m.seq, closed_by = x.closed_by
  from ${from('close_tasks', 'key text, closed_by uuid')} where ${OWN} and t.key = x.key and t.closed_at is null)`,
  change_tasks: () => `w_task as (
  update task t set act = x.act, title = x.title, subject = x.subject, organisation_id = x.organisation_id, roles = x.roles, post_id = x.post_id, officers = x.officers, clock_id = x.clock_id, clock_key = x.clock_key,
    due_on = x.due_on, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('change_tasks', TASK_TYPE)} where ${OWN} and t.key = x.key and t.closed_at is null)`,
  open_tasks: () => `w_task_new as (
  insert into task (city, cohort, matter_id, key, opened_seq, kind, act, title, subject, organisation_id, roles, post_id, officers, clock_id, clock_key, due_on, opened_at, region_ord, line_ord, label)
  select ${PLACE}, x.key, m.seq, m.kind, x.act, x.title, x.subject, x.organisation_id, x.roles, x.post_id, x.officers, x.clock_id, x.clock_key, x.due_on, m.changed_at, ${ORDS}
  from ${from('open_tasks', TASK_TYPE)})`,
  drop_participants: () => `w_participant_drop as (
  delete from participant t using ${from('drop_participants', '"organisationId" uuid, "as" text')}
  where ${OWN} and t.organisation_id = x."organisationId" and t.relation = x."as")`,
  add_participants: () => `w_participant as (
  insert into participant (city, cohort, matter_id, organisation_id, relation, region_ord, line_ord, label)
  select ${PLACE}, x."organisationId", x."as", ${ORDS} from ${from('add_participants', '"organisationId" uuid, "as" text')})`,
  documents: () => `w_document as (
  insert into document (id, city, cohort, matter_id, seq, kind, name, template, template_version, facts, number, issuer_id, issued_on, publicly_verifiable, verify_code, inside, withheld, state, region_ord, line_ord, label)
  select x.id, ${PLACE}, x.seq, x.kind, x.name, x.template, x.template_version, x.facts, x.number, x.issuer_id, x.issued_on, x.publicly_verifiable, x.verify_code, x.inside, x.withheld, 'rendering', ${ORDS}
  from ${from('documents', 'id uuid, seq int, kind text, name text, template text, template_version int, facts jsonb, number text, issuer_id uuid, issued_on date, publicly_verifiable boolean, verify_code text, inside boolean, withheld boolean')})`,
  numbers: () => `w_number as (
  insert into number_register (city, issuer_id, series, year, serial, text, matter_id, seq, given_on)
  select m.city, x.issuer_id, x.series, x.year, x.serial, x.text, m.id, x.seq, x.given_on
  from ${from('numbers', 'issuer_id uuid, series text, year int, serial int, text text, seq int, given_on date')})`,
  links: () => `w_link as (
  insert into matter_link (city, cohort, matter_id, other_id, relation, seq)
  select ${PLACE}, x.other_id, x.relation, x.seq from ${from('links', 'other_id uuid, relation text, seq int')})`,
  outbox: () => `w_outbox as (
  insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at)
  select ${PLACE}, x.seq, x.topic, x.payload, x.due_at from ${from('outbox', 'seq int, topic text, payload jsonb, due_at timestamptz')})`,
  notices: () => `w_notice as (
  insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
  select x.id, ${PLACE}, x.organisation_id, x.roles, x.text, m.changed_at, m.label, x.dedupe
  from ${from('notices', 'id uuid, organisation_id uuid, roles text[], text text, dedupe text')})`,
};

function text(table: string, columns: readonly string[], used: ReadonlySet<Optional>): string {
  return `
with input as materialized (select $1::jsonb as j),
m as materialized (select * from jsonb_populate_recordset(null::matter, (select j -> 'm' from input)) where cohort = $2),
w_matter as (
  insert into matter (${MATTER_COLUMNS}) select ${MATTER_COLUMNS} from m),
w_kind as (
  insert into ${table} (city, cohort, matter_id, region_ord, line_ord, label${columns.map((c) => `, ${c}`).join('')})
  select ${PLACE}, ${ORDS}${columns.map((c) => `, x.${c}`).join('')}
  from m join jsonb_populate_recordset(null::${table}, (select j -> 'columns' from input)) x on x.matter_id = m.id),
w_act as (
  insert into act (${ACT_COLUMNS})
  select ${PLACE}, x.seq, x.id, x.type, x.version, x.frame, x.mode, x.legal_date, x.legal_time, m.changed_at, x.post_id, x.account_id, x.organisation_id, x.actor, x.source, x.cause_id, x.facts_used, x.commit, x.prev, x.hash
  from ${from('acts', 'seq int, id uuid, type text, version smallint, frame smallint, mode text, legal_date date, legal_time text, post_id uuid, account_id uuid, organisation_id uuid, actor jsonb, source text, cause_id uuid, facts_used uuid[], commit bytea, prev bytea, hash bytea')}),
w_payload as (
  insert into act_payload (city, cohort, matter_id, seq, salt, payload)
  select ${PLACE}, x.seq, x.salt, x.payload from ${from('acts', 'seq int, salt bytea, payload jsonb')}),
w_log as (
  insert into log_outbox (city, cohort, matter_id, seq, kind, type, label, recorded_at, hash)
  select ${PLACE}, x.seq, m.kind, x.type, m.label, m.changed_at, x.hash from ${from('acts', 'seq int, type text, hash bytea')} order by m.id, x.seq)${[...used].map((list) => `,\n${SELDOM[list]()}`).join('')}
insert into idempotency (caller, key, body_digest, answer, at)
select x.caller, x.key, x.body_digest, x.answer, (select min(changed_at) from m)
from jsonb_to_recordset((select j -> 'remember' from input)) as x(caller uuid, key text, body_digest bytea, answer jsonb)`;
}

const PLACE_TYPE =
  'city int, cohort int, id uuid, kind text, seq int, region_ord int, line_ord int, label smallint, changed_at timestamptz';
const CLOCK_TYPE =
  'clock_id text, key text, bound_id uuid, started_on date, due_on date, provisional boolean, derivation jsonb, stopped_on date, breached_on date, breach_corrected boolean, warned date[], profile_id text, profile_version int';
const TASK_TYPE =
  'key text, act text, title text, subject text, organisation_id uuid, roles text[], post_id uuid, officers uuid[], clock_id text, clock_key text, due_on date';
