import { createHash } from 'node:crypto';
import {
  type ActFrame,
  type ActingPost,
  addDays,
  type BaseState,
  canonicalJson,
  checkCitations,
  type DecisionCase,
  type DocumentIssue,
  decide,
  deriveDue,
  doubtsOf,
  foldAct,
  formatDocumentNumber,
  type GuardDoubt,
  type Json,
  type LawCalendar,
  type LocalDate,
  lawDoubts,
  localDate,
  type MatterFact,
  type MatterKind,
  type PartyDetails,
  type PartyRef,
  type Profile,
  parseLocalDate,
  type Refusal,
  type RegisterFacts,
  rowOf,
  SHIPPED_LAWS,
  type StatutoryClock,
  type StoredAct,
  type TaskNeed,
  termsOf,
  withPartyWords,
} from '#law';
import { namedIn, parseInput } from '#platform/acts/parse-input';
import { holdParties, partiesIn, refOf } from '#platform/parties/hold';

/** Where a pure test of a kind takes place: registers, parameters and calendar, without any database. */
export type Stage = { readonly facts: RegisterFacts; readonly profile: Profile; readonly calendar: LawCalendar };

export type Due = { readonly clock: string; readonly key: string; readonly dueOn: LocalDate | null; readonly stoppedOn: LocalDate | null };

/**
 * One matter played through with the very functions of the pipeline (parse, decide, fold), as sentences:
 * `rehearse(KIND, STAGE, '2026-09-01').does(supervisor, 'draft', {...}).on('2026-09-02').does(…)`. Never changes: each
 * step answers the next.
 */
export type Rehearsal = {
  readonly state: BaseState;
  readonly today: LocalDate;
  readonly issued: readonly DocumentIssue[];
  /** Acts so far, the platform's own included. */
  readonly acts: readonly string[];
  /** The same acts as the platform would store them. */
  readonly stored: readonly StoredAct[];
  readonly says: string;
  /** Another day: due clocks of the days between take effect first. */
  on(day: string): Rehearsal;
  does(actor: ActingPost, act: string, input?: Readonly<Record<string, Json>>): Rehearsal;
  /** What happened elsewhere on a day, entered today. */
  reports(actor: ActingPost, act: string, input: Readonly<Record<string, Json>>, day: string): Rehearsal;
  /** The refusal, null where the act is lawful. */
  tries(
    actor: ActingPost,
    act: string,
    input?: Readonly<Record<string, Json>>,
    more?: { readonly reported?: boolean; readonly on?: string },
  ): Refusal | null | 'unknown';
  /** Whether the act is open to the person at all, before anything is typed. */
  offers(actor: ActingPost, act: string, reported?: boolean): Refusal | null | 'unknown';
  tasks(): readonly TaskNeed[];
  clocks(): readonly Due[];
  /** Other matters as they have become in the meantime. */
  knowing(matters: ReadonlyMap<string, MatterFact>): Rehearsal;
  /** The city's parameters from here on. */
  under(profile: Profile): Rehearsal;
  /** What only the platform writes into the state: renderings of documents. */
  withState(change: (state: BaseState) => BaseState): Rehearsal;
};

type Scene = {
  readonly kind: MatterKind;
  readonly stage: Stage;
  readonly state: BaseState | null;
  readonly today: LocalDate;
  readonly lastStepOn: LocalDate | null;
  readonly issued: readonly DocumentIssue[];
  /** The same by the ids under which the state knows them. */
  readonly papers: ReadonlyMap<string, DocumentIssue>;
  readonly acts: readonly string[];
  readonly stored: readonly StoredAct[];
  readonly says: string;
};

export function rehearse(kind: MatterKind, stage: Stage, day: string): Rehearsal {
  const nothing = { issued: [], papers: new Map(), acts: [], stored: [], says: '' };
  return rehearsal({ kind, stage, state: null, today: localDate(day), lastStepOn: null, ...nothing });
}

