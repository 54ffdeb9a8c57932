const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

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

/** What a statement is for. */
export type Written = {
  readonly kind: string;
  readonly table: string;
  readonly isNew: boolean;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly acts: readonly { readonly post_id: string | null }[];
};

const texts = new Map<string, string>();

/**
 * The statement depends on the kind, on whether the matter is new, on which lists hold anything, and on nothing that
 * anybody typed. Its name is told apart by role as well: a plan made under one row security does not serve under another.
 */
export function statement(first: Written, lists: Lists): { name: string; text: string } {
  const used = OPTIONAL.filter((list) => lists[list].length > 0);
  const mark = used.reduce((bits, list) => bits | (1 << OPTIONAL.indexOf(list)), 0).toString(36);
  const role = first.acts.every((act) => act.post_id === null) ? 'system' : 'person';
  const name = `write ${first.isNew ? 'new' : 'old'} ${mark} ${role} ${first.table}`;
  const known = texts.get(name);
  if (known !== undefined) return { name, text: known };
  const columns = Object.keys(first.columns);
  if (![first.table, ...columns].every((column) => IDENTIFIER.test(column))) throw new Error(`${first.kind}: a column has no plain name`);
  const made = text(first.table, columns, first.isNew, new Set(used));
  texts.set(name, made);
  return { name, text: made };
}

const MATTER_COLUMNS =
  'city, cohort, id, kind, status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, closed_on, wake_at, profile_id, profile_version, recorded_at, changed_at';
const MATTER_CHANGES =
  'status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, closed_on, wake_at, changed_at';

