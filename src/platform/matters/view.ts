import {
  type BaseState,
  type Citation,
  type DecisionCase,
  decide,
  effectiveActs,
  type FormFields,
  formatCitation,
  isPlatformAct,
  isRefusal,
  LABEL_LABELS,
  type LocalDate,
  type MatterKind,
  PLATFORM_ACTS,
  readClock,
  refold,
  rowOf,
  type StoredAct,
  shanghaiDay,
} from '#law';
import { cohortOf } from '../acts/ids.ts';
import { type Loaded, load, type StoredClock } from '../acts/load.ts';
import type { Platform } from '../acts/perform.ts';
import { asStored, type ProvedAct, readActs } from '../acts/stored-acts.ts';
import { type Client, inTransaction, rows } from '../db.ts';
import { actingPost, isUuid, type Session, sessionPreamble } from '../session.ts';
import { describeFields, namesIn } from './describe.ts';
import { describeCorrection } from './describe-correction.ts';
import { derivationWords } from './words.ts';

export type ViewOptions = { readonly asOf: LocalDate | null; readonly knownOn: LocalDate | null };

/**
 * Everything the page of one matter shows, as the reader may see it; null when there is none in the reader's sight.
 * `asOf`: effective acts with a legal date up to that day. `knownOn`: acts recorded up to that day.
 */
export async function matterView(platform: Platform, session: Session, id: string, options: ViewOptions) {
  if (!isUuid(id)) return null;
  return inTransaction(platform.pool, sessionPreamble(session), async (client) => {
    const [found] = await rows<{ kind: string }>(client, 'select kind from matter where id = $1 and cohort = $2', [id, cohortOf(id)]);
    const kind = found === undefined ? undefined : platform.kinds.get(found.kind);
    if (kind === undefined) return null;
    return viewOf(client, platform, session, kind, id, options);
  });
}

async function viewOf(client: Client, platform: Platform, session: Session, kind: MatterKind, id: string, options: ViewOptions) {
  const today = shanghaiDay(platform.now());
  const actor = actingPost(session);
  const cohort = cohortOf(id);
  const loaded = await load(client, {
    kind: kind.kind,
    matterId: id,
    cohort,
    actor,
    organisations: [],
    persons: [],
    files: [],
    on: today,
    caller: null,
    key: null,
  });
  if (loaded.matter === null) return null;
  const acts = await readActs(client, id, cohort);
  const stored = acts.map(asStored).filter((a) => a !== null);
  const shown = stored.filter((a) => isShown(a, options));
  const past = options.asOf !== null || options.knownOn !== null;
  const state = past ? refold(kind, shown) : loaded.matter.state;
  if (state === null) return null;
  const side = await sideRows(client, id);
  const names = await namesOf(client, loaded, kind, stored);
  const inside = insideOf(session, loaded, kind, state);
  const name = (organisationId: string): string => names.organisations.get(organisationId) ?? '（已撤销的单位）';
  return {
    id,
    kind: kind.kind,
    kindName: kind.name,
    title: kind.title(state),
    status: state.status,
    statusName: kind.statuses[state.status] ?? state.status,
    closed: kind.closed.includes(state.status),
    label: LABEL_LABELS[loaded.matter.label],
    seq: loaded.matter.seq,
    openedOn: loaded.matter.opened_on,
    closedOn: loaded.matter.closed_on,
    past,
    mainLine: mainLine(kind, shown, state),
    timeline: timeline(kind, acts, shown, side.documents, names, inside),
    state: shownState(kind, state, inside),
    parties: kind
      .participants(state)
      .map((p) => ({ organisationId: p.organisationId, name: name(p.organisationId), as: p.as, asName: kind.parties[p.as] ?? p.as })),
    clocks: past ? [] : loaded.clocks.map((c) => clockView(kind, c, today, name)),
    tasks: past
      ? []
      : loaded.tasks.map((t) => ({
          key: t.key,
          title: t.title,
          act: t.act,
          organisationId: t.organisation_id,
          organisationName: name(t.organisation_id),
          roles: t.roles,
          dueOn: t.due_on,
          mine:
            t.organisation_id === session.organisationId &&
            (t.post_id === session.postId || (t.post_id === null && t.roles.includes(session.role))),
        })),
    documents: side.documents,
    files: side.files,
    links: side.links.map((l) => ({ ...l, kindName: platform.kinds.get(l.kind)?.name ?? l.kind })),
    acts: past
      ? []
      : actsOf(kind, {
          state,
          input: null,
          actor,
          legalDate: today,
          today,
          facts: loaded.facts,
          profile: profileOf(platform, loaded),
          calendar: platform.law().calendar,
          participants: loaded.participants,
          lastStepOn: loaded.matter.last_step_on,
          reported: false,
        }),
  };
}