function rehearsal(scene: Scene): Rehearsal {
  return {
    get state() {
      if (scene.state === null) throw new Error('not opened yet');
      return scene.state;
    },
    today: scene.today,
    issued: scene.issued,
    acts: scene.acts,
    stored: scene.stored,
    says: scene.says,
    on: (day) => rehearsal(letDaysPass({ ...scene, today: localDate(day) })),
    does: (actor, act, input = {}) => {
      const refusal = judge(scene, actor, act, input, false, scene.today);
      if (refusal !== null) throw new Error(`${act}: ${JSON.stringify(refusal)}`);
      return rehearsal(append(scene, actor, act, parsed(scene, act, input), scene.today));
    },
    reports: (actor, act, input, day) => {
      const on = localDate(day);
      const refusal = judge(scene, actor, act, input, true, on);
      if (refusal !== null) throw new Error(`${act}: ${JSON.stringify(refusal)}`);
      const value = parsed(scene, act, input);
      return rehearsal(append(scene, actor, act, value, on, doubtsOf(reportedDoubts(scene, actor, act, value, on))));
    },
    tries: (actor, act, input = {}, more = {}) =>
      judge(scene, actor, act, input, more.reported === true, more.on === undefined ? scene.today : localDate(more.on)),
    offers: (actor, act, reported = false) => {
      const row = rowOf(scene.kind, act);
      if (row === null) throw new Error(`no act ${act}`);
      return decide(scene.kind, row, { ...decisionCase(scene, actor, act, {}, reported, scene.today), input: null });
    },
    tasks: () => (scene.state === null ? [] : scene.kind.tasks(scene.state, scene.stage.profile)),
    clocks: () => dues(scene).map(({ clock, key, dueOn, stoppedOn }) => ({ clock: clock.id, key, dueOn, stoppedOn })),
    knowing: (matters) => rehearsal({ ...scene, stage: { ...scene.stage, facts: { ...scene.stage.facts, matters } } }),
    under: (profile) => rehearsal({ ...scene, stage: { ...scene.stage, profile } }),
    withState: (change) => rehearsal({ ...scene, state: scene.state === null ? null : change(scene.state) }),
  };
}

function parsed(scene: Scene, act: string, input: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const form = scene.kind.forms[act];
  if (form === undefined) throw new Error(`no act ${act}`);
  const parties = new Map(partiesIn(form, input).map((ref) => [ref.id, ref]));
  const answer = parseInput(form, input, { today: scene.today, parties });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return holdParties(form, answer.value, rehearsedParty).input;
}

/** Parties as typed in this run, by the id of their reference. */
const TYPED = new Map<string, PartyDetails>();

/** Facts of documents as they are drawn, with the parties of rehearsals filled in. */
export function drawn<T>(facts: T): T {
  return withPartyWords(facts, TYPED, '');
}

/** The same party typed twice has one reference: a rehearsal asks before it acts. */
function rehearsedParty(details: PartyDetails): PartyRef {
  const digest = createHash('sha256').update(canonicalJson(details)).digest('hex');
  const id = `00000000-0000-7000-8000-${digest.slice(0, 12)}`;
  TYPED.set(id, details);
  return refOf({ mark: (text) => createHash('sha256').update(text).digest() }, id, details);
}

function judge(
  scene: Scene,
  actor: ActingPost,
  act: string,
  input: Readonly<Record<string, Json>>,
  reported: boolean,
  on: LocalDate,
): Refusal | null | 'unknown' {
  const row = rowOf(scene.kind, act);
  if (row === null) throw new Error(`no act ${act}`);
  const value = parsed(scene, act, input);
  return decide(scene.kind, row, decisionCase(scene, actor, act, value, reported, on));
}

function decisionCase(
  scene: Scene,
  actor: ActingPost,
  act: string,
  input: Readonly<Record<string, Json>>,
  reported: boolean,
  on: LocalDate,
): DecisionCase {
  return {
    ...scene.stage,
    facts: { ...loadedFacts(scene, actor, act, input), ...citationFacts(scene, act, input, on) },
    state: scene.state,
    input,
    actor,
    legalDate: on,
    today: scene.today,
    participants: scene.state === null ? [] : scene.kind.participants(scene.state),
    lastStepOn: scene.lastStepOn,
    reported,
  };
}

/** The conditions of law that a reported act misses, as the pipeline finds them. */
function reportedDoubts(
  scene: Scene,
  actor: ActingPost,
  act: string,
  input: Readonly<Record<string, Json>>,
  on: LocalDate,
): readonly GuardDoubt[] {
  const row = rowOf(scene.kind, act);
  const doubts = row === null ? 'unknown' : lawDoubts(row, decisionCase(scene, actor, act, input, true, on));
  if (doubts === 'unknown') throw new Error(`${act}: a guard lacks a register fact`);
  return doubts;
}

