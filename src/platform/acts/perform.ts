import { createHash } from 'node:crypto';
import {
  type ActingPost,
  type AnyRow,
  type BaseState,
  canonicalJson,
  type DecisionCase,
  decide,
  formatCitation,
  type GivenNumber,
  isRefusal,
  type Json,
  type LocalDate,
  lawDoubts,
  parseLocalDate,
  type Refusal,
  refuse,
  rowOf,
  shanghaiDay,
} from '#law';
import { type Client, sqlState } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { actingPost, type Confirmation, isUuid, type Session, SessionChanged, SYSTEM_OPENING, sessionOpening } from '../session.ts';
import { type ActToAppend, appendAct, SYSTEM_POST, takeNumber, type Working } from './append.ts';
import { isChangedSince } from './changed-since.ts';
import { citationFacts } from './citations.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { cohortOf, newId } from './ids.ts';
import { type Loaded, load } from './load.ts';
import { placeOfNeeded, withNeeds } from './load-needs.ts';
import { lostFiles } from './lost-files.ts';
import { namedMatters, withNeededMatters } from './named-matters.ts';
import { type InputProblem, type Named, namedIn, parseInput } from './parse-input.ts';
import type { Platform } from './platform.ts';
import { placeOfBefore, workingOf, writeWorking } from './working.ts';
import type { Batch } from './write.ts';

export type { Platform };

export type ActRequest = {
  readonly by: Session | { readonly system: true; readonly city: number };
  readonly kind: string;
  readonly act: string;
  /** null opens a matter. */
  readonly matterId: string | null;
  readonly input: unknown;
  readonly legalDate?: string;
  readonly legalTime?: string;
  /** Optimistic lock: the seq the person saw. */
  readonly ifSeq?: number;
  /** A reported act happened elsewhere; its source reference is kept. */
  readonly reported?: { readonly source: string };
  readonly idempotencyKey?: string;
  readonly causeId?: string;
  /** Asked in the act's own transaction before anything is answered; SessionChanged is thrown where it fails. */
  readonly confirmation?: Confirmation;
};

export type Performed = {
  readonly matterId: string;
  readonly seq: number;
  readonly status: string;
  readonly statusName: string;
  readonly number: string | null;
  readonly says: string;
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
};

export type ActAnswer =
  | { readonly ok: true; readonly done: Performed }
  | { readonly ok: false; readonly error: 'input'; readonly problems: readonly InputProblem[] }
  | { readonly ok: false; readonly error: 'refused'; readonly refusal: Refusal }
  | { readonly ok: false; readonly error: 'absent' | 'key-reused' }
  | { readonly ok: false; readonly error: 'changed'; readonly seq: number };

/**
 * The one way in which anything happens: parse, load, let due clocks take effect, decide, append, settle, write, in
 * one transaction. Nothing is written when the answer is not ok, save nothing at all.
 */
export async function perform(platform: Platform, request: ActRequest): Promise<ActAnswer> {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  const form = kind?.forms[request.act];
  if (request.matterId !== null && !isUuid(request.matterId)) return { ok: false, error: 'absent' };
  if (kind === undefined || row === null || form === undefined || (request.matterId === null) !== (row.from === 'start'))
    return { ok: false, error: 'absent' };
  const parsed = parseInput(form, request.input);
  if (!parsed.ok) return { ok: false, error: 'input', problems: parsed.problems };
  const nowMs = platform.now();
  const at = times(request, shanghaiDay(nowMs));
  if ('path' in at) return { ok: false, error: 'input', problems: [at] };
  const job: Job = { platform, request, row, input: parsed.value, named: namedIn(form, parsed.value), nowMs, ...at };
  try {
    return await attempt(job);
  } catch (error) {
    // The same key arrived twice at once: the other one has won, its answer is ours.
    if (request.idempotencyKey !== undefined && sqlState(error) === '23505') return attempt(job);
    throw error;
  }
}

type Job = {
  readonly platform: Platform;
  readonly request: ActRequest;
  readonly row: AnyRow;
  readonly input: Readonly<Record<string, Json>>;
  readonly named: Named;
  readonly nowMs: number;
  readonly today: LocalDate;
  readonly legalDate: LocalDate;
  readonly legalTime: string | null;
};

