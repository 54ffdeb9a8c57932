import type { BaseState, ColumnValue, GivenNumber, Json, LocalDate } from '#law';
import type { Client } from '../db.ts';
import type { FrameVersion } from './chain.ts';
import type { Settled } from './settle.ts';

export type AppendedAct = {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly frame: FrameVersion;
  readonly mode: string;
  readonly legal_date: LocalDate;
  readonly legal_time: string | null;
  readonly post_id: string | null;
  readonly account_id: string | null;
  readonly organisation_id: string | null;
  readonly actor: Json;
  readonly source: string | null;
  readonly cause_id: string | null;
  readonly facts_used: readonly string[];
  readonly salt: Buffer;
  readonly payload: Json;
  readonly commit: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
};
export type NewDocument = {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly name: string;
  readonly template: string;
  readonly template_version: number;
  readonly facts: Json;
  readonly number: string | null;
  readonly issuer_id: string;
  readonly issued_on: LocalDate;
  readonly publicly_verifiable: boolean;
  readonly verify_code: string | null;
  readonly inside: boolean;
};
export type NewNumber = GivenNumber & {
  readonly issuer_id: string;
  readonly series: string;
  readonly seq: number;
  readonly given_on: LocalDate;
};
export type NewLink = { readonly other_id: string; readonly relation: string; readonly seq: number };
export type NewOutbox = { readonly seq: number; readonly topic: string; readonly payload: Json; readonly due_at: string };
export type NewNotice = {
  readonly id: string;
  readonly organisation_id: string;
  readonly roles: readonly string[];
  readonly text: string;
  readonly dedupe: string;
};

/** Everything one transaction adds or changes, ready to be written in one statement. */
export type Batch = {
  readonly city: number;
  readonly cohort: number;
  readonly matterId: string;
  readonly kind: string;
  readonly table: string;
  readonly isNew: boolean;
  readonly status: string;
  readonly title: string;
  readonly state: BaseState;
  readonly seq: number;
  readonly head: Buffer;
  readonly lastStepOn: LocalDate;
  readonly home: { readonly id: string; readonly regionOrd: number; readonly lineOrd: number };
  readonly label: number;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly profile: { readonly id: string; readonly version: number };
  readonly recordedAt: string;
  readonly columns: Readonly<Record<string, ColumnValue>>;
  readonly acts: readonly AppendedAct[];
  readonly settled: Settled;
  readonly documents: readonly NewDocument[];
  readonly numbers: readonly NewNumber[];
  readonly links: readonly NewLink[];
  readonly outbox: readonly NewOutbox[];
  readonly notices: readonly NewNotice[];
  readonly attach: readonly { readonly id: string; readonly seq: number; readonly inside: boolean }[];
  readonly closedBy: string | null;
  readonly remember: { readonly caller: string; readonly key: string; readonly digest: Buffer; readonly answer: Json } | null;
};

/**
 * State rows, their acts and all that follows from them, in one statement: one round trip, all or nothing, for one
 * matter or for thousands of one kind. Children copy the matter's place and label so that their own lists need no join
 * to be safe. All batches are of one kind and either all new or all old.
 */
export async function write(client: Client, batches: readonly Batch[]): Promise<void> {
  const [first] = batches;
  if (first === undefined) return;
  const { text, name } = statement(first);
  await client.query({ name, text, values: [JSON.stringify(json(batches))] });
  await attachFiles(client, batches);
}

/** A statement of its own: row security shows a file's new matter only to statements after the one that opened it. */
async function attachFiles(client: Client, batches: readonly Batch[]): Promise<void> {
  const attached = batches.flatMap((b) =>
    b.attach.map(({ id, seq, inside }) => ({ id, seq, inside, matter_id: b.matterId, cohort: b.cohort })),
  );
  if (attached.length === 0) return;
  await client.query({
    name: 'attach-files',
    text: `update file t set cohort = x.cohort, matter_id = x.matter_id, seq = x.seq, inside = x.inside
      from jsonb_to_recordset($1) as x(id uuid, seq int, inside boolean, matter_id uuid, cohort int) where t.id = x.id and t.matter_id is null`,
    values: [JSON.stringify(attached)],
  });
}

const hex = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;