function append(
  scene: Scene,
  actor: ActingPost,
  act: string,
  input: Readonly<Record<string, Json>>,
  on: LocalDate,
  doubts?: Pick<ActFrame, 'doubts'>,
): Scene {
  const { kind, stage, state } = scene;
  const row = rowOf(kind, act);
  if (row === null) throw new Error(`no act ${act}`);
  const seq = scene.acts.length + 1;
  const wanted = row.number?.(state, input as never) ?? null;
  const prefix = wanted === null ? null : stage.facts.organisations.get(wanted.issuerId)?.documentPrefix;
  const year = Number(on.slice(0, 4));
  const bare: ActFrame = {
    seq,
    type: act,
    mode: actor.role === 'system' ? 'system' : doubts === undefined ? 'performed' : 'reported',
    legalDate: on,
    legalTime: null,
    recordedAt: `${scene.today}T01:00:00.000Z`,
    actor,
    number:
      wanted === null
        ? null
        : { year, serial: seq, text: formatDocumentNumber({ prefix: prefix ?? '', series: wanted.series, year, serial: seq }) },
    documents: {},
    files: [{ id: `file-${seq}`, name: '扫描件.pdf', sha256: 'f'.repeat(64), size: 1 }],
    ...doubts,
  };
  const first = foldAct(kind, state, input, bare);
  if (first === null) throw new Error(`no fold for ${act}`);
  const facts = loadedFacts(scene, actor, act, input);
  const issues = row.issues?.(first, input as never, bare, facts, stage) ?? [];
  const nameless = issues.find((i) => JSON.stringify(i.facts).includes('登记信息缺失'));
  if (nameless !== undefined) throw new Error(`${act}: ${nameless.name} names a unit whose facts the act does not ask for`);
  const frame = { ...bare, documents: Object.fromEntries(issues.map((i) => [i.kind, `${i.kind}/${seq}`])) };
  const folded = foldAct(kind, state, input, frame);
  if (folded === null) throw new Error(`no fold for ${act}`);
  return {
    ...scene,
    state: folded,
    lastStepOn: row.does === 'step' ? on : scene.lastStepOn,
    issued: [...scene.issued, ...issues],
    papers: new Map([...scene.papers, ...issues.map((i) => [`${i.kind}/${seq}`, i] as const)]),
    acts: [...scene.acts, act],
    stored: [...scene.stored, storedAct(kind, input, frame)],
    says: row.says(folded, frame),
  };
}

function storedAct(kind: MatterKind, input: Readonly<Record<string, Json>>, { number, documents, files, ...frame }: ActFrame): StoredAct {
  const papers = Object.entries(documents).map(([paper, id]) => ({
    id,
    kind: paper,
    template: '',
    templateVersion: 1,
    facts: {},
    verifyCode: null,
  }));
  return { version: kind.versions?.[frame.type] ?? 1, frame, payload: { input, number, documents: papers, files } };
}

/**
 * The register facts that the pipeline would have loaded, no more: of the actor, the parties, what the input names and
 * what the act declares it needs, each with its neighbours. A document that lacks a name here would lack it there.
 */
function loadedFacts(scene: Scene, actor: ActingPost, act: string, input: Readonly<Record<string, Json>>): RegisterFacts {
  const { kind, state } = scene;
  const all = scene.stage.facts;
  const named = namedIn(kind.forms[act] ?? {}, input);
  const needs = rowOf(kind, act)?.needs?.(state, input as never, actor) ?? [];
  const needed = (register: string): string[] => needs.filter((n) => n.register === register).map((n) => n.key);
  const parties = state === null ? [] : kind.participants(state).map((p) => p.organisationId);
  const near = [actor.organisationId, ...parties, ...named.organisations, ...needed('organisation')].flatMap((id) => {
    const o = all.organisations.get(id ?? '');
    return o === undefined ? [] : [o.id, o.bureauId, o.lineSuperiorId, o.answersThroughId, o.superiorId];
  });
  const officers = [actor.officerId, ...named.persons, ...needed('certificates')];
  const typed = [...partiesIn(kind.forms[act] ?? {}, input).map(({ id }) => id), ...needed('party')];
  return {
    parties: only(TYPED, typed),
    items: new Map(needed('power-item').map((key) => [key, all.items?.get(key) ?? null])),
    catalogues: new Map(needed('review-catalogue').map((key) => [key, all.catalogues?.get(key) ?? null])),
    ...(needed('earlier').length === 0 ? {} : { earlier: new Map(needed('earlier').map((mark) => [mark, all.earlier?.get(mark) ?? []])) }),
    documents: new Map(needed('document').map((key) => [key, scene.papers.get(key) ?? null])),
    violations: new Map(needed('benchmarks-under').map((key) => [key, all.violations?.get(key) ?? []])),
    itemBenchmarks: new Map(needed('benchmarks-of-item').map((key) => [key, all.itemBenchmarks?.get(key) ?? []])),
    benchmarks: new Map(needed('benchmark').map((key) => [key, all.benchmarks?.get(key) ?? []])),
    organisations: only(all.organisations, near),
    certificates: only(all.certificates, officers),
    matters: only(all.matters ?? new Map<string, MatterFact>(), [...named.matters.map((n) => n.id), ...needed('matter')]),
  };
}

