import {
  type ActMode,
  type DecisionCase,
  decide,
  type Json,
  type LocalDate,
  lawDoubts,
  type Profile,
  type Refusal,
  type RegisterFacts,
  refuse,
  rowOf,
  shanghaiDay,
} from '#law';
import { type Client, inTransaction } from '../db.ts';
import type { MatterPlace } from '../findings/load-standing.ts';
import { inSlices } from '../in-slices.ts';
import { hasParties } from '../parties/hold.ts';
import { actingPost, type Session, sessionPreamble } from '../session.ts';
import { appendAct } from './append.ts';
import { newId } from './ids.ts';
import type { Loaded } from './load.ts';
import { type InputProblem, type Named, namedIn, parseInput } from './parse-input.ts';
import type { Platform } from './platform.ts';
import type { Place } from './register-facts.ts';
import { factsOn, registersAbout } from './registers.ts';
import { type Doubted, noteReportedActs, placeOfBatch } from './reported-acts.ts';
import { batchOf, workingOf } from './working.ts';
import { writeMany } from './write.ts';

/** One matter to open in bulk, as a form would have given it. */
export type BulkRow = { readonly input: Readonly<Record<string, Json>>; readonly legalDate: LocalDate; readonly source: string | null };
export type BulkAnswer =
  | { readonly ok: true; readonly matterId: string; readonly place: MatterPlace }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }
  | { readonly ok: false; readonly refusal: Refusal };

export type BulkRequest = {
  readonly session: Session;
  readonly kind: string;
  readonly act: string;
  readonly mode: Extract<ActMode, 'performed' | 'reported'>;
  readonly rows: readonly BulkRow[];
  readonly causeId: string | null;
  /** Awaited before the first row is written; up to there the transaction has only read and stands in nobody's way. */
  readonly turn?: () => Promise<void>;
};

const NOTHING: Named = { organisations: [], persons: [], files: [], matters: [] };

/**
 * Opens many matters of one kind in one transaction, through the same parsing, deciding, folding and settling as a
 * single act and the same writing statement. Numbers, files and reactions are not for bulk. Rows are answered in their
 * order; a row that is refused stops no other. `alongside` runs in the same transaction (progress, findings).
 */
export async function performBulk(
  platform: Platform,
  request: BulkRequest,
  alongside: (client: Client, answers: readonly BulkAnswer[]) => Promise<void>,
): Promise<readonly BulkAnswer[]> {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  const form = kind?.forms[request.act];
  if (kind === undefined || row === null || form === undefined || row.from !== 'start')
    throw new Error(`${request.kind} ${request.act} opens nothing`);
  if (hasParties(form)) throw new Error(`${request.kind} ${request.act}: parties are typed one by one`);
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const profile = platform.law().currentProfile(request.session.city);
  if (profile === null) return request.rows.map(() => ({ ok: false, refusal: refuse('no-profile', null, '本市尚未载入规则参数') }));
  const parsed = await inSlices(request.rows, (r) => parseInput(form, r.input, { today }));
  const named = parsed.map((p) => (p.ok ? namedIn(form, p.value) : NOTHING));
  return inTransaction(platform.pool, sessionPreamble(request.session, platform.now()), async (client) => {
    const own = {
      organisations: [request.session.organisationId],
      persons: request.session.officerId === null ? [] : [request.session.officerId],
    };
    const registers = await registersAbout(client, platform.pool, {
      organisations: [...own.organisations, ...named.flatMap((n) => n.organisations)],
      persons: [...own.persons, ...named.flatMap((n) => n.persons)],
    });
    // Most rows of a file are about the same, on the same day.
    const picked = new Map<string, RegisterFacts>();
    const opened: Doubted[] = [];
    const answers = await inSlices(request.rows, (bulkRow, i): BulkAnswer => {
      const input = parsed[i];
      if (input === undefined || !input.ok) return { ok: false, problems: input?.problems ?? [] };
      const about = {
        organisations: [...own.organisations, ...(named[i]?.organisations ?? [])],
        persons: [...own.persons, ...(named[i]?.persons ?? [])],
      };
      const key = [bulkRow.legalDate, ...about.organisations, '|', ...about.persons].join();
      const facts = picked.get(key) ?? factsOn(registers, about, bulkRow.legalDate);
      picked.set(key, facts);
      const one = openOne(platform, request, bulkRow, input.value, facts, registers.places, profile, today, nowMs);
      if (!('batch' in one)) return { ok: false, refusal: one };
      opened.push(one);
      return { ok: true, matterId: one.batch.matterId, place: placeOfBatch(one.batch) };
    });
    await request.turn?.();
    await writeMany(
      client,
      opened.map((o) => o.batch),
    );
    await noteReportedActs(client, opened, nowMs);
    await alongside(client, answers);
    return answers;
  });
}

function openOne(
  platform: Platform,
  request: BulkRequest,
  bulkRow: BulkRow,
  input: Readonly<Record<string, Json>>,
  facts: RegisterFacts,
  places: ReadonlyMap<string, Place>,
  profile: Profile,
  today: LocalDate,
  nowMs: number,
): Doubted | Refusal {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  if (kind === undefined || row === null) throw new Error('kind vanished');
  const actor = actingPost(request.session);
  const decision: DecisionCase = {
    state: null,
    input,
    actor,
    legalDate: bulkRow.legalDate,
    today,
    facts,
    profile,
    participants: [],
    lastStepOn: null,
    reported: request.mode === 'reported',
  };
  const answer = decide(kind, row, decision);
  const doubts = answer === null && decision.reported ? lawDoubts(row, decision) : [];
  if (answer === 'unknown' || doubts === 'unknown')
    throw new Error(`${kind.kind} ${request.act}: a guard lacks a register fact on the server`);
  if (answer !== null) return answer;
  const loaded: Loaded = {
    matter: null,
    participants: [],
    clocks: [],
    tasks: [],
    facts,
    places,
    files: [],
    remembered: null,
  };
  const w = workingOf(kind, newId(nowMs), request.session.city, loaded, { profile, calendar: platform.law().calendar }, NO_REACTIONS);
  appendAct(
    w,
    {
      type: request.act,
      row,
      input,
      mode: request.mode,
      actor,
      legalDate: bulkRow.legalDate,
      legalTime: null,
      source: bulkRow.source,
      causeId: request.causeId,
      files: [],
      number: null,
      issuerId: request.session.organisationId,
      doubts,
    },
    facts,
    nowMs,
  );
  if (w.state === null) throw new Error('an act left no state');
  const place = places.get(kind.homeId(w.state));
  if (place === undefined) return refuse('home-unknown', null, '承办机关没有登记信息');
  return { batch: batchOf(platform, w, w.state, place, today, nowMs, null, null), doubted: w.doubted };
}

const NO_REACTIONS: ReadonlySet<string> = new Set();