/** One list per table; every row of a child names its matter as `mid`. */
function json(batches: readonly Batch[]): Json {
  const each = (rows: (b: Batch) => readonly object[]): Json =>
    batches.flatMap((b) => rows(b).map((row) => ({ mid: b.matterId, ...row }))) as unknown as Json;
  return {
    m: batches.map(matterRow),
    columns: batches.map((b) => ({ matter_id: b.matterId, ...b.columns })) as unknown as Json,
    acts: each((b) => b.acts.map((a) => ({ ...a, salt: hex(a.salt), commit: hex(a.commit), prev: hex(a.prev), hash: hex(a.hash) }))),
    clocks: each((b) => b.settled.changedClocks.map(({ clock, isNew }) => ({ ...clock, is_new: isNew }))),
    close_tasks: each((b) => b.settled.closeTasks.map((key) => ({ key, closed_by: b.closedBy }))),
    change_tasks: each((b) => b.settled.changedTasks),
    open_tasks: each((b) => b.settled.openTasks),
    add_participants: each((b) => b.settled.addParticipants),
    drop_participants: each((b) => b.settled.dropParticipants),
    documents: each((b) => b.documents),
    numbers: each((b) => b.numbers),
    links: each((b) => b.links),
    outbox: each((b) => b.outbox),
    notices: each((b) => b.notices),
    remember: batches.flatMap((b) =>
      b.remember === null
        ? []
        : [{ caller: b.remember.caller, key: b.remember.key, body_digest: hex(b.remember.digest), answer: b.remember.answer }],
    ),
  };
}

function matterRow(b: Batch): Json {
  return {
    city: b.city,
    cohort: b.cohort,
    id: b.matterId,
    kind: b.kind,
    status: b.status,
    title: b.title,
    state: b.state as unknown as Json,
    seq: b.seq,
    head: hex(b.head),
    last_step_on: b.lastStepOn,
    participants: b.settled.participants as unknown as Json,
    home_id: b.home.id,
    region_ord: b.home.regionOrd,
    line_ord: b.home.lineOrd,
    label: b.label,
    opened_on: b.openedOn,
    closed_on: b.closedOn,
    wake_at: b.settled.wakeAt === null ? null : new Date(b.settled.wakeAt).toISOString(),
    profile_id: b.profile.id,
    profile_version: b.profile.version,
    recorded_at: b.recordedAt,
    changed_at: b.recordedAt,
  };
}

const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

/** The statement depends on the kind, on whether the matter is new, and on nothing that anybody typed. */
function statement(b: Batch): { name: string; text: string } {
  const columns = Object.keys(b.columns);
  if (![b.table, ...columns].every((name) => IDENTIFIER.test(name))) throw new Error(`${b.kind}: a column has no plain name`);
  return { name: `write ${b.table} ${b.isNew ? 'new' : 'old'}`, text: text(b.table, columns, b.isNew) };
}

const MATTER_COLUMNS =
  'city, cohort, id, kind, status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, closed_on, wake_at, profile_id, profile_version, recorded_at, changed_at';
const MATTER_CHANGES =
  'status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, closed_on, wake_at, changed_at';