function times(request: ActRequest, today: LocalDate): { today: LocalDate; legalDate: LocalDate; legalTime: string | null } | InputProblem {
  const legalDate = request.legalDate === undefined ? today : parseLocalDate(request.legalDate);
  const legalTime = request.legalTime ?? null;
  if (legalDate === null) return { path: 'legalDate', label: '办理日期', reason: '不是有效日期（应为 年-月-日）' };
  if (legalDate > today) return { path: 'legalDate', label: '办理日期', reason: '不得晚于今天' };
  if (legalTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(legalTime))
    return { path: 'legalTime', label: '办理时刻', reason: '应为 时:分' };
  return { today, legalDate, legalTime };
}

async function attempt(job: Job): Promise<ActAnswer> {
  const { request, platform } = job;
  const opening = 'system' in request.by ? SYSTEM_OPENING : sessionOpening(request.by, job.nowMs, 'app_act', request.confirmation);
  let answer: ActAnswer | null = null;
  await inGatheredTransaction(platform.pool, [opening], async (client) => {
    answer = await decideAndWrite(client, job);
    return answer.ok ? null : refuse(answer.error, null, '');
  });
  if (answer === null) throw new Error('no answer');
  return answer;
}

async function decideAndWrite(client: Client, job: Job): Promise<ActAnswer> {
  const { request, platform, row, nowMs } = job;
  const kind = platform.kinds.get(request.kind);
  if (kind === undefined) return { ok: false, error: 'absent' };
  const actor: ActingPost = 'system' in request.by ? SYSTEM_POST : actingPost(request.by);
  const matterId = request.matterId ?? newId(nowMs);
  const caller = 'system' in request.by ? SYSTEM_CALLER : request.by.postId;
  const key = request.idempotencyKey ?? null;
  const loaded = await load(client, {
    pool: platform.pool,
    how: 'act',
    kind: kind.kind,
    matterId: request.matterId,
    cohort: cohortOf(matterId),
    actor,
    organisations: job.named.organisations,
    persons: job.named.persons,
    files: job.named.files,
    on: job.legalDate,
    caller,
    key,
  });
  if (request.confirmation?.isConfirmed() === false) throw new SessionChanged();
  const digest = digestOf(request);
  if (loaded.remembered !== null) {
    if (loaded.remembered.body_digest !== digest.toString('hex')) return { ok: false, error: 'key-reused' };
    return { ok: true, done: loaded.remembered.answer as unknown as Performed };
  }
  if (request.matterId !== null && loaded.matter === null) return { ok: false, error: 'absent' };
  if (request.ifSeq !== undefined && loaded.matter !== null && (await isChangedSince(client, loaded.matter, request.ifSeq)))
    return { ok: false, error: 'changed', seq: loaded.matter.seq };
  const lost = lostFiles(kind.forms[request.act] ?? {}, job.input, loaded.files);
  if (lost.length > 0) return { ok: false, error: 'input', problems: lost };
  const linked = await namedMatters(client, platform.kinds, request.matterId, job.named.matters);
  if (linked.problem !== null) return { ok: false, error: 'input', problems: [linked.problem] };
  const city = loaded.matter?.city ?? request.by.city;
  const law = platform.law();
  const profile = law.currentProfile(city);
  if (profile === null) return { ok: false, error: 'refused', refusal: refuse('no-profile', null, '本市尚未载入规则参数') };
  const working = workingOf(kind, matterId, city, loaded, profile, platform.reactsTo);
  if (loaded.matter !== null) letClocksTakeEffect(working, law, job.today, nowMs);
  const needs = row.needs?.(working.state, job.input as never) ?? [];
  const matters = await withNeededMatters(client, platform.kinds, request.matterId, linked.facts, needs);
  const cited = await citationFacts(client, platform, kind, row, working.state, job.legalDate);
  const facts = { ...(await withNeeds(client, loaded.facts, needs, job.legalDate)), matters, ...cited };
  const decision: DecisionCase = {
    state: working.state,
    input: job.input,
    actor,
    legalDate: job.legalDate,
    today: job.today,
    facts,
    profile,
    calendar: law.calendar,
    participants: loaded.participants,
    lastStepOn: working.lastStepOn,
    reported: request.reported !== undefined,
  };
  const refusal = decide(kind, row, decision);
  const doubts = refusal === null && decision.reported ? lawDoubts(row, decision) : [];
  if (refusal === 'unknown' || doubts === 'unknown')
    throw new Error(`${kind.kind} ${request.act}: a guard lacks a register fact on the server`);
  if (refusal !== null) return { ok: false, error: 'refused', refusal };
  const numbered = await numberFor(client, job, working, loaded);
  if (isRefusal(numbered)) return { ok: false, error: 'refused', refusal: numbered };
  const act: ActToAppend = {
    type: request.act,
    row,
    input: job.input,
    mode: 'system' in request.by ? 'system' : request.reported === undefined ? 'performed' : 'reported',
    actor,
    legalDate: job.legalDate,
    legalTime: job.legalTime,
    source: request.reported?.source ?? null,
    causeId: request.causeId ?? null,
    files: loaded.files,
    number: numbered?.number ?? null,
    issuerId: numbered?.issuerId ?? actor.organisationId ?? loaded.matter?.home_id ?? '',
    doubts,
  };
  const frame = appendAct(working, act, facts, nowMs);
  if (numbered !== null)
    working.numbers.push({
      ...numbered.number,
      issuer_id: numbered.issuerId,
      series: numbered.series,
      seq: frame.seq,
      given_on: job.legalDate,
    });
  const state = working.state;
  if (state === null) throw new Error('an act left no state');
  const done: Performed = {
    matterId,
    seq: working.seq,
    status: state.status,
    statusName: kind.statuses[state.status] ?? state.status,
    number: numbered?.number.text ?? null,
    says: row.says(state, frame),
    documents: working.documents.filter((d) => d.seq === frame.seq).map((d) => ({ id: d.id, kind: d.kind, name: d.name })),
  };
  const remember = key === null || caller === null ? null : { caller, key, digest, answer: done as unknown as Json };
  return store(client, job, working, state, done, remember);
}