function profileOf(platform: Platform, loaded: Loaded) {
  const profile = loaded.matter === null ? null : platform.law().currentProfile(loaded.matter.city);
  if (profile === null) throw new Error('a matter of a city without a profile');
  return profile;
}

function isShown(act: StoredAct, options: ViewOptions): boolean {
  if (options.knownOn !== null && shanghaiDay(Date.parse(act.frame.recordedAt)) > options.knownOn) return false;
  return options.asOf === null || isPlatformAct(act.frame.type) || act.frame.legalDate <= options.asOf;
}

/** The line on top: statuses that the matter has passed, where it stands, what lies ahead. */
function mainLine(kind: MatterKind, acts: readonly StoredAct[], state: BaseState) {
  const reached = new Set<string>();
  for (let n = 1; n <= acts.length; n += 1) {
    const row = rowOf(kind, acts[n - 1]?.frame.type ?? '');
    if (row !== null && typeof row.to === 'string' && row.to !== 'stays') reached.add(row.to);
  }
  reached.add(state.status);
  const at = kind.mainLine.indexOf(state.status);
  return kind.mainLine.map((status, i) => ({
    status,
    name: kind.statuses[status] ?? status,
    reached: reached.has(status) || (at >= 0 && i < at),
    current: status === state.status,
  }));
}

type Names = Awaited<ReturnType<typeof namesOf>>;

async function namesOf(client: Client, loaded: Loaded, kind: MatterKind, acts: readonly StoredAct[]) {
  const wanted = namesIn(kind, acts);
  const ids = [
    ...wanted.organisations,
    ...loaded.participants.map((p) => p.organisationId),
    ...loaded.tasks.map((t) => t.organisation_id),
    ...loaded.clocks.map((c) => c.bound_id),
    ...acts.flatMap((a) => (a.frame.actor.organisationId === null ? [] : [a.frame.actor.organisationId])),
  ];
  const organisations = await rows<{ organisation_id: string; name: string }>(
    client,
    'select distinct on (organisation_id) organisation_id, name from organisation_record where organisation_id = any($1::uuid[]) and upper_inf(known) order by organisation_id, upper(valid) desc nulls first',
    [[...new Set(ids)]],
  );
  const officers = await rows<{ id: string; name: string }>(client, 'select id, name from officer where id = any($1::uuid[])', [
    wanted.persons,
  ]);
  return {
    organisations: new Map(organisations.map((o) => [o.organisation_id, o.name])),
    officers: new Map(officers.map((o) => [o.id, o.name])),
  };
}

type DocumentRow = {
  id: string;
  kind: string;
  name: string;
  number: string | null;
  state: string;
  issuedOn: LocalDate;
  seq: number;
  verifyCode: string | null;
};
type FileRow = { id: string; name: string; mediaType: string; size: number; seq: number };
type LinkRow = { id: string; kind: string; title: string; status: string; relation: string; mine: boolean };

async function sideRows(client: Client, id: string) {
  const documents = await rows<DocumentRow>(
    client,
    'select id, kind, name, number, state, issued_on as "issuedOn", seq, verify_code as "verifyCode" from document where matter_id = $1 order by seq, kind',
    [id],
  );
  const files = await rows<FileRow>(
    client,
    'select id, name, media_type as "mediaType", size, seq from file where matter_id = $1 order by seq, name',
    [id],
  );
  const links = await rows<LinkRow>(
    client,
    `select m.id, m.kind, m.title, m.status, l.relation, true as mine from matter_link l join matter m on m.id = l.other_id where l.matter_id = $1
     union all select m.id, m.kind, m.title, m.status, l.relation, false from matter_link l join matter m on m.id = l.matter_id where l.other_id = $1`,
    [id],
  );
  return { documents, files, links };
}

function shownState(kind: MatterKind, state: BaseState, inside: (party: string | undefined) => boolean): unknown {
  if (kind.shown !== undefined) return kind.shown(state, inside);
  const home = kind.homeId(state);
  const ofHome = kind.participants(state).filter((p) => p.organisationId === home);
  return ofHome.some((p) => inside(p.as)) ? state : { status: state.status };
}

/** The parties whose internal steps this reader may look into: its own organisation's, and the home's where the reader's range covers it. */
function insideOf(session: Session, loaded: Loaded, kind: MatterKind, state: BaseState): (party: string | undefined) => boolean {
  const { matter } = loaded;
  const covers = (range: { lo: number; hi: number }, ord: number): boolean => ord >= range.lo && ord <= range.hi;
  const coversHome =
    matter !== null && (covers(session.region, matter.region_ord) || covers(session.line, matter.line_ord) || matter.label === 4);
  const home = kind.homeId(state);
  return (party) =>
    party === undefined ||
    kind
      .participants(state)
      .some((p) => p.as === party && (p.organisationId === session.organisationId || (p.organisationId === home && coversHome)));
}

