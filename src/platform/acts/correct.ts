import {
  type ActingPost,
  type AttachedFile,
  type BaseState,
  canonicalJson,
  cite,
  effectiveActs,
  type FormFields,
  formatCitation,
  type GuardDoubt,
  isJsonObject,
  isPlatformAct,
  type Json,
  type LocalDate,
  type MatterKind,
  notAskedByRules,
  type PartyRef,
  type PlatformActType,
  type Profile,
  parseLocalDate,
  type Refusal,
  refold,
  refuse,
  rowOf,
  type StoredAct,
  shanghaiDay,
} from '#law';
import type { Client } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { type HeldParty, holdParties, refOf, sealingOf } from '../parties/hold.ts';
import { partiesOf } from '../parties/refs.ts';
import { storeParties } from '../parties/store.ts';
import { actingPost, isUuid, type Session, sessionOpening } from '../session.ts';
import { chainPlatformAct, type Working } from './append.ts';
import { isChangedSince } from './changed-since.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { type AnsweredAgain, guardsAgain } from './guards-again.ts';
import { cohortOf, newId } from './ids.ts';
import { type Loaded, load, lockStatement } from './load.ts';
import { type InputProblem, parseInput } from './parse-input.ts';
import type { Platform } from './platform.ts';
import { asStored, readActs } from './stored-acts.ts';
import { placeOfBefore, workingOf, writeWorking } from './working.ts';

export type CorrectionRequest = {
  readonly session: Session;
  readonly matterId: string;
  readonly ifSeq: number;
  /** The act to correct or take out. */
  readonly seq: number;
  readonly what:
    | { readonly retract: true }
    | { readonly retract: false; readonly fields: Readonly<Record<string, unknown>>; readonly legalDate: string | null };
  readonly reason: string;
  readonly proof: readonly string[];
  /** The account that proposed it, where a second person confirms; null: proposed now by the caller. */
  readonly proposal: { readonly seq: number } | null;
};

export type CorrectionAnswer =
  | { readonly ok: true; readonly seq: number; readonly done: boolean; readonly says: string }
  | { readonly ok: false; readonly error: 'absent' }
  | { readonly ok: false; readonly error: 'changed'; readonly seq: number }
  | { readonly ok: false; readonly error: 'input'; readonly problems: readonly InputProblem[] }
  | { readonly ok: false; readonly error: 'refused'; readonly refusal: Refusal };

/** 全过程记录 must stay true: what was recorded in error is put right in the open, never overwritten (处罚法 47). */
const BASIS = cite('行政处罚法', 47);

/**
 * 更正 replaces named fields of one earlier act; 撤销录入 takes out an act recorded in error, only the last effective
 * step and only while nothing has left the house on it. Dates, amounts and parties need a second person of the same
 * organisation: the first call proposes, the second (with `proposal`) confirms. State, clocks, tasks are counted again, and so
 * are the conditions of the act: what it then fails opens a finding, since the truth is never refused (adr/0009).
 */
export async function correct(platform: Platform, request: CorrectionRequest): Promise<CorrectionAnswer> {
  if (!isUuid(request.matterId)) return { ok: false, error: 'absent' };
  let answer: CorrectionAnswer | null = null;
  const opening = [sessionOpening(request.session, platform.now()), lockStatement(request.matterId, 'person')];
  await inGatheredTransaction(platform.pool, opening, async (client) => {
    answer = await inLockedMatter(client, platform, request);
    return answer.ok ? null : refuse(answer.error, null, '');
  });
  if (answer === null) throw new Error('no answer');
  return answer;
}

