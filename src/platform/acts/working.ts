import type { BaseState, LocalDate, MatterKind, Reckoning, Refusal } from '#law';
import type { Client } from '../db.ts';
import type { Working } from './append.ts';
import { CHAIN_START } from './chain.ts';
import { clockNotices } from './clock-notices.ts';
import { cohortOf } from './ids.ts';
import { tableOf } from './kinds.ts';
import type { Loaded, MatterRow } from './load.ts';
import { markDocuments } from './mark-documents.ts';
import type { Platform } from './platform.ts';
import { relabelChildren } from './relabel.ts';
import { noteReportedActs } from './reported-acts.ts';
import { grantToNamed } from './sealed.ts';
import { settle } from './settle.ts';
import type { Batch } from './write.ts';
import { writeOne } from './write-one.ts';

/** Where a matter stands in today's trees. */
export type PlaceInTrees = { readonly id: string; readonly regionOrd: number; readonly lineOrd: number };

export function placeOfBefore(w: Working, homeId: string): PlaceInTrees | null {
  return w.before !== null && w.before.home_id === homeId
    ? { id: homeId, regionOrd: w.before.region_ord, lineOrd: w.before.line_ord }
    : null;
}

/** Settles clocks, tasks and participants by the new state and writes everything that the transaction has gathered; a refusal must undo it all. */
export async function writeWorking(
  client: Client,
  platform: Pick<Platform, 'law' | 'afterAct'>,
  w: Working,
  state: BaseState,
  place: PlaceInTrees,
  today: LocalDate,
  nowMs: number,
  closedBy: string | null,
  remember: Batch['remember'],
): Promise<Refusal | null> {
  const batch = batchOf(platform, w, state, place, today, nowMs, closedBy, remember);
  await writeOne(client, batch);
  if (batch.label === 4) await grantToNamed(client, w, w.kind.sealedTo?.(state) ?? [], nowMs);
  for (const mark of w.marks) await markDocuments(client, w.matterId, mark);
  const { before } = w;
  if (before !== null && (before.label !== batch.label || before.region_ord !== place.regionOrd || before.line_ord !== place.lineOrd)) {
    await relabelChildren(client, w.matterId, w.cohort);
  }
  await noteReportedActs(client, [{ batch, doubted: w.doubted }], nowMs);
  if (platform.afterAct === undefined) return null;
  const { kind, matterId, city, cohort, title, label, acts } = batch;
  return platform.afterAct(client, {
    ...{ kind, matterId, city, cohort, state, title, label, place, acts },
    ...{ profile: w.profile, law: platform.law(), today, nowMs },
  });
}

/**
 * The day as of which periods are looked at. What is reported says how things stood on its own day, and the step that kept
 * the period may be told next: nobody is called late before the sweep finds that it was not.
 */
function asFarAs({ acts }: Working, today: LocalDate): LocalDate {
  const last = acts.at(-1);
  return last?.mode === 'reported' && last.legal_date < today ? last.legal_date : today;
}

/** All rows of one matter as they ought to be after its new acts; pure but for the ids of notices. */
export function batchOf(
  platform: Pick<Platform, 'law'>,
  w: Working,
  state: BaseState,
  place: PlaceInTrees,
  today: LocalDate,
  nowMs: number,
  closedBy: string | null,
  remember: Batch['remember'],
): Batch {
  const { kind, before } = w;
  const settled = settle(kind, state, w.loaded, platform.law(), w.profile, asFarAs(w, today));
  const closed = kind.closed.includes(state.status);
  const lastStepOn = w.lastStepOn ?? today;
  const columns = kind.columns(state);
  return {
    city: w.city,
    cohort: w.cohort,
    matterId: w.matterId,
    kind: kind.kind,
    table: tableOf(kind),
    isNew: before === null,
    status: state.status,
    title: kind.title(state),
    ownNumber: kind.ownNumber?.(state) ?? null,
    state,
    seq: w.seq,
    head: w.head,
    lastStepOn,
    home: place,
    label: kind.label(state),
    openedOn: before?.opened_on ?? w.acts[0]?.legal_date ?? today,
    closedOn: closed ? (before?.closed_on ?? lastStepOn) : null,
    profile: w.profile,
    recordedAt: new Date(nowMs).toISOString(),
    columns,
    keepsColumns: !w.isRewritten && kind.isWatched !== true && before !== null && hasRow(before, place, state, kind, columns),
    acts: w.acts,
    settled,
    documents: w.documents,
    numbers: w.numbers,
    links: w.links,
    outbox: w.outbox,
    notices: [...w.notices, ...clockNotices(w, kind.title(state), settled, today, nowMs)],
    attach: w.attach,
    closedBy,
    remember,
  };
}

/** Whether the row of the kind already says what it ought to say after the acts. */
function hasRow(before: MatterRow, place: PlaceInTrees, state: BaseState, kind: MatterKind, columns: Batch['columns']): boolean {
  const isThere = before.region_ord === place.regionOrd && before.line_ord === place.lineOrd && before.label === kind.label(state);
  return isThere && JSON.stringify(kind.columns(before.state)) === JSON.stringify(columns);
}

export function workingOf(
  kind: Working['kind'],
  matterId: string,
  city: number,
  loaded: Loaded,
  { profile, calendar }: Required<Reckoning>,
  reactsTo: ReadonlySet<string>,
): Working {
  return {
    kind,
    matterId,
    city,
    cohort: cohortOf(matterId),
    before: loaded.matter,
    loaded,
    profile,
    calendar,
    state: loaded.matter?.state ?? null,
    seq: loaded.matter?.seq ?? 0,
    head: loaded.matter === null ? CHAIN_START : Buffer.from(loaded.matter.head, 'hex'),
    lastStepOn: loaded.matter?.last_step_on ?? null,
    acts: [],
    frames: [],
    documents: [],
    numbers: [],
    links: [],
    outbox: [],
    notices: [],
    attach: [],
    marks: [],
    doubted: [],
    reactsTo,
    isRewritten: false,
  };
}