function timeline(
  kind: MatterKind,
  acts: readonly ProvedAct[],
  shown: readonly StoredAct[],
  documents: readonly DocumentRow[],
  names: Names,
  mayLookInside: (party: string | undefined) => boolean,
) {
  const { corrected, retracted, acts: effective } = effectiveActs(shown);
  return shown
    .map((act) => {
      const { frame } = act;
      const row = rowOf(kind, frame.type);
      const open = mayLookInside(innerPartyOf(kind, act, shown));
      const counted = effective.find((e) => e.frame.seq === frame.seq) ?? act;
      return {
        seq: frame.seq,
        type: frame.type,
        label: isPlatformAct(frame.type) ? PLATFORM_ACTS[frame.type] : (row?.label ?? frame.type),
        article: row === null ? null : formatCitation(row.cite),
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
        files: open ? act.payload.files : [],
        corrected: corrected.has(frame.seq),
        retracted: retracted.has(frame.seq),
      };
    })
    .reverse();
}

/** Whose inner business an act is; putting an act right is as much inside as the act itself. */
function innerPartyOf(kind: MatterKind, act: StoredAct, shown: readonly StoredAct[]): string | undefined {
  const target = isPlatformAct(act.frame.type) ? shown.find((one) => one.frame.seq === act.payload.input['seq']) : act;
  return target === undefined ? undefined : rowOf(kind, target.frame.type)?.inside;
}

function fieldsOf(kind: MatterKind, act: StoredAct, counted: StoredAct, shown: readonly StoredAct[], names: Names) {
  if (isPlatformAct(act.frame.type)) return describeCorrection(kind, act, shown, names);
  return describeFields(kind.forms[act.frame.type] ?? {}, counted.payload.input, names);
}

function clockView(kind: MatterKind, c: StoredClock, today: LocalDate, name: (id: string) => string) {
  const clock = kind.clocks.find((b) => b.clock.id === c.clock_id)?.clock;
  const reading = readClock(
    { startedOn: c.started_on, dueOn: c.due_on, provisional: c.provisional },
    clock?.ladder ?? { kind: 'days-before', days: [] },
    today,
    c.stopped_on,
  );
  return {
    id: c.clock_id,
    key: c.key,
    name: clock?.name ?? c.clock_id,
    startsOn: clock?.startsOn ?? '',
    stopsOn: clock?.stopsOn ?? '',
    startedOn: c.started_on,
    dueOn: c.due_on,
    lamp: reading.lamp,
    daysLeft: reading.daysLeft,
    provisional: c.provisional,
    stoppedOn: c.stopped_on,
    breachedOn: c.breached_on,
    breachCorrected: c.breach_corrected,
    boundName: name(c.bound_id),
    derivation: c.derivation,
    article: c.derivation.cite === null ? null : formatCitation(c.derivation.cite),
    profile: { id: c.profile_id, version: c.profile_version },
    words: derivationWords(c.derivation, clock?.startsOn ?? ''),
  };
}

export type ActOffer = {
  readonly act: string;
  readonly label: string;
  readonly does: 'step' | 'entry';
  readonly aside: boolean;
  readonly stepUp: boolean;
  readonly cite: Citation;
  readonly article: string;
  readonly allowed: boolean | 'unknown';
  /** Why not: code and words. */
  readonly refused: string | null;
  readonly reason: string | null;
  readonly form: FormFields;
};

/** Every act of the kind that a person could do, and for this reader whether it is open now and, if not, why. */
export function actsOf(kind: MatterKind, c: DecisionCase): ActOffer[] {
  return Object.keys(kind.lifecycle).flatMap((act) => {
    const row = rowOf(kind, act);
    const opening = row?.from === 'start';
    if (row === null || opening !== (c.state === null) || row.roomOnly === true || row.by.every((may) => !('roles' in may))) return [];
    const answer = decide(kind, row, c);
    return [
      {
        act,
        label: row.label,
        does: row.does,
        aside: row.aside === true,
        stepUp: row.stepUp === true,
        cite: row.cite,
        article: formatCitation(row.cite),
        allowed: answer === null ? true : answer === 'unknown' ? 'unknown' : false,
        refused: isRefusal(answer) ? answer.refused : null,
        reason: isRefusal(answer) ? answer.reason : null,
        form: kind.forms[act] ?? {},
      },
    ];
  });
}
