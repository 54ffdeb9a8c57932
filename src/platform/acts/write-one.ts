import type { Client } from '../db.ts';
import { type Statement, sendLater } from '../db-together.ts';
import { AS_PERSON, AS_PIPELINE } from '../session.ts';
import { type AppendedAct, attachFiles, type Batch, seldomOf } from './write.ts';
import { ACT_COLUMNS, MATTER_COLUMNS, plainColumns, type Role, roleOf, seldomStatement } from './write-statement.ts';

/**
 * All rows of one matter: what every act writes (matter, row of its kind, act, payload, log, key) as a statement each, with
 * typed values, so that there is no list to be read and no join to be started; what most acts leave empty as in bulk. They go
 * out with COMMIT in one message: all or none are written.
 */
export async function writeOne(client: Client, batch: Batch): Promise<void> {
  const role = roleOf(batch.acts);
  for (const statement of statementsOf(batch, role)) await sendLater(client, statement);
  const lists = seldomOf([batch]);
  const seldom = seldomStatement(lists, role);
  if (seldom !== null) await sendLater(client, { ...seldom, values: [JSON.stringify({ m: [placeOf(batch)], ...lists })] });
  await attachFiles(client, [batch]);
}

function statementsOf(b: Batch, role: Role): readonly Statement[] {
  const added = [
    ...b.acts.flatMap((act) => [actRow(b, act), payloadRow(b, act), logRow(b, act)]),
    ...(b.remember === null ? [] : [keyRow(b, b.remember)]),
  ];
  if (b.isNew) return [newMatter(b), newKindRow(b), ...added];
  const changed = [changedMatter(b, role), ...(b.keepsColumns ? [] : [changedKindRow(b, role)])];
  return role === 'system' ? [...changed, ...added] : [AS_PIPELINE, ...changed, AS_PERSON, ...added];
}

function placeOf(b: Batch): object {
  const { city, cohort, matterId: id, kind, seq, label, recordedAt: changed_at } = b;
  return { city, cohort, id, kind, seq, label, region_ord: b.home.regionOrd, line_ord: b.home.lineOrd, changed_at };
}

const parameters = (count: number, first = 1): string => Array.from({ length: count }, (_, i) => `$${first + i}`).join(', ');
const insertInto = (table: string, columns: string): string =>
  `insert into ${table} (${columns}) values (${parameters(columns.split(',').length)})`;

const NEW_MATTER: Statement = { name: 'new matter', text: insertInto('matter', MATTER_COLUMNS) };
const NEW_ACT: Statement = { name: 'new act', text: insertInto('act', ACT_COLUMNS) };
const NEW_PAYLOAD: Statement = {
  name: 'new payload',
  text: insertInto('act_payload', 'city, cohort, matter_id, seq, salt, payload'),
};
const NEW_LOG: Statement = {
  name: 'new log',
  text: insertInto('log_outbox', 'city, cohort, matter_id, seq, kind, type, label, recorded_at, hash'),
};
const NEW_KEY: Statement = { name: 'new key', text: insertInto('idempotency', 'caller, key, body_digest, answer, at') };

/** Counting the rows divides by zero where the matter has gone out of sight since it was read: then nothing is written at all. */
const CHANGED_MATTER = `with w as (
  update matter set status = $4, title = $5, own_number = $6, state = $7, seq = $8, head = $9, last_step_on = $10, participants = $11,
    home_id = $12, region_ord = $13, line_ord = $14, label = $15, closed_on = $16, wake_at = $17, changed_at = $18
  where city = $1 and cohort = $2 and id = $3 returning 1)
select 1 / count(*) from w`;

function wakeAt(b: Batch): string | null {
  return b.settled.wakeAt === null ? null : new Date(b.settled.wakeAt).toISOString();
}

/** From status to participants, in the order of both statements. */
function asFolded(b: Batch): readonly unknown[] {
  const told = [b.status, b.title, b.ownNumber, JSON.stringify(b.state)];
  return [...told, b.seq, b.head, b.lastStepOn, JSON.stringify(b.settled.participants)];
}

function changedMatter(b: Batch, role: Role): Statement {
  const where = [b.home.id, b.home.regionOrd, b.home.lineOrd, b.label, b.closedOn, wakeAt(b), b.recordedAt];
  return { name: `changed matter ${role}`, text: CHANGED_MATTER, values: [b.city, b.cohort, b.matterId, ...asFolded(b), ...where] };
}

function newMatter(b: Batch): Statement {
  const where = [b.home.id, b.home.regionOrd, b.home.lineOrd, b.label, b.openedOn, b.closedOn, wakeAt(b)];
  const profile = [b.profile.id, b.profile.version];
  return {
    ...NEW_MATTER,
    values: [b.city, b.cohort, b.matterId, b.kind, ...asFolded(b), ...where, ...profile, b.recordedAt, b.recordedAt],
  };
}

/** Statements on a kind's own table, made once, with the columns in the order of their parameters. */
const kindStatements = new Map<string, { readonly text: string; readonly columns: readonly string[] }>();

function kindStatement(b: Batch, name: string, write: (columns: readonly string[]) => string): Statement {
  const columns = kindStatements.get(name)?.columns ?? plainColumns(b);
  const text = kindStatements.get(name)?.text ?? write(columns);
  kindStatements.set(name, { text, columns });
  if (Object.keys(b.columns).length !== columns.length) throw new Error(`${b.kind}: its columns differ from state to state`);
  const values = columns.map((column) => b.columns[column] ?? null);
  return { name, text, values: [b.city, b.cohort, b.matterId, b.home.regionOrd, b.home.lineOrd, b.label, ...values] };
}

function newKindRow(b: Batch): Statement {
  const keys = 'city, cohort, matter_id, region_ord, line_ord, label';
  return kindStatement(b, `new ${b.table}`, (columns) => insertInto(b.table, [keys, ...columns].join(', ')));
}

function changedKindRow(b: Batch, role: Role): Statement {
  return kindStatement(b, `changed ${b.table} ${role}`, (columns) => {
    const changes = ['region_ord', 'line_ord', 'label', ...columns].map((column, i) => `${column} = $${4 + i}`);
    return `update ${b.table} set ${changes.join(', ')} where city = $1 and cohort = $2 and matter_id = $3`;
  });
}

function actRow(b: Batch, a: AppendedAct): Statement {
  const when = [a.legal_date, a.legal_time, b.recordedAt];
  const who = [a.post_id, a.account_id, a.organisation_id, JSON.stringify(a.actor)];
  const proof = [a.source, a.cause_id, a.facts_used, a.commit, a.prev, a.hash];
  const values = [b.city, b.cohort, b.matterId, a.seq, a.id, a.type, a.version, a.frame, a.mode, ...when, ...who, ...proof];
  return { ...NEW_ACT, values };
}

function payloadRow(b: Batch, a: AppendedAct): Statement {
  return { ...NEW_PAYLOAD, values: [b.city, b.cohort, b.matterId, a.seq, a.salt, JSON.stringify(a.payload)] };
}

function logRow(b: Batch, a: AppendedAct): Statement {
  return { ...NEW_LOG, values: [b.city, b.cohort, b.matterId, a.seq, b.kind, a.type, b.label, b.recordedAt, a.hash] };
}

function keyRow(b: Batch, { caller, key, digest, answer }: NonNullable<Batch['remember']>): Statement {
  return { ...NEW_KEY, values: [caller, key, digest, JSON.stringify(answer), b.recordedAt] };
}
