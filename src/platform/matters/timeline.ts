import { type BaseState, effectiveActs, formatCitation, isPlatformAct, type MatterKind, PLATFORM_ACTS, rowOf, type StoredAct } from '#law';
import type { Loaded, StoredClock } from '../acts/load.ts';
import type { ProvedAct } from '../acts/stored-acts.ts';
import type { Session } from '../session.ts';
import { innerPartyOfClock } from './clock-view.ts';
import { describeFields } from './describe.ts';
import { describeCorrection, describeSuccession } from './describe-correction.ts';
import type { DocumentRow, Names } from './side-rows.ts';

/**
 * The line on top: statuses that the matter has passed, where it stands, what lies ahead. A status that is not on the
 * line (拟办, 逾期未处理) stands behind the last one passed, so that the line always says where the matter is.
 */
export function mainLine(kind: MatterKind, acts: readonly StoredAct[], state: BaseState) {
  const passed = new Set(acts.flatMap(({ frame }) => statusesPassed(kind, frame.type)));
  const at = kind.mainLine.indexOf(state.status);
  const furthest = at >= 0 ? at : kind.mainLine.findLastIndex((status) => passed.has(status));
  const step = (status: string, reached: boolean) => ({
    status,
    name: kind.statuses[status] ?? status,
    reached,
    current: status === state.status,
  });
  const line = kind.mainLine.map((status, i) => step(status, i <= furthest || passed.has(status)));
  const next = (kind.ahead?.(state) ?? []).map((status) => step(status, false));
  if (at >= 0) return [...line.slice(0, furthest + 1), ...next, ...line.slice(furthest + 1)];
  const ahead = reachable(kind, state);
  const rest = line.slice(furthest + 1).filter(({ status, reached }) => reached || ahead.has(status));
  return [...line.slice(0, furthest + 1), step(state.status, true), ...next, ...rest];
}

/** Where steps may still lead from a status beside the main line, as the matter stands. */
function reachable(kind: MatterKind, state: BaseState): ReadonlySet<string> {
  const found = new Set([state.status]);
  // A set grows while it is walked.
  for (const status of found) {
    for (const act of Object.keys(kind.lifecycle)) {
      const row = rowOf(kind, act);
      if (row === null || row.does !== 'step' || row.from === 'start' || !row.from.includes(status)) continue;
      const to = typeof row.to === 'function' ? row.to(state) : row.to;
      if (to !== 'stays') found.add(to);
    }
  }
  return found;
}

/** What a step proves: the status it leads to, and the one it must have come from where only one is possible. */
function statusesPassed(kind: MatterKind, type: string): readonly string[] {
  const row = rowOf(kind, type);
  if (row === null || row.does !== 'step' || row.aside === true) return [];
  const from = row.from === 'start' ? [] : row.from.filter((status) => kind.mainLine.includes(status));
  const to = typeof row.to === 'string' && row.to !== 'stays' ? [row.to] : [];
  return from.length === 1 ? [...from, ...to] : to;
}

/** What of the state this reader is shown: the room says, or everything to the home's side and the status to others. */
export function shownState(kind: MatterKind, state: BaseState, inside: (party: string | undefined) => boolean): unknown {
  if (kind.shown !== undefined) return kind.shown(state, inside);
  const home = kind.homeId(state);
  const ofHome = kind.participants(state).filter((p) => p.organisationId === home);
  return ofHome.some((p) => inside(p.as)) ? state : { status: state.status };
}

/** The parties whose internal steps this reader may look into: its own organisation's, and the home's where the reader's range covers it. */
export function insideOf(session: Session, loaded: Loaded, kind: MatterKind, state: BaseState): (party: string | undefined) => boolean {
  const homeCovered = coversHome(session, loaded);
  const home = kind.homeId(state);
  return (party) =>
    party === undefined ||
    kind
      .participants(state)
      .some((p) => p.as === party && (p.organisationId === session.organisationId || (p.organisationId === home && homeCovered)));
}

/** Whoever reads only as a party reads no day on which it was not yet one: what was a draft then stays the drafter's. */
export function tookPartThen(session: Session, loaded: Loaded, kind: MatterKind, state: BaseState): boolean {
  const own = session.organisationId;
  const onlyAsParty = loaded.participants.some((p) => p.organisationId === own) && !coversHome(session, loaded);
  return !onlyAsParty || kind.participants(state).some((p) => p.organisationId === own);
}

