import {
  type ActFrame,
  type BaseState,
  type DecisionCase,
  decide,
  type GuardDoubt,
  isRefusal,
  lawDoubts,
  type Profile,
  type Refusal,
  type RegisterFacts,
  refuse,
} from '#law';
import type { Client } from '../db.ts';
import { askEach } from '../db-together.ts';
import { sealingOf } from '../parties/hold.ts';
import { storeParties } from '../parties/store.ts';
import { SessionChanged } from '../session.ts';
import { type ActToAppend, appendAct, type Working } from './append.ts';
import { isChangedSince } from './changed-since.ts';
import { citationFacts } from './citations.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { cohortOf, newId } from './ids.ts';
import { actorOf, type Job } from './job.ts';
import { type Loaded, load } from './load.ts';
import { placeOfNeeded } from './load-needs.ts';
import { lostFiles } from './lost-files.ts';
import { namedMatters } from './named-matters.ts';
import { type Needed, neededFacts } from './needed-facts.ts';
import { type Numbered, numberFor } from './number-for.ts';
import type { ActAnswer, Performed } from './request.ts';
import { answeredBefore, callerOf, digestOf, rememberedAs } from './same-key.ts';
import { placeOfBefore, workingOf, writeWorking } from './working.ts';
import type { Batch } from './write.ts';

type NotDone = Extract<ActAnswer, { ok: false }>;

/** Load, let due clocks take effect, decide, append, write, on a connection that stands in a transaction of the right role. */
export async function carryOut(client: Client, job: Job): Promise<ActAnswer> {
  const { request, platform, kind } = job;
  const matterId = request.matterId ?? newId(job.nowMs);
  const digest = digestOf(request, job.held.length === 0 ? undefined : platform.sealing);
  const loaded = await loadFor(client, job, matterId);
  if (request.confirmation?.isConfirmed() === false) throw new SessionChanged();
  const known = answeredBefore(loaded, digest) ?? (await standsInTheWay(client, job, loaded));
  if (known !== null) return known;
  const linked = await namedMatters(client, platform.kinds, request.matterId, job.named.matters);
  if (linked.problem !== null) return { ok: false, error: 'input', problems: [linked.problem] };
  const city = loaded.matter?.city ?? request.by.city;
  const profile = platform.law().currentProfile(city);
  if (profile === null) return refused(refuse('no-profile', null, '本市尚未载入规则参数'));
  const working = workingOf(kind, matterId, city, loaded, { profile, calendar: platform.law().calendar }, platform.reactsTo);
  if (loaded.matter !== null) letClocksTakeEffect(working, platform.law(), job.today, job.nowMs);
  const facts = await factsFor(client, job, working, linked.facts);
  const doubts = decided(job, working, profile, facts);
  if (isRefusal(doubts)) return refused(doubts);
  const numbered = await numberFor(client, job, working);
  if (isRefusal(numbered)) return refused(numbered);
  const frame = append(job, working, facts, doubts, numbered);
  const { state } = working;
  if (state === null) throw new Error('an act left no state');
  const done = doneIn(job, working, state, frame);
  return store(client, job, working, state, done, rememberedAs(request, digest, done));
}

const refused = (refusal: Refusal): NotDone => ({ ok: false, error: 'refused', refusal });

function loadFor(client: Client, { platform, request, kind, named, legalDate }: Job, matterId: string): Promise<Loaded> {
  return load(client, {
    pool: platform.pool,
    how: 'act',
    kind: kind.kind,
    matterId: request.matterId,
    cohort: cohortOf(matterId),
    actor: actorOf(request),
    organisations: named.organisations,
    persons: named.persons,
    files: named.files,
    on: legalDate,
    caller: callerOf(request),
    key: request.idempotencyKey ?? null,
  });
}

/** The matter is out of sight, has been changed since it was seen, or a file of the act is gone. */
async function standsInTheWay(client: Client, job: Job, loaded: Loaded): Promise<NotDone | null> {
  const { request, kind, input } = job;
  if (request.matterId !== null && loaded.matter === null) return { ok: false, error: 'absent' };
  if (request.ifSeq !== undefined && loaded.matter !== null && (await isChangedSince(client, loaded.matter, request.ifSeq)))
    return { ok: false, error: 'changed', seq: loaded.matter.seq };
  const lost = lostFiles(kind.forms[request.act] ?? {}, input, loaded.files);
  return lost.length > 0 ? { ok: false, error: 'input', problems: lost } : null;
}

/** What conditions may ask about, all of it asked for at once; `named`: the matters that the input names. */
async function factsFor(client: Client, job: Job, working: Working, named: Needed['matters']): Promise<RegisterFacts> {
  const { platform, request, kind, row, held, legalDate: on } = job;
  const needs = row.needs?.(working.state, job.input as never, actorOf(request)) ?? [];
  const known = { registers: working.loaded.facts, matters: named, held };
  const [needed, cited] = await askEach(client, [
    () => neededFacts(client, { platform, by: request.by, matterId: request.matterId, needs, on, ...known }),
    () => citationFacts(client, platform, kind, row, { state: working.state, input: job.input }, on),
  ]);
  return { ...needed, ...cited };
}

/** The refusal, or the conditions of law that a reported act has not met. */
function decided(job: Job, working: Working, profile: Profile, facts: RegisterFacts): Refusal | readonly GuardDoubt[] {
  const { request, platform, kind, row } = job;
  const decision: DecisionCase = {
    state: working.state,
    input: job.input,
    actor: actorOf(request),
    legalDate: job.legalDate,
    today: job.today,
    facts,
    profile,
    calendar: platform.law().calendar,
    participants: working.loaded.participants,
    lastStepOn: working.lastStepOn,
    reported: request.reported !== undefined,
  };
  const refusal = decide(kind, row, decision);
  const doubts = refusal === null && decision.reported ? lawDoubts(row, decision) : [];
  if (refusal === 'unknown' || doubts === 'unknown')
    throw new Error(`${kind.kind} ${request.act}: a guard lacks a register fact on the server`);
  return refusal ?? doubts;
}

function append(job: Job, working: Working, facts: RegisterFacts, doubts: readonly GuardDoubt[], numbered: Numbered | null): ActFrame {
  const { request, row } = job;
  const actor = actorOf(request);
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
    files: working.loaded.files,
    number: numbered?.number ?? null,
    issuerId: numbered?.issuerId ?? actor.organisationId ?? working.loaded.matter?.home_id ?? '',
    doubts,
  };
  const frame = appendAct(working, act, facts, job.nowMs);
  if (numbered !== null)
    working.numbers.push({
      ...numbered.number,
      issuer_id: numbered.issuerId,
      series: numbered.series,
      seq: frame.seq,
      given_on: job.legalDate,
    });
  return frame;
}

function doneIn({ kind, row }: Job, working: Working, state: BaseState, frame: ActFrame): Performed {
  return {
    matterId: working.matterId,
    seq: working.seq,
    status: state.status,
    statusName: kind.statuses[state.status] ?? state.status,
    number: frame.number?.text ?? null,
    says: row.says(state, frame),
    documents: working.documents.filter((d) => d.seq === frame.seq).map((d) => ({ id: d.id, kind: d.kind, name: d.name })),
  };
}

/** Where the matter then belongs, and all its rows. */
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
  if (refusal !== null) return { ok: false, error: 'refused', refusal };
  if (job.held.length > 0)
    await storeParties(client, sealingOf(job.platform), { ...w, recordedAt: new Date(job.nowMs).toISOString() }, job.held);
  return { ok: true, done };
}