async function inLockedMatter(client: Client, platform: Platform, request: CorrectionRequest): Promise<CorrectionAnswer> {
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const actor = actingPost(request.session);
  const found = await findMatter(client, platform, request, actor, today);
  if (found === null) return { ok: false, error: 'absent' };
  const { kind, loaded, matter } = found;
  if (await isChangedSince(client, matter, request.ifSeq)) return { ok: false, error: 'changed', seq: matter.seq };
  const acts = (await readActs(client, request.matterId, cohortOf(request.matterId))).map(asStored).filter((a) => a !== null);
  const target = acts.find((a) => a.frame.seq === request.seq);
  const refused = target === undefined ? refuse('no-such-act', BASIS, '没有这条办理记录') : mayCorrect(target, actor, request, kind, acts);
  if (refused !== null || target === undefined)
    return { ok: false, error: 'refused', refusal: refused ?? refuse('no-such-act', BASIS, '没有这条办理记录') };
  const counted = effectiveActs(acts).acts.find((a) => a.frame.seq === request.seq) ?? target;
  const read = fieldsOf(kind.forms[target.frame.type] ?? {}, counted, request, today, partiesOf(kind, acts));
  if ('problems' in read) return { ok: false, error: 'input', problems: read.problems };
  const { parsed, held } = heldApart(platform, kind.forms[target.frame.type] ?? {}, read, nowMs);
  const input = {
    seq: request.seq,
    reason: request.reason,
    ...parsed,
    ...(request.proposal === null ? {} : { proposal: request.proposal.seq }),
  };
  const profile = platform.law().currentProfile(matter.city);
  if (profile === null) throw new Error('a matter of a city without a profile');
  const again = await answeredAgain(client, platform, request, { kind, acts, target, profile, parsed, held, today });
  if (!again.ok) return { ok: false, error: 'refused', refusal: again.refusal };
  const isWeighted = isWeighty(kind.forms[target.frame.type] ?? {}, parsed) || isDoubtful(target, again.doubts);
  const needsSecond = request.proposal === null && isWeighted;
  const type: PlatformActType = needsSecond ? 'platform.propose' : request.what.retract ? 'platform.retract' : 'platform.correct';
  if (request.proposal !== null) {
    const mismatch = checkProposal(acts, request, input, actor);
    if (mismatch !== null) return { ok: false, error: 'refused', refusal: mismatch };
  }
  const w = workingOf(kind, request.matterId, matter.city, loaded, { profile, calendar: platform.law().calendar }, platform.reactsTo);
  letClocksTakeEffect(w, platform.law(), today, nowMs);
  const doubts = needsSecond ? null : again.doubts;
  const recorded = doubts === null || request.what.retract ? input : { ...input, doubts: doubts as unknown as Json };
  const seq = chainPlatformAct(
    w,
    { type, input: recorded, files: loaded.files, actor, mode: 'performed', legalDate: today },
    loaded.facts,
    nowMs,
  );
  const state = needsSecond
    ? matter.state
    : refolded(kind, acts, w, { type, input: recorded, files: loaded.files, actor, today, seq, nowMs });
  if (state === null) return { ok: false, error: 'refused', refusal: refuse('cannot-refold', BASIS, '更正后事项无法成立，请核对') };
  if (doubts !== null) noteAgain(w, target, parsed, doubts);
  w.lastStepOn = lastStep(kind, acts, request, parsed);
  const place = placeOfBefore(w, kind.homeId(state)) ?? loaded.places.get(kind.homeId(state)) ?? null;
  if (place === null) throw new Error('a matter without a place');
  w.attach.push(...loaded.files.map((f) => ({ id: f.id, seq, inside: false })));
  const refusal = await writeWorking(client, platform, w, state, place, today, nowMs, actor.postId, null);
  if (refusal !== null) return { ok: false, error: 'refused', refusal };
  if (held.length > 0) await storeParties(client, sealingOf(platform), { ...w, recordedAt: new Date(nowMs).toISOString() }, held);
  return {
    ok: true,
    seq: w.seq,
    done: !needsSecond,
    says: saysOf(request, needsSecond, again.doubts),
  };
}

function saysOf(request: CorrectionRequest, needsSecond: boolean, doubts: readonly GuardDoubt[] | null): string {
  if (needsSecond)
    return `已提出，涉及日期、金额、当事单位或者办理条件，须由本单位另一人确认。${doubtWords(doubts, '确认后形成预警，由监督人员核实。')}`;
  if (request.what.retract) return '已撤销录入；期限、待办已重新计算。';
  return `已更正，原内容保留可查；期限、待办已重新计算。${doubtWords(doubts, '已形成预警，由监督人员核实。')}`;
}

type AboutCorrection = {
  readonly kind: MatterKind;
  readonly acts: readonly StoredAct[];
  readonly target: StoredAct;
  readonly profile: Profile;
  readonly parsed: Readonly<Record<string, Json>>;
  readonly held: readonly HeldParty[];
  readonly today: LocalDate;
};