/** Which periods of the matter this reader is told of; the lists ask the same of the database (toldClock). */
export function isTold(session: Session, loaded: Loaded, kind: MatterKind): (clock: StoredClock) => boolean {
  const homeCovered = coversHome(session, loaded);
  return (clock) => innerPartyOfClock(kind, clock.clock_id) === undefined || clock.bound_id === session.organisationId || homeCovered;
}

function coversHome(session: Session, { matter }: Loaded): boolean {
  const covers = (range: { lo: number; hi: number }, ord: number): boolean => ord >= range.lo && ord <= range.hi;
  return matter !== null && (covers(session.region, matter.region_ord) || covers(session.line, matter.line_ord) || matter.label === 4);
}

/** Papers and files of the matter that the reader is told of. */
type Told = { readonly documents: readonly DocumentRow[]; readonly files: readonly { readonly id: string }[] };

/**
 * The acts, newest first. Of another house's inner steps only those are told on which a document went out to the reader:
 * that it was signed, without names and opinions. What else was done indoors has not left the house (adr/0010).
 */
export function timeline(
  kind: MatterKind,
  acts: readonly ProvedAct[],
  shown: readonly StoredAct[],
  { documents, files }: Told,
  names: Names,
  mayLookInside: (party: string | undefined) => boolean,
) {
  const { corrected, retracted, acts: effective } = effectiveActs(shown);
  const isOpen = (act: StoredAct): boolean => mayLookInside(innerPartyOf(kind, act, shown));
  return shown
    .filter((act) => isOpen(act) || documents.some((d) => d.seq === act.frame.seq))
    .map((act) => {
      const { frame } = act;
      const row = rowOf(kind, frame.type);
      const open = isOpen(act);
      const counted = effective.find((e) => e.frame.seq === frame.seq) ?? act;
      return {
        seq: frame.seq,
        type: frame.type,
        label: isPlatformAct(frame.type) ? PLATFORM_ACTS[frame.type] : (row?.label ?? frame.type),
        article: row === null ? null : formatCitation(row.cite),
        cite: row?.cite ?? null,
        legalDate: counted.frame.legalDate,
        legalTime: frame.legalTime,
        recordedAt: frame.recordedAt,
        mode: frame.mode,
        source: acts.find((a) => a.seq === frame.seq)?.source ?? null,
        actor: {
          name: open ? frame.actor.name : '',
          organisationId: frame.actor.organisationId,
          organisation: frame.actor.organisationId === null ? null : (names.organisations.get(frame.actor.organisationId) ?? null),
        },
        number: act.payload.number?.text ?? null,
        input: frame.mode === 'system' || !open ? null : counted.payload.input,
        fields: open ? fieldsOf(kind, act, counted, shown, names) : [],
        documents: documents.filter((d) => d.seq === frame.seq),
        files: open ? filesOf(kind, act, files, corrected.has(frame.seq) || retracted.has(frame.seq)) : [],
        corrected: corrected.has(frame.seq),
        retracted: retracted.has(frame.seq),
        doubts: open ? (counted.payload.doubts ?? []).map((d) => d.reason) : [],
      };
    })
    .reverse();
}

type ShownFile = StoredAct['payload']['files'][number] & { readonly covered?: true };

/** What the act attached, as far as the reader is told; a copy put right is no covered copy any more. */
function filesOf(kind: MatterKind, { frame, payload }: StoredAct, told: Told['files'], changed: boolean): readonly ShownFile[] {
  const covers = rowOf(kind, frame.type)?.coversFiles === true && !changed;
  const mine = payload.files.filter((f) => told.some(({ id }) => id === f.id));
  return covers ? mine.map((f) => ({ ...f, covered: true })) : mine;
}

/** Whose inner business an act is; putting an act right is as much inside as the act itself. */
function innerPartyOf(kind: MatterKind, act: StoredAct, shown: readonly StoredAct[]): string | undefined {
  const target = isPlatformAct(act.frame.type) ? shown.find((one) => one.frame.seq === act.payload.input['seq']) : act;
  return target === undefined ? undefined : rowOf(kind, target.frame.type)?.inside;
}

function fieldsOf(kind: MatterKind, act: StoredAct, counted: StoredAct, shown: readonly StoredAct[], names: Names) {
  if (act.frame.type === 'platform.succeed') return describeSuccession(act);
  if (isPlatformAct(act.frame.type)) return describeCorrection(kind, act, shown, names);
  return describeFields(kind.forms[act.frame.type] ?? {}, counted.payload.input, names);
}