async function store(
  client: Client,
  job: Job,
  w: Working,
  state: BaseState,
  done: Performed,
  remember: Batch['remember'],
): Promise<ActAnswer> {
  const homeId = w.kind.homeId(state);
  const place = w.loaded.places.get(homeId) ?? placeOfBefore(w, homeId) ?? (await placeOfNeeded(client, homeId, job.today));
  if (place === null) return { ok: false, error: 'refused', refusal: refuse('home-unknown', null, '承办机关在办理日期没有有效的登记信息') };
  const refusal = await writeWorking(
    client,
    job.platform,
    w,
    state,
    place,
    job.today,
    job.nowMs,
    'system' in job.request.by ? null : job.request.by.postId,
    remember,
  );
  return refusal === null ? { ok: true, done } : { ok: false, error: 'refused', refusal };
}

async function numberFor(
  client: Client,
  job: Job,
  w: Working,
  loaded: Loaded,
): Promise<{ number: GivenNumber; issuerId: string; series: string } | Refusal | null> {
  const wanted = job.row.number?.(w.state, job.input as never) ?? null;
  if (wanted === null) return null;
  const issuer = loaded.facts.organisations.get(wanted.issuerId);
  if (issuer === undefined || issuer.documentPrefix === null) {
    return refuse('no-series', job.row.cite, `发文机关未登记机关代字，不能编号（依据${formatCitation(job.row.cite)}）`);
  }
  return {
    number: await takeNumber(client, w.city, issuer, wanted.series, job.legalDate),
    issuerId: wanted.issuerId,
    series: wanted.series,
  };
}

const SYSTEM_CALLER = '00000000-0000-7000-8000-000000000000';

function digestOf(request: ActRequest): Buffer {
  const body = {
    kind: request.kind,
    act: request.act,
    id: request.matterId,
    input: (request.input ?? null) as Json,
    on: request.legalDate ?? null,
    at: request.legalTime ?? null,
    source: request.reported?.source ?? null,
    account: 'system' in request.by ? null : request.by.accountId,
  };
  return createHash('sha256').update(canonicalJson(body)).digest();
}