/** What the conditions of the act say of it once corrected; an act taken out leaves nothing to doubt. */
async function answeredAgain(
  client: Client,
  platform: Platform,
  request: CorrectionRequest,
  { kind, acts, target, profile, parsed, held, today }: AboutCorrection,
): Promise<AnsweredAgain> {
  if (request.what.retract) {
    const counted = effectiveActs(acts).acts.find((a) => a.frame.seq === target.frame.seq);
    const doubted = target.frame.mode === 'reported' || (counted?.payload.doubts ?? []).length > 0;
    return { ok: true, doubts: doubted ? [] : null };
  }
  const { fields, legalDate } = parsed;
  return guardsAgain(client, {
    ...{ kinds: platform.kinds, kind, matterId: request.matterId, acts, seq: target.frame.seq, profile, law: platform.law(), today, held },
    ...(platform.sealing === undefined ? {} : { sealing: platform.sealing }),
    ...(platform.lists === undefined ? {} : { lists: platform.lists }),
    session: request.session,
    ...(platform.earlier === undefined ? {} : { earlier: platform.earlier }),
    ...(platform.lawSources === undefined ? {} : { lawSources: platform.lawSources }),
    fields: typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? (fields as Readonly<Record<string, Json>>) : {},
    legalDate: typeof legalDate === 'string' ? parseLocalDate(legalDate) : null,
  });
}

/** A correction by which an act performed here would no longer be lawful. */
function isDoubtful(target: StoredAct, doubts: readonly GuardDoubt[] | null): boolean {
  return target.frame.mode !== 'reported' && doubts !== null && doubts.length > 0;
}

function doubtWords(doubts: readonly GuardDoubt[] | null, then: string): string {
  if (doubts === null || doubts.length === 0) return '';
  const reasons = doubts.map((d) => (d.cite === null ? d.reason : `${d.reason}（${formatCitation(d.cite)}）`));
  return `更正后的内容不符合办理条件：${reasons.join('；')}；${then}`;
}

function noteAgain(w: Working, target: StoredAct, parsed: Readonly<Record<string, Json>>, doubts: readonly GuardDoubt[]): void {
  const { seq, type, actor, legalDate } = target.frame;
  const by = w.acts.at(-1);
  if (by === undefined || actor.organisationId === null) return;
  const on = typeof parsed['legalDate'] === 'string' ? parseLocalDate(parsed['legalDate']) : null;
  const label = rowOf(w.kind, type)?.label ?? type;
  const how = target.frame.mode === 'reported' ? 'reported' : 'corrected';
  const own = notAskedByRules(w.kind.askedByRules, doubts);
  w.doubted.push({ seq, how, actId: by.id, label, legalDate: on ?? legalDate, organisationId: actor.organisationId, doubts: own });
}

type Found = { readonly kind: MatterKind; readonly loaded: Loaded; readonly matter: NonNullable<Loaded['matter']> };

async function findMatter(
  client: Client,
  platform: Platform,
  request: CorrectionRequest,
  actor: ActingPost,
  today: LocalDate,
): Promise<Found | null> {
  for (const kind of platform.kinds.values()) {
    const { rowCount } = await client.query('select 1 from matter where id = $1 and cohort = $2 and kind = $3', [
      request.matterId,
      cohortOf(request.matterId),
      kind.kind,
    ]);
    if (rowCount === 0) continue;
    const loaded = await load(client, {
      pool: platform.pool,
      how: 'held',
      kind: kind.kind,
      matterId: request.matterId,
      cohort: cohortOf(request.matterId),
      actor,
      organisations: [],
      persons: [],
      files: request.proof,
      on: today,
      caller: null,
      key: null,
    });
    return loaded.matter === null ? null : { kind, loaded, matter: loaded.matter };
  }
  return null;
}

