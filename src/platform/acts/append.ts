import {
  type ActFrame,
  type ActingPost,
  type ActMode,
  type AnyRow,
  type AttachedFile,
  type BaseState,
  type DocumentIssue,
  doubtsOf,
  foldAct,
  formatDocumentNumber,
  type GivenNumber,
  type GuardDoubt,
  type Json,
  type LawCalendar,
  type LocalDate,
  type MatterKind,
  notAskedByRules,
  type OrganisationFact,
  type Profile,
  type RegisterFacts,
  type StoredPayload,
  yearOf,
} from '#law';
import { type Client, rows } from '../db.ts';
import { actCommit, chainHash, FRAME, newSalt } from './chain.ts';
import { newId } from './ids.ts';
import { payloadVersion } from './kinds.ts';
import type { Loaded, MatterRow } from './load.ts';
import { unguessableCode } from './unguessable-code.ts';
import type { AppendedAct, NewDocument, NewLink, NewNotice, NewNumber, NewOutbox } from './write.ts';

/** A matter while one transaction works on it: several acts may be appended (the platform's own first) before it is written. */
export type Working = {
  readonly kind: MatterKind;
  readonly matterId: string;
  readonly city: number;
  readonly cohort: number;
  readonly before: MatterRow | null;
  readonly loaded: Loaded;
  readonly profile: Profile;
  /** What its papers count by. */
  readonly calendar: LawCalendar;
  state: BaseState | null;
  seq: number;
  head: Buffer;
  lastStepOn: LocalDate | null;
  readonly acts: AppendedAct[];
  readonly frames: ActFrame[];
  readonly documents: NewDocument[];
  readonly numbers: NewNumber[];
  readonly links: NewLink[];
  readonly outbox: NewOutbox[];
  readonly notices: NewNotice[];
  readonly attach: { id: string; seq: number; inside: boolean }[];
  readonly marks: DocumentMark[];
  /** Acts whose doubts have come or changed in this transaction. */
  readonly doubted: DoubtedAct[];
  readonly reactsTo: ReadonlySet<string>;
  /** Its rows are made anew, whatever stands there. */
  isRewritten: boolean;
};

/** What an act does to the matter's numbered documents, beside issuing new ones. */
export type DocumentMark = {
  readonly mark: 'sealed-by-hand' | 'served' | 'void';
  readonly on: LocalDate;
  readonly file: string | null;
  readonly reason: string | null;
  /** The one document that is meant; left out: every numbered one. */
  readonly only?: string;
};

/** The doubts of one act, reported or corrected, as they now are; none any more where it has been put right or taken out. */
export type DoubtedAct = {
  readonly seq: number;
  readonly how: 'reported' | 'corrected';
  /** The act by which they came or changed. */
  readonly actId: string;
  readonly label: string;
  readonly legalDate: LocalDate;
  /** Who acted: the unit judged. */
  readonly organisationId: string;
  readonly doubts: readonly GuardDoubt[];
};

/** The platform itself: sweep, rendering, reactions. */
export const SYSTEM_POST: ActingPost = {
  postId: null,
  accountId: null,
  officerId: null,
  name: '平台',
  role: 'system',
  organisationId: null,
};

export type ActToAppend = {
  readonly type: string;
  readonly row: AnyRow;
  readonly input: Readonly<Record<string, Json>>;
  readonly mode: ActMode;
  readonly actor: ActingPost;
  readonly legalDate: LocalDate;
  readonly legalTime: string | null;
  readonly source: string | null;
  readonly causeId: string | null;
  readonly files: readonly AttachedFile[];
  readonly number: GivenNumber | null;
  /** Organ in whose name documents of this act go out. */
  readonly issuerId: string;
  /** Conditions of law that a reported act does not meet. */
  readonly doubts?: readonly GuardDoubt[];
};

