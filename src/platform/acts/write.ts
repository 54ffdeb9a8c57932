import type { BaseState, ColumnValue, GivenNumber, Json, LocalDate } from '#law';
import type { Client } from '../db.ts';
import { sendLater } from '../db-together.ts';
import type { FrameVersion } from './chain.ts';
import type { Settled } from './settle.ts';
import { type Lists, type SeldomLists, statement } from './write-statement.ts';

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
  readonly withheld: boolean;
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

/** Everything one transaction adds or changes, ready to be written. */
export type Batch = {
  readonly city: number;
  readonly cohort: number;
  readonly matterId: string;
  readonly kind: string;
  readonly table: string;
  readonly isNew: boolean;
  readonly status: string;
  readonly title: string;
  /** Of a kind that keeps one (`MatterKind.ownNumber`). */
  readonly ownNumber: string | null;
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
  /** The row of the kind stands already as it ought to. */
  readonly keepsColumns: boolean;
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
 * New matters with their acts and all that follows from them, in one statement: one round trip, all or nothing, for thousands
 * of one kind. Children copy the matter's place and label so that their own lists need no join to be safe. `writeOne` leaves
 * the same rows for a single matter.
 */
export async function writeMany(client: Client, batches: readonly Batch[]): Promise<void> {
  const [first] = batches;
  if (first === undefined) return;
  if (batches.some((b) => b.cohort !== first.cohort)) throw new Error('matters of two cohorts in one write');
  if (batches.some((b) => !b.isNew || b.kind !== first.kind)) throw new Error('only new matters of one kind are written together');
  const lists = listsOf(batches);
  const { text, name } = statement(first, lists);
  await sendLater(client, { name, text, values: [JSON.stringify(lists), first.cohort] });
  await attachFiles(client, batches);
}

/**
 * A statement of its own: row security shows a file's new matter only to statements after the one that opened it. The ids
 * stand in it a second time, because a list of unknown length would be joined with all files there are.
 */
export async function attachFiles(client: Client, batches: readonly Batch[]): Promise<void> {
  const attached = batches.flatMap((b) =>
    b.attach.map(({ id, seq, inside }) => ({ id, seq, inside, matter_id: b.matterId, cohort: b.cohort })),
  );
  if (attached.length === 0) return;
  await sendLater(client, {
    name: 'attach-files',
    text: `update file t set cohort = x.cohort, matter_id = x.matter_id, seq = x.seq, inside = x.inside
      from jsonb_to_recordset($1) as x(id uuid, seq int, inside boolean, matter_id uuid, cohort int)
      where t.id = any($2::uuid[]) and t.id = x.id and t.matter_id is null`,
    values: [JSON.stringify(attached), attached.map(({ id }) => id)],
  });
}

const hex = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;

/** One list per table; every row of a child names its matter as `mid`. */
function listsOf(batches: readonly Batch[]): Lists {
  return {
    m: batches.map(matterRow),
    columns: batches.map((b) => ({ matter_id: b.matterId, ...b.columns })),
    acts: each(batches, (b) =>
      b.acts.map((a) => ({ ...a, salt: hex(a.salt), commit: hex(a.commit), prev: hex(a.prev), hash: hex(a.hash) })),
    ),
    remember: batches.flatMap((b) =>
      b.remember === null
        ? []
        : [{ caller: b.remember.caller, key: b.remember.key, body_digest: hex(b.remember.digest), answer: b.remember.answer }],
    ),
    ...seldomOf(batches),
  };
}

/** The lists that most acts leave empty. */
export function seldomOf(batches: readonly Batch[]): SeldomLists {
  return {
    new_clocks: each(batches, (b) => b.settled.changedClocks.filter((c) => c.isNew).map((c) => c.clock)),
    changed_clocks: each(batches, (b) => b.settled.changedClocks.filter((c) => !c.isNew).map((c) => c.clock)),
    close_tasks: each(batches, (b) => b.settled.closeTasks.map((key) => ({ key, closed_by: b.closedBy }))),
    change_tasks: each(batches, (b) => b.settled.changedTasks),
    open_tasks: each(batches, (b) => b.settled.openTasks),
    add_participants: each(batches, (b) => b.settled.addParticipants),
    drop_participants: each(batches, (b) => b.settled.dropParticipants),
    documents: each(batches, (b) => b.documents),
    numbers: each(batches, (b) => b.numbers),
    links: each(batches, (b) => b.links),
    outbox: each(batches, (b) => b.outbox),
    notices: each(batches, (b) => b.notices),
  };
}

function each(batches: readonly Batch[], rowsOf: (b: Batch) => readonly object[]): readonly object[] {
  return batches.flatMap((b) => rowsOf(b).map((row) => ({ mid: b.matterId, ...row })));
}

function matterRow(b: Batch): Json {
  return {
    city: b.city,
    cohort: b.cohort,
    id: b.matterId,
    kind: b.kind,
    status: b.status,
    title: b.title,
    own_number: b.ownNumber,
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