function mayCorrect(
  target: StoredAct,
  actor: ActingPost,
  request: CorrectionRequest,
  kind: MatterKind,
  acts: readonly StoredAct[],
): Refusal | null {
  if (isPlatformAct(target.frame.type) || target.frame.mode === 'system') return refuse('own-act', BASIS, '平台自动形成的记录不能更正');
  if (target.frame.actor.organisationId !== actor.organisationId) return refuse('other-unit', BASIS, '只能由原办理单位更正');
  const counted = effectiveActs(acts).acts.find((a) => a.frame.seq === target.frame.seq) ?? target;
  if (!request.what.retract) return contentRefusal(counted, request.what, kind, acts);
  const effective = acts.filter((a) => moves(kind, a) && !isRetracted(acts, a.frame.seq));
  if (rowOf(kind, target.frame.type)?.from === 'start') return refuse('opening', BASIS, '立项的记录不能撤销录入，应按流程终结');
  if (effective.at(-1)?.frame.seq !== target.frame.seq && moves(kind, target))
    return refuse('not-last', BASIS, '只能撤销最后一个步骤的录入');
  const left =
    target.payload.number !== null ||
    target.payload.documents.length > 0 ||
    ['served', 'void'].includes(rowOf(kind, target.frame.type)?.documents ?? '');
  return left
    ? refuse('left-the-house', BASIS, '已编号、已形成文书、已送达或者已作废文书的，不能撤销录入，应依法撤回、更正或者撤销')
    : null;
}

/** Whether an act has brought the matter to where later acts went on from. */
function moves(kind: MatterKind, act: StoredAct): boolean {
  const row = rowOf(kind, act.frame.type);
  return row !== null && (row.does === 'step' || row.to !== 'stays');
}

/** What was signed or handed over is not rewritten behind those who have it, and a day is not moved to where the act cannot have been done. */
function contentRefusal(
  target: StoredAct,
  what: Extract<CorrectionRequest['what'], { retract: false }>,
  kind: MatterKind,
  acts: readonly StoredAct[],
): Refusal | null {
  const row = rowOf(kind, target.frame.type);
  if (row?.putRightBy !== undefined)
    return refuse('own-means', BASIS, `“${row.label}”的内容已供他人审阅或者送出，不能更正；${row.putRightBy}`);
  const on = what.legalDate === null ? null : parseLocalDate(what.legalDate);
  if (on === null || on === target.frame.legalDate) return null;
  if (target.payload.number !== null) return refuse('left-the-house', BASIS, '已编号文书的日期不能更正，应依法撤回、更正或者撤销');
  if (on > shanghaiDay(Date.parse(target.frame.recordedAt))) return refuse('after-recording', BASIS, '办理日期不得晚于当初录入的日期');
  return row?.does === 'step' ? betweenSteps(target, on, kind, acts) : null;
}

/** A step keeps its place among the steps: not before the one before it, not after the one that followed. */
function betweenSteps(target: StoredAct, on: LocalDate, kind: MatterKind, acts: readonly StoredAct[]): Refusal | null {
  const steps = effectiveActs(acts).acts.filter((a) => rowOf(kind, a.frame.type)?.does === 'step');
  const at = steps.findIndex((a) => a.frame.seq === target.frame.seq);
  const before = steps[at - 1]?.frame.legalDate ?? on;
  const after = steps[at + 1]?.frame.legalDate ?? on;
  return on < before || on > after
    ? refuse('out-of-order', BASIS, `办理日期应当在前后步骤之间（${before}至${after === on ? '录入当日' : after}）`)
    : null;
}

function isRetracted(acts: readonly StoredAct[], seq: number): boolean {
  return acts.some((a) => a.frame.type === 'platform.retract' && a.payload.input['seq'] === seq);
}

type ParsedFields = { readonly input: Readonly<Record<string, Json>> } | { readonly problems: readonly InputProblem[] };

/** The input as it counts now, corrected, must stand as a whole under the form of the act; only fields that really change are kept. */
function fieldsOf(
  form: FormFields,
  target: StoredAct,
  request: CorrectionRequest,
  today: LocalDate,
  parties: ReadonlyMap<string, PartyRef>,
): ParsedFields {
  if (request.what.retract) return { input: { retract: true } };
  const parsed = parseInput(form, { ...target.payload.input, ...request.what.fields }, { today, parties });
  if (!parsed.ok) return { problems: parsed.problems };
  const changed = Object.fromEntries(
    Object.entries(parsed.value).filter(([key, value]) => canonicalJson(value) !== canonicalJson(target.payload.input[key] ?? null)),
  );
  const on = request.what.legalDate === null ? null : parseLocalDate(request.what.legalDate);
  if (request.what.legalDate !== null && on === null)
    return { problems: [{ path: 'legalDate', label: '办理日期', reason: '不是有效日期（应为 年-月-日）' }] };
  if (on !== null && on > today) return { problems: [{ path: 'legalDate', label: '办理日期', reason: '不得晚于今天' }] };
  const legalDate = on === target.frame.legalDate ? null : on;
  if (Object.keys(changed).length === 0 && legalDate === null)
    return { problems: [{ path: 'fields', label: '更正内容', reason: '与原内容相同，没有需要更正的' }] };
  return { input: { fields: changed, legalDate } };
}

