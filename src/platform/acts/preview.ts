import {
  type BaseState,
  type DecisionCase,
  decide,
  formatCitation,
  isRefusal,
  type LocalDate,
  markedParties,
  type PartyDetails,
  parseLocalDate,
  type Refusal,
  type RegisterFacts,
  refuse,
  rowOf,
  shanghaiDay,
} from '#law';
import { type Client, inTransaction, PLAN_ONCE } from '../db.ts';
import { type HeldParty, holdParties, refOf } from '../parties/hold.ts';
import { readParties } from '../parties/store.ts';
import { actingPost, isUuid, type Session, sessionPreamble } from '../session.ts';
import { citationFacts } from './citations.ts';
import { draftInput } from './draft-input.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { cohortOf, newId } from './ids.ts';
import { type Loaded, load } from './load.ts';
import { lostFiles } from './lost-files.ts';
import { namedMatters } from './named-matters.ts';
import { neededFacts } from './needed-facts.ts';
import type { InputProblem } from './parse-input.ts';
import type { Platform } from './platform.ts';
import { NOTHING_PRINTED, type Printed, type PrintJob, printedBy, printsOf, withStandIns } from './preview-documents.ts';
import { workingOf } from './working.ts';

export type PreviewRequest = {
  readonly by: Session;
  readonly kind: string;
  readonly act: string;
  /** null: the act opens a matter. */
  readonly matterId: string | null;
  readonly input: unknown;
  /** The legal date of an entry about an earlier day. */
  readonly legalDate?: string;
  readonly reported?: boolean;
};

export type PreviewAnswer =
  | (Printed & {
      readonly ok: true;
      readonly on: LocalDate;
      readonly missing: readonly InputProblem[];
      /** Why the act would be refused as it is written now. */
      readonly refusal: Refusal | null;
      /** The label of the choice without which there is no document to show. */
      readonly undecided: string | null;
      /** Parties whose marks stand in the documents, as far as the reader may read them in whole; never sent as such. */
      readonly parties: ReadonlyMap<string, PartyDetails>;
    })
  | { readonly ok: false; readonly error: 'absent' }
  | { readonly ok: false; readonly error: 'refused'; readonly refusal: Refusal };

/**
 * What an act would print as far as it has been written: the same loading, the same decision and the same folds as
 * `perform`, in a transaction that may only read and is rolled back. No lock is taken and no number given.
 */
export async function previewAct(platform: Platform, request: PreviewRequest): Promise<PreviewAnswer> {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  const form = kind?.forms[request.act];
  if (kind === undefined || row === null || form === undefined || row.roomOnly === true || printsOf(kind, request.act) === null)
    return { ok: false, error: 'absent' };
  if ((request.matterId === null) !== (row.from === 'start') || (request.matterId !== null && !isUuid(request.matterId)))
    return { ok: false, error: 'absent' };
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const read = draftInput(form, request.input, today);
  const { input, held } = holdParties(form, read.value, (details) => refOf(NO_KEYS, newId(nowMs), details));
  const draft = { ...read, value: input };
  const at = { nowMs, today, on: dayOf(request, today) };
  const job: Job = { platform, request, kind, act: request.act, row, draft, held, actor: actingPost(request.by), ...at };
  let answer: PreviewAnswer = { ok: false, error: 'absent' };
  await inTransaction(platform.pool, `set transaction read only; ${sessionPreamble(request.by, nowMs)} ${PLAN_ONCE}`, async (client) => {
    answer = await looked(client, job);
    return refuse('preview', null, '');
  });
  return answer;
}

type Job = PrintJob & { readonly platform: Platform; readonly request: PreviewRequest; readonly held: readonly HeldParty[] };

/** Nothing of a preview is kept: its references need no marks. */
const NO_KEYS = { mark: () => Buffer.alloc(32) };

/** A day that is none, or lies ahead, is told by the act itself; the page is then shown as of today. */
function dayOf(request: PreviewRequest, today: LocalDate): LocalDate {
  const day = request.legalDate === undefined ? null : parseLocalDate(request.legalDate);
  return day === null || day > today ? today : day;
}