export function appendAct(w: Working, act: ActToAppend, facts: RegisterFacts, nowMs: number): ActFrame {
  const seq = w.seq + 1;
  const recordedAt = new Date(nowMs).toISOString();
  const bare: ActFrame = {
    seq,
    type: act.type,
    mode: act.mode,
    legalDate: act.legalDate,
    legalTime: act.legalTime,
    recordedAt,
    actor: act.actor,
    number: act.number,
    documents: {},
    files: act.files,
    ...doubtsOf(act.doubts ?? []),
  };
  const issues =
    act.row.issues?.(folded(w, act.input, bare), act.input as never, bare, facts, { profile: w.profile, calendar: w.calendar }) ?? [];
  const issued: Issued[] = issues.map((issue) => ({
    issue,
    id: newId(nowMs),
    verifyCode: issue.publiclyVerifiable ? unguessableCode() : null,
  }));
  const frame: ActFrame = { ...bare, documents: Object.fromEntries(issued.map(({ issue, id }) => [issue.kind, id])) };
  const before = w.state;
  const state = folded(w, act.input, frame);
  const payload: StoredPayload = {
    input: act.input,
    number: act.number,
    documents: issued.map(({ issue, id, verifyCode }) => ({
      id,
      kind: issue.kind,
      template: issue.template,
      templateVersion: issue.templateVersion,
      facts: issue.facts,
      verifyCode,
    })),
    files: act.files,
    ...(act.doubts === undefined || act.doubts.length === 0 ? {} : { doubts: act.doubts }),
  };
  chain(w, { ...frame, source: act.source, causeId: act.causeId }, payload as unknown as Json, facts, nowMs);
  noteDoubts(w, act, seq);
  if (act.row.does === 'step') w.lastStepOn = frame.legalDate;
  w.state = state;
  w.documents.push(...issued.map((i) => documentRow(i, seq, act)));
  if (issued.length > 0)
    w.outbox.push({ seq, topic: 'render-documents', payload: { documents: issued.map((i) => i.id) }, due_at: recordedAt });
  w.links.push(...(act.row.links?.(act.input as never) ?? []).map((link) => ({ other_id: link.to, relation: link.as, seq })));
  const inside = isHomes(w.kind, state, act.row.inside);
  w.attach.push(...act.files.map((f) => ({ id: f.id, seq, inside })));
  w.frames.push(frame);
  const topic = `${w.kind.kind}.${act.type}`;
  if (w.reactsTo.has(topic)) w.outbox.push({ seq, topic, payload: {}, due_at: recordedAt });
  markDocuments(w, act, before, seq, recordedAt);
  return frame;
}

function noteDoubts(w: Working, act: ActToAppend, seq: number): void {
  const appended = w.acts.at(-1);
  const doubts = notAskedByRules(w.kind.askedByRules, act.doubts ?? []);
  if (doubts.length === 0 || appended === undefined || act.actor.organisationId === null) return;
  const { label } = act.row;
  w.doubted.push({
    seq,
    how: 'reported',
    actId: appended.id,
    label,
    legalDate: act.legalDate,
    organisationId: act.actor.organisationId,
    doubts,
  });
}

function markDocuments(w: Working, act: ActToAppend, before: BaseState | null, seq: number, recordedAt: string): void {
  const mark = act.row.documents;
  if (mark === undefined) return;
  const only = before === null ? undefined : act.row.marked?.(before);
  if (only === null) return;
  if (mark === 'e-seal')
    w.outbox.push({ seq, topic: 'seal-documents', payload: only === undefined ? {} : { document: only }, due_at: recordedAt });
  else {
    const reason = act.input['reason'];
    w.marks.push({
      mark,
      on: act.legalDate,
      file: act.files[0]?.id ?? null,
      reason: typeof reason === 'string' ? reason : null,
      ...(only === undefined ? {} : { only }),
    });
  }
}

function folded(w: Working, input: Json, frame: ActFrame): BaseState {
  const state = foldAct(w.kind, w.state, input, frame);
  if (state === null) throw new Error(`${w.kind.kind}: no act ${frame.type}`);
  return state;
}

/** An act that no room folds: it only lengthens the chain; the caller applies what it means. Answers its seq. */
export function chainPlatformAct(
  w: Working,
  act: {
    readonly type: string;
    readonly input: Readonly<Record<string, Json>>;
    readonly files: readonly AttachedFile[];
    readonly actor: ActingPost;
    readonly mode: ActMode;
    readonly legalDate: LocalDate;
  },
  facts: RegisterFacts,
  nowMs: number,
): number {
  const payload: StoredPayload = { input: act.input, number: null, documents: [], files: act.files };
  const seq = w.seq + 1;
  const stored: Chained = { ...act, seq, legalTime: null, recordedAt: new Date(nowMs).toISOString(), source: null, causeId: null };
  chain(w, stored, payload as unknown as Json, facts, nowMs);
  return seq;
}