type HeldApart = { readonly parsed: Readonly<Record<string, Json>>; readonly held: readonly HeldParty[] };

/** A party typed anew is kept apart, as in the act itself. */
function heldApart(platform: Platform, form: FormFields, read: { readonly input: HeldApart['parsed'] }, nowMs: number): HeldApart {
  const fields = read.input['fields'];
  if (!isJsonObject(fields)) return { parsed: read.input, held: [] };
  const apart = holdParties(form, fields, (details) => refOf(sealingOf(platform), newId(nowMs), details));
  return { parsed: { ...read.input, fields: apart.input }, held: apart.held };
}

/** Dates that start or stop a clock, amounts and parties are never put right by one person alone. */
function isWeighty(form: FormFields, input: Readonly<Record<string, Json>>): boolean {
  if (input['retract'] === true || typeof input['legalDate'] === 'string') return true;
  const fields = input['fields'];
  const keys = typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
  return keys.some((key) =>
    ['date', 'money', 'organisation', 'organisations', 'persons', 'rows', 'party', 'personal'].includes(form[key]?.as ?? ''),
  );
}

function checkProposal(
  acts: readonly StoredAct[],
  request: CorrectionRequest,
  input: Readonly<Record<string, Json>>,
  actor: ActingPost,
): Refusal | null {
  const proposed = acts.find((a) => a.frame.seq === request.proposal?.seq && a.frame.type === 'platform.propose');
  if (proposed === undefined) return refuse('no-proposal', BASIS, '没有待确认的更正');
  if (proposed.frame.actor.accountId === actor.accountId) return refuse('same-person', BASIS, '须由提出人以外的另一人确认');
  const { proposal: _, reason: __, ...now } = input;
  const { reason: ___, ...then } = proposed.payload.input;
  return canonicalJson(now) === canonicalJson(then) ? null : refuse('proposal-differs', BASIS, '与提出的更正内容不一致');
}

type Applied = {
  readonly type: PlatformActType;
  readonly input: Readonly<Record<string, Json>>;
  readonly files: readonly AttachedFile[];
  readonly actor: ActingPost;
  readonly today: LocalDate;
  readonly seq: number;
  readonly nowMs: number;
};

/** The state from all acts, the clocks' own acts of this transaction and the correction included. */
function refolded(kind: MatterKind, acts: readonly StoredAct[], w: Working, by: Applied): BaseState | null {
  const own: StoredAct[] = w.frames.map((f) => ({
    version: 1,
    frame: f,
    payload: { input: {}, number: f.number, documents: [], files: f.files },
  }));
  const correction: StoredAct = {
    version: 1,
    frame: {
      seq: by.seq,
      type: by.type,
      mode: 'performed',
      legalDate: by.today,
      legalTime: null,
      recordedAt: new Date(by.nowMs).toISOString(),
      actor: by.actor,
    },
    payload: { input: by.input, number: null, documents: [], files: by.files },
  };
  return refold(kind, [...acts, ...own, correction]);
}

/** The legal date of the last effective step after the correction. */
function lastStep(
  kind: MatterKind,
  acts: readonly StoredAct[],
  request: CorrectionRequest,
  input: Readonly<Record<string, Json>>,
): LocalDate | null {
  const steps = effectiveActs(acts).acts.filter(
    (a) => rowOf(kind, a.frame.type)?.does === 'step' && !(request.what.retract && a.frame.seq === request.seq),
  );
  const last = steps.at(-1);
  const on = input['legalDate'];
  return last?.frame.seq === request.seq && typeof on === 'string' ? parseLocalDate(on) : (last?.frame.legalDate ?? null);
}