/** What is known of these, each looked up: all parties ever typed are many, and every act is asked about more than once. */
function only<Known>(all: ReadonlyMap<string, Known>, ids: readonly (string | null)[]): ReadonlyMap<string, Known> {
  return new Map(
    ids.flatMap((id) => {
      const known = id === null ? undefined : all.get(id);
      return id === null || known === undefined ? [] : [[id, known] as const];
    }),
  );
}

/** Looked up as the pipeline does, against what ships. */
function citationFacts(
  { kind, state }: Scene,
  act: string,
  input: Readonly<Record<string, Json>>,
  on: LocalDate,
): Pick<RegisterFacts, 'citations'> {
  const row = rowOf(kind, act);
  if (row?.checksCitations !== true || state === null) return {};
  return { citations: checkCitations(row.citesTyped?.(state, input as never) ?? kind.citesIn?.(state) ?? [], SHIPPED_LAWS, on) };
}

const PLATFORM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };

function letDaysPass(scene: Scene): Scene {
  const due = dues(scene).find((d) => isOverdue(d, scene));
  if (due?.dueOn == null || due.act === undefined) return scene;
  const overdueOn = addDays(due.dueOn, 1);
  const on = scene.lastStepOn !== null && scene.lastStepOn > overdueOn ? scene.lastStepOn : overdueOn;
  return letDaysPass(append(scene, PLATFORM, due.act, {}, on));
}

type RunningClock = Omit<Due, 'clock'> & {
  readonly clock: StatutoryClock;
  readonly provisional: boolean;
  readonly act: string | undefined;
};

function isOverdue(due: RunningClock, scene: Scene): boolean {
  if (due.act === undefined || due.stoppedOn !== null || due.provisional || due.dueOn === null || due.dueOn >= scene.today) return false;
  const row = rowOf(scene.kind, due.act);
  return row !== null && row.from !== 'start' && scene.state !== null && row.from.includes(scene.state.status);
}

function dues({ kind, stage, state }: Scene): readonly RunningClock[] {
  if (state === null) return [];
  return kind.clocks.flatMap((binding) =>
    binding.runs(state, stage).flatMap((run) => {
      const terms = termsOf(stage.profile, binding.clock.obligation, run.startedOn);
      const due = terms === null ? null : deriveDue(terms, run.startedOn, stage.calendar, stage.profile.rollOn, run.issuerDate ?? null);
      if (due === null) return [];
      const { dueOn, provisional } = due;
      return [{ clock: binding.clock, key: run.key, dueOn, stoppedOn: run.stoppedOn, provisional, act: binding.onOverdue }];
    }),
  );
}

/** A calendar of 2026 that knows only the days given: `{ '2026-10-01': '国庆节' }` off, `{ '2026-10-10': '调休' }` worked. */
export function testCalendar(off: Readonly<Record<string, string>>, worked: readonly string[] = []): LawCalendar {
  const notice = new Map<LocalDate, { name: string; off: boolean }>();
  for (const [day, name] of Object.entries(off)) notice.set(parseLocalDate(day) ?? localDate(day), { name, off: true });
  for (const day of worked) notice.set(localDate(day), { name: '调休', off: false });
  return { loadedYears: new Set([2025, 2026]), notice };
}