type Chained = Pick<ActFrame, 'seq' | 'type' | 'mode' | 'legalDate' | 'legalTime' | 'recordedAt' | 'actor'> & {
  readonly source: string | null;
  readonly causeId: string | null;
};

function chain(w: Working, frame: Chained, payload: Json, facts: RegisterFacts, nowMs: number): void {
  const id = newId(nowMs);
  const salt = newSalt();
  const actor = frame.actor as unknown as Json;
  const commit = actCommit(FRAME, salt, { payload, actor, source: frame.source });
  const version = payloadVersion(w.kind, frame.type);
  const used = [...facts.organisations.values()].map((o) => o.recordId);
  const certificates = [...facts.certificates.values()].flat().map((c) => c.recordId);
  const factsUsed = [...new Set([...used, ...certificates])].sort();
  const hash = chainHash(
    FRAME,
    w.head,
    {
      id,
      matterId: w.matterId,
      seq: frame.seq,
      type: frame.type,
      version,
      mode: frame.mode,
      legalDate: frame.legalDate,
      legalTime: frame.legalTime,
      recordedAt: frame.recordedAt,
      postId: frame.actor.postId,
      accountId: frame.actor.accountId,
      organisationId: frame.actor.organisationId,
      causeId: frame.causeId,
      factsUsed,
    },
    commit,
  );
  w.acts.push({
    id,
    seq: frame.seq,
    type: frame.type,
    version,
    frame: FRAME,
    mode: frame.mode,
    legal_date: frame.legalDate,
    legal_time: frame.legalTime,
    post_id: frame.actor.postId,
    account_id: frame.actor.accountId,
    organisation_id: frame.actor.organisationId,
    actor,
    source: frame.source,
    cause_id: frame.causeId,
    facts_used: factsUsed,
    salt,
    payload,
    commit,
    prev: w.head,
    hash,
  });
  w.head = hash;
  w.seq = frame.seq;
}

/** Whether a party's internal step is the home's own: only then do papers and files follow it out of others' sight. */
function isHomes(kind: MatterKind, state: BaseState, party: string | undefined): boolean {
  if (party === undefined) return false;
  const home = kind.homeId(state);
  return kind.participants(state).some((p) => p.as === party && p.organisationId === home);
}

type Issued = { readonly issue: DocumentIssue; readonly id: string; readonly verifyCode: string | null };

function documentRow({ issue, id, verifyCode }: Issued, seq: number, act: ActToAppend): NewDocument {
  return {
    id,
    seq,
    kind: issue.kind,
    name: issue.name,
    template: issue.template,
    template_version: issue.templateVersion,
    facts: issue.facts,
    number: issue.numbered ? (act.number?.text ?? null) : null,
    issuer_id: act.issuerId,
    issued_on: act.legalDate,
    publicly_verifiable: issue.publiclyVerifiable,
    verify_code: verifyCode,
    inside: issue.inside === true,
    withheld: issue.withheld === true,
  };
}

/**
 * The next number of (issuer, series, year of the signing date). Counters are locked last, after the matter, so a
 * refused act burns none; the rollback of this transaction gives the number back.
 */
export async function takeNumber(
  client: Client,
  city: number,
  issuer: OrganisationFact,
  series: string,
  on: LocalDate,
): Promise<GivenNumber> {
  const [row] = await rows<{ last: number }>(
    client,
    `insert into number_counter as c (city, issuer_id, series, year, last) values ($1, $2, $3, $4, 1)
     on conflict (city, issuer_id, series, year) do update set last = c.last + 1 returning last`,
    [city, issuer.id, series, yearOf(on)],
  );
  if (row === undefined) throw new Error('counter answered no row');
  const year = yearOf(on);
  return {
    year,
    serial: row.last,
    text: formatDocumentNumber({ prefix: issuer.documentPrefix ?? issuer.shortName, series, year, serial: row.last }),
  };
}