function text(table: string, columns: readonly string[], isNew: boolean, used: ReadonlySet<Optional>): string {
  const place = 'm.city, m.cohort, m.id';
  const ords = 'm.region_ord, m.line_ord, m.label';
  const from = (list: string, type: string): string =>
    `m join jsonb_to_recordset((select j -> '${list}' from input)) as x(mid uuid, ${type}) on x.mid = m.id`;
  const own = 't.city = m.city and t.cohort = m.cohort and t.matter_id = m.id';
  const matterSet = MATTER_CHANGES.split(', ')
    .map((c) => `${c} = x.${c}`)
    .join(', ');
  const kindRows = `m join jsonb_populate_recordset(null::${table}, (select j -> 'columns' from input)) x on x.matter_id = m.id`;
  const kindSet = [...['region_ord', 'line_ord', 'label'].map((c) => `${c} = m.${c}`), ...columns.map((c) => `${c} = x.${c}`)].join(', ');
  const parts: Readonly<Record<Optional, string>> = {
    new_clocks: `w_clock_new as (
  insert into clock (city, cohort, matter_id, clock_id, key, bound_id, started_on, due_on, provisional, derivation, stopped_on, breached_on, breach_corrected, warned, profile_id, profile_version, region_ord, line_ord, label)
  select ${place}, x.clock_id, x.key, x.bound_id, x.started_on, x.due_on, x.provisional, x.derivation, x.stopped_on, x.breached_on, x.breach_corrected, x.warned, x.profile_id, x.profile_version, ${ords}
  from ${from('new_clocks', CLOCK_TYPE)})`,
    changed_clocks: `w_clock as (
  update clock t set bound_id = x.bound_id, started_on = x.started_on, due_on = x.due_on, provisional = x.provisional, derivation = x.derivation,
    stopped_on = x.stopped_on, breached_on = x.breached_on, breach_corrected = x.breach_corrected, warned = x.warned, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('changed_clocks', CLOCK_TYPE)} where ${own} and t.clock_id = x.clock_id and t.key = x.key)`,
    close_tasks: `w_task_close as (
  update task t set closed_at = m.changed_at, closed_seq = m.seq, closed_by = x.closed_by
  from ${from('close_tasks', 'key text, closed_by uuid')} where ${own} and t.key = x.key and t.closed_at is null)`,
    change_tasks: `w_task as (
  update task t set act = x.act, title = x.title, subject = x.subject, organisation_id = x.organisation_id, roles = x.roles, post_id = x.post_id, clock_id = x.clock_id, clock_key = x.clock_key,
    due_on = x.due_on, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('change_tasks', TASK_TYPE)} where ${own} and t.key = x.key and t.closed_at is null)`,
    open_tasks: `w_task_new as (
  insert into task (city, cohort, matter_id, key, opened_seq, kind, act, title, subject, organisation_id, roles, post_id, clock_id, clock_key, due_on, opened_at, region_ord, line_ord, label)
  select ${place}, x.key, m.seq, m.kind, x.act, x.title, x.subject, x.organisation_id, x.roles, x.post_id, x.clock_id, x.clock_key, x.due_on, m.changed_at, ${ords}
  from ${from('open_tasks', TASK_TYPE)})`,
    drop_participants: `w_participant_drop as (
  delete from participant t using ${from('drop_participants', '"organisationId" uuid, "as" text')}
  where ${own} and t.organisation_id = x."organisationId" and t.relation = x."as")`,
    add_participants: `w_participant as (
  insert into participant (city, cohort, matter_id, organisation_id, relation, region_ord, line_ord, label)
  select ${place}, x."organisationId", x."as", ${ords} from ${from('add_participants', '"organisationId" uuid, "as" text')})`,
    documents: `w_document as (
  insert into document (id, city, cohort, matter_id, seq, kind, name, template, template_version, facts, number, issuer_id, issued_on, publicly_verifiable, verify_code, inside, state, region_ord, line_ord, label)
  select x.id, ${place}, x.seq, x.kind, x.name, x.template, x.template_version, x.facts, x.number, x.issuer_id, x.issued_on, x.publicly_verifiable, x.verify_code, x.inside, 'rendering', ${ords}
  from ${from('documents', 'id uuid, seq int, kind text, name text, template text, template_version int, facts jsonb, number text, issuer_id uuid, issued_on date, publicly_verifiable boolean, verify_code text, inside boolean')})`,
    numbers: `w_number as (
  insert into number_register (city, issuer_id, series, year, serial, text, matter_id, seq, given_on)
  select m.city, x.issuer_id, x.series, x.year, x.serial, x.text, m.id, x.seq, x.given_on
  from ${from('numbers', 'issuer_id uuid, series text, year int, serial int, text text, seq int, given_on date')})`,
    links: `w_link as (
  insert into matter_link (city, cohort, matter_id, other_id, relation, seq)
  select ${place}, x.other_id, x.relation, x.seq from ${from('links', 'other_id uuid, relation text, seq int')})`,
    outbox: `w_outbox as (
  insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at)
  select ${place}, x.seq, x.topic, x.payload, x.due_at from ${from('outbox', 'seq int, topic text, payload jsonb, due_at timestamptz')})`,
    notices: `w_notice as (
  insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
  select x.id, ${place}, x.organisation_id, x.roles, x.text, m.changed_at, m.label, x.dedupe
  from ${from('notices', 'id uuid, organisation_id uuid, roles text[], text text, dedupe text')})`,
  };
  return `
with input as materialized (select $1::jsonb as j),
m as materialized (select * from jsonb_populate_recordset(null::matter, (select j -> 'm' from input)) where cohort = $2),
w_matter as (${
    isNew
      ? `insert into matter (${MATTER_COLUMNS}) select ${MATTER_COLUMNS} from m`
      : `update matter t set ${matterSet} from m x where t.city = x.city and t.cohort = $2 and t.id = x.id`
  }),
w_kind as (${
    isNew
      ? `insert into ${table} (city, cohort, matter_id, region_ord, line_ord, label${columns.map((c) => `, ${c}`).join('')}) select ${place}, ${ords}${columns.map((c) => `, x.${c}`).join('')} from ${kindRows}`
      : `update ${table} t set ${kindSet} from ${kindRows} where ${own}`
  }),
w_act as (
  insert into act (city, cohort, matter_id, seq, id, type, version, frame, mode, legal_date, legal_time, recorded_at, post_id, account_id, organisation_id, actor, source, cause_id, facts_used, commit, prev, hash)
  select ${place}, x.seq, x.id, x.type, x.version, x.frame, x.mode, x.legal_date, x.legal_time, m.changed_at, x.post_id, x.account_id, x.organisation_id, x.actor, x.source, x.cause_id, x.facts_used, x.commit, x.prev, x.hash
  from ${from('acts', 'seq int, id uuid, type text, version smallint, frame smallint, mode text, legal_date date, legal_time text, post_id uuid, account_id uuid, organisation_id uuid, actor jsonb, source text, cause_id uuid, facts_used uuid[], commit bytea, prev bytea, hash bytea')}),
w_payload as (
  insert into act_payload (city, cohort, matter_id, seq, salt, payload)
  select ${place}, x.seq, x.salt, x.payload from ${from('acts', 'seq int, salt bytea, payload jsonb')}),
w_log as (
  insert into log_outbox (city, cohort, matter_id, seq, kind, type, label, recorded_at, hash)
  select ${place}, x.seq, m.kind, x.type, m.label, m.changed_at, x.hash from ${from('acts', 'seq int, type text, hash bytea')} order by m.id, x.seq)${[...used].map((list) => `,\n${parts[list]}`).join('')}
insert into idempotency (caller, key, body_digest, answer, at)
select x.caller, x.key, x.body_digest, x.answer, (select min(changed_at) from m)
from jsonb_to_recordset((select j -> 'remember' from input)) as x(caller uuid, key text, body_digest bytea, answer jsonb)`;
}

const CLOCK_TYPE =
  'clock_id text, key text, bound_id uuid, started_on date, due_on date, provisional boolean, derivation jsonb, stopped_on date, breached_on date, breach_corrected boolean, warned date[], profile_id text, profile_version int';
const TASK_TYPE =
  'key text, act text, title text, subject text, organisation_id uuid, roles text[], post_id uuid, clock_id text, clock_key text, due_on date';