async function looked(client: Client, job: Job): Promise<PreviewAnswer> {
  const { platform, request, kind, draft, actor } = job;
  const matterId = request.matterId ?? newId(job.nowMs);
  const loaded = await loadFor(client, job, matterId);
  if (request.matterId !== null && loaded.matter === null) return { ok: false, error: 'absent' };
  const linked = await namedMatters(client, platform.kinds, request.matterId, draft.named.matters);
  const city = loaded.matter?.city ?? request.by.city;
  const law = platform.law();
  const profile = law.currentProfile(city);
  if (profile === null) return { ok: false, error: 'refused', refusal: refuse('no-profile', null, '本市尚未载入规则参数') };
  const working = workingOf(kind, matterId, city, loaded, { profile, calendar: law.calendar }, new Set());
  if (loaded.matter !== null) letClocksTakeEffect(working, law, job.today, job.nowMs);
  const needs = job.row.needs?.(working.state, draft.value as never, actor) ?? [];
  const known = { registers: loaded.facts, matters: linked.facts, held: job.held };
  const needed = await neededFacts(client, { platform, by: request.by, matterId: request.matterId, needs, on: job.on, ...known });
  const cited = await citationFacts(client, platform, kind, job.row, { state: working.state, input: draft.value }, job.on);
  const facts = withStandIns({ ...needed, ...cited }, draft);
  const decision: DecisionCase = {
    ...{ state: working.state, input: null, actor, legalDate: job.on, today: job.today, facts, profile },
    ...{ calendar: law.calendar, participants: loaded.participants, lastStepOn: working.lastStepOn },
    reported: request.reported === true,
  };
  const closed = decide(kind, job.row, decision);
  if (isRefusal(closed)) return { ok: false, error: 'refused', refusal: closed };
  const lost = lostFiles(kind.forms[job.act] ?? {}, draft.value, loaded.files);
  const missing = [...draft.problems, ...(linked.problem === null ? [] : [linked.problem]), ...lost];
  const refusal =
    missing.length > 0 ? null : (seriesRefusal(job, working.state, facts) ?? decide(kind, job.row, { ...decision, input: draft.value }));
  const told = { on: job.on, missing, refusal: isRefusal(refusal) ? refusal : null, undecided: draft.undecided?.label ?? null };
  const printed = draft.undecided !== null ? NOTHING_PRINTED : await printedBy(client, job, working, loaded, facts, missing.length > 0);
  const parties = await partiesPrinted(client, job, printed, facts);
  return { ok: true, ...told, ...printed, parties };
}

/** Those typed in the form, and those of the matter. */
async function partiesPrinted(
  client: Client,
  job: Job,
  printed: Printed,
  facts: RegisterFacts,
): Promise<ReadonlyMap<string, PartyDetails>> {
  const known = facts.parties ?? new Map<string, PartyDetails>();
  const more = markedParties(printed.documents.map((d) => d.facts)).filter((id) => !known.has(id));
  const { sealing } = job.platform;
  if (more.length === 0 || sealing === undefined || job.request.matterId === null) return known;
  return new Map([...known, ...(await readParties(client, sealing, job.request.matterId, more))]);
}

function loadFor(client: Client, job: Job, matterId: string): Promise<Loaded> {
  const { kind, request, draft, on, actor } = job;
  const { organisations, persons, files } = draft.named;
  return load(client, {
    ...{ kind: kind.kind, matterId: request.matterId, cohort: cohortOf(matterId), actor, organisations, persons, files, on },
    ...{ caller: null, key: null, pool: job.platform.pool, how: 'look' },
  });
}

/** As the act itself says it, where its issuer has no series to number in. */
function seriesRefusal({ row, draft }: Job, state: BaseState | null, facts: RegisterFacts): Refusal | null {
  const wanted = row.number?.(state, draft.value as never) ?? null;
  if (wanted === null || facts.organisations.get(wanted.issuerId)?.documentPrefix != null) return null;
  return refuse('no-series', row.cite, `发文机关未登记机关代字，不能编号（依据${formatCitation(row.cite)}）`);
}