function text(table: string, columns: readonly string[], isNew: boolean): string {
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
  return `
with input as materialized (select $1::jsonb as j),
m as materialized (select * from jsonb_populate_recordset(null::matter, (select j -> 'm' from input))),
w_matter as (${
    isNew
      ? `insert into matter (${MATTER_COLUMNS}) select ${MATTER_COLUMNS} from m`
      : `update matter t set ${matterSet} from m x where t.city = x.city and t.cohort = x.cohort and t.id = x.id`
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
  select ${place}, x.seq, m.kind, x.type, m.label, m.changed_at, x.hash from ${from('acts', 'seq int, type text, hash bytea')} order by m.id, x.seq),
w_clock_new as (
  insert into clock (city, cohort, matter_id, clock_id, key, bound_id, started_on, due_on, provisional, derivation, stopped_on, breached_on, breach_corrected, warned, profile_id, profile_version, region_ord, line_ord, label)
  select ${place}, x.clock_id, x.key, x.bound_id, x.started_on, x.due_on, x.provisional, x.derivation, x.stopped_on, x.breached_on, x.breach_corrected, x.warned, x.profile_id, x.profile_version, ${ords}
  from ${from('clocks', CLOCK_TYPE)} where x.is_new),
w_clock as (
  update clock t set bound_id = x.bound_id, started_on = x.started_on, due_on = x.due_on, provisional = x.provisional, derivation = x.derivation,
    stopped_on = x.stopped_on, breached_on = x.breached_on, breach_corrected = x.breach_corrected, warned = x.warned, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('clocks', CLOCK_TYPE)} where not x.is_new and ${own} and t.clock_id = x.clock_id and t.key = x.key),
w_task_close as (
  update task t set closed_at = m.changed_at, closed_seq = m.seq, closed_by = x.closed_by
  from ${from('close_tasks', 'key text, closed_by uuid')} where ${own} and t.key = x.key and t.closed_at is null),
w_task as (
  update task t set act = x.act, title = x.title, subject = x.subject, organisation_id = x.organisation_id, roles = x.roles, post_id = x.post_id, clock_id = x.clock_id, clock_key = x.clock_key,
    due_on = x.due_on, region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
  from ${from('change_tasks', TASK_TYPE)} where ${own} and t.key = x.key and t.closed_at is null),
w_task_new as (
  insert into task (city, cohort, matter_id, key, opened_seq, kind, act, title, subject, organisation_id, roles, post_id, clock_id, clock_key, due_on, opened_at, region_ord, line_ord, label)
  select ${place}, x.key, m.seq, m.kind, x.act, x.title, x.subject, x.organisation_id, x.roles, x.post_id, x.clock_id, x.clock_key, x.due_on, m.changed_at, ${ords}
  from ${from('open_tasks', TASK_TYPE)}),
w_participant_drop as (
  delete from participant t using ${from('drop_participants', '"organisationId" uuid, "as" text')}
  where ${own} and t.organisation_id = x."organisationId" and t.relation = x."as"),
w_participant as (
  insert into participant (city, cohort, matter_id, organisation_id, relation, region_ord, line_ord, label)
  select ${place}, x."organisationId", x."as", ${ords} from ${from('add_participants', '"organisationId" uuid, "as" text')}),
w_document as (
  insert into document (id, city, cohort, matter_id, seq, kind, name, template, template_version, facts, number, issuer_id, issued_on, publicly_verifiable, verify_code, inside, state, region_ord, line_ord, label)
  select x.id, ${place}, x.seq, x.kind, x.name, x.template, x.template_version, x.facts, x.number, x.issuer_id, x.issued_on, x.publicly_verifiable, x.verify_code, x.inside, 'rendering', ${ords}
  from ${from('documents', 'id uuid, seq int, kind text, name text, template text, template_version int, facts jsonb, number text, issuer_id uuid, issued_on date, publicly_verifiable boolean, verify_code text, inside boolean')}),
w_number as (
  insert into number_register (city, issuer_id, series, year, serial, text, matter_id, seq, given_on)
  select m.city, x.issuer_id, x.series, x.year, x.serial, x.text, m.id, x.seq, x.given_on
  from ${from('numbers', 'issuer_id uuid, series text, year int, serial int, text text, seq int, given_on date')}),
w_link as (
  insert into matter_link (city, cohort, matter_id, other_id, relation, seq)
  select ${place}, x.other_id, x.relation, x.seq from ${from('links', 'other_id uuid, relation text, seq int')}),
w_outbox as (
  insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at)
  select ${place}, x.seq, x.topic, x.payload, x.due_at from ${from('outbox', 'seq int, topic text, payload jsonb, due_at timestamptz')}),
w_notice as (
  insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
  select x.id, ${place}, x.organisation_id, x.roles, x.text, m.changed_at, m.label, x.dedupe
  from ${from('notices', 'id uuid, organisation_id uuid, roles text[], text text, dedupe text')})
insert into idempotency (caller, key, body_digest, answer, at)
select x.caller, x.key, x.body_digest, x.answer, (select min(changed_at) from m)
from jsonb_to_recordset((select j -> 'remember' from input)) as x(caller uuid, key text, body_digest bytea, answer jsonb)`;
}

const CLOCK_TYPE =
  'clock_id text, key text, bound_id uuid, started_on date, due_on date, provisional boolean, derivation jsonb, stopped_on date, breached_on date, breach_corrected boolean, warned date[], profile_id text, profile_version int, is_new boolean';
const TASK_TYPE =
  'key text, act text, title text, subject text, organisation_id uuid, roles text[], post_id uuid, clock_id text, clock_key text, due_on date';
