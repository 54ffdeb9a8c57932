import { randomBytes } from 'node:crypto';
import {
  type ActFrame,
  type ActingPost,
  type ActMode,
  type AnyRow,
  type AttachedFile,
  type BaseState,
  type DocumentIssue,
  foldAct,
  formatDocumentNumber,
  type GivenNumber,
  type Json,
  type LocalDate,
  type MatterKind,
  type OrganisationFact,
  type Profile,
  type RegisterFacts,
  yearOf,
} from '#law';
import { type Client, rows } from '../db.ts';
import { chainHash, commitOf, newSalt } from './chain.ts';
import { newId } from './ids.ts';
import { payloadVersion } from './kinds.ts';
import type { Loaded, MatterRow } from './load.ts';
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
  readonly attach: { id: string; seq: number }[];
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
};

/**
 * What stands in the payload beside the input under a reserved name: the given number, the documents issued (with
 * their facts, so that they can be rendered again for ever), and the files attached with their digests.
 */
export type StoredPayload = {
  readonly input: Readonly<Record<string, Json>>;
  readonly number: GivenNumber | null;
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly template: string;
    readonly templateVersion: number;
    readonly facts: Json;
    readonly verifyCode: string | null;
  }[];
  readonly files: readonly AttachedFile[];
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
  };
  const issues = act.row.issues?.(folded(w, act.input, bare), act.input as never, bare, facts, w.profile) ?? [];
  const issued: Issued[] = issues.map((issue) => ({
    issue,
    id: newId(nowMs),
    verifyCode: issue.publiclyVerifiable ? newVerifyCode() : null,
  }));
  const frame: ActFrame = { ...bare, documents: Object.fromEntries(issued.map(({ issue, id }) => [issue.kind, id])) };
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
  };
  chain(w, act, frame, payload as unknown as Json, facts, nowMs);
  w.state = state;
  w.documents.push(...issued.map((i) => documentRow(i, seq, act)));
  if (issued.length > 0)
    w.outbox.push({ seq, topic: 'render-documents', payload: { documents: issued.map((i) => i.id) }, due_at: recordedAt });
  w.links.push(...(act.row.links?.(act.input as never) ?? []).map((link) => ({ other_id: link.to, relation: link.as, seq })));
  w.attach.push(...act.files.map((f) => ({ id: f.id, seq })));
  w.frames.push(frame);
  w.outbox.push({ seq, topic: `${w.kind.kind}.${act.type}`, payload: {}, due_at: recordedAt });
  return frame;
}

function folded(w: Working, input: Json, frame: ActFrame): BaseState {
  const state = foldAct(w.kind, w.state, input, frame);
  if (state === null) throw new Error(`${w.kind.kind}: no act ${frame.type}`);
  return state;
}

function chain(w: Working, act: ActToAppend, frame: ActFrame, payload: Json, facts: RegisterFacts, nowMs: number): void {
  const id = newId(nowMs);
  const salt = newSalt();
  const commit = commitOf(salt, payload);
  const version = payloadVersion(w.kind, act.type);
  const used = [...facts.organisations.values()].map((o) => o.recordId);
  const certificates = [...facts.certificates.values()].flat().map((c) => c.recordId);
  const factsUsed = [...new Set([...used, ...certificates])].sort();
  const hash = chainHash(
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
      postId: act.actor.postId,
      organisationId: act.actor.organisationId,
      causeId: act.causeId,
      factsUsed,
    },
    commit,
  );
  w.acts.push({
    id,
    seq: frame.seq,
    type: frame.type,
    version,
    mode: frame.mode,
    legal_date: frame.legalDate,
    legal_time: frame.legalTime,
    post_id: act.actor.postId,
    account_id: act.actor.accountId,
    organisation_id: act.actor.organisationId,
    actor: act.actor as unknown as Json,
    source: act.source,
    cause_id: act.causeId,
    facts_used: factsUsed,
    salt,
    payload,
    commit,
    prev: w.head,
    hash,
  });
  w.head = hash;
  w.seq = frame.seq;
  if (act.row.does === 'step') w.lastStepOn = frame.legalDate;
}

type Issued = { readonly issue: DocumentIssue; readonly id: string; readonly verifyCode: string | null };

const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Random, unguessable, typed by people: sixteen characters without look-alikes (80 bits). */
function newVerifyCode(): string {
  return [...randomBytes(16)].map((b) => CODE_ALPHABET.charAt(b % 32)).join('');
}

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
