import {
  type ActingPost,
  addDays,
  type BaseState,
  type CertificateFact,
  isRefusal,
  type Json,
  type LocalDate,
  type MatterFact,
  type MatterKind,
  type OrganisationFact,
  ROLE_LABELS,
  type Role,
  rowOf,
} from '#law';
import { namedIn } from '#platform/acts/parse-input';
import type { KeptMatter } from './keep-acts.ts';
import { altered, type Dice, dice, madeUp, type Nameable } from './made-up-inputs.ts';
import { type Rehearsal, rehearse, type Stage } from './rehearsal.ts';
import { idOf } from './rehearsal-city.ts';

type Input = Readonly<Record<string, Json>>;
type Tried = {
  readonly act: string;
  readonly actor: ActingPost;
  readonly day: LocalDate;
  readonly reported: boolean;
  readonly input: Input;
};

export const PLATFORM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };
const ROLES = Object.keys(ROLE_LABELS) as Role[];
/** Enough persons of one post for everything that another must do. */
const PEOPLE = ['甲', '乙', '丙', '丁'];

/** Where one kind of matter is wandered through: the stage, and matters of it that were lawful once. */
export type Wood = {
  readonly kind: MatterKind;
  readonly stage: Stage;
  readonly kept: readonly (readonly Tried[])[];
  /** Posts by organisation and role. */
  readonly posts: ReadonlyMap<string, readonly ActingPost[]>;
  /** How often each act has been done in all walks so far: rare ones are tried first. */
  readonly done: Map<string, number>;
  readonly reached: Set<string>;
};

/** `kinds`: every kind, because inputs name matters of other kinds. */
export function woodOf(kind: MatterKind, kinds: readonly MatterKind[], stage: Stage, matters: readonly KeptMatter[]): Wood {
  const kept = matters.map(({ acts }) =>
    acts.map(({ frame, payload }) => ({
      act: frame.type,
      actor: frame.actor,
      day: frame.legalDate,
      reported: frame.mode === 'reported',
      input: payload.input as Input,
    })),
  );
  const { organisations } = stage.facts;
  const posts = [...organisations.values()].flatMap((o) => ROLES.flatMap((role) => PEOPLE.map((name) => personIn(o, role, name))));
  const known = new Map(kept.flat().map(({ actor }) => [actor.postId, actor]));
  const named = [...posts, ...known.values()].flatMap(({ officerId, role }) =>
    officerId === null || role === 'machine' ? [] : [officerId],
  );
  const officers = new Set([...named, ...kept.flat().flatMap(({ input }) => idsIn(input))]);
  const certificates = new Map([...officers].map((id) => [id, certificatesOf(id, organisations.keys().next().value ?? '')]));
  const matterFacts = new Map(namedMatters(kind, kinds, kept.flat(), [...organisations.keys()]).map((m) => [m.id, m]));
  // No list and no benchmark names what is made up here.
  const facts = { organisations, certificates, matters: matterFacts, items: new Map(), benchmarks: new Map() };
  return { kind, kept, posts: byPlace([...posts, ...known.values()]), stage: { ...stage, facts }, done: new Map(), reached: new Set() };
}

function idsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return /^[0-9a-f]{8}-/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => idsIn(one as Json));
}

function certificatesOf(officerId: string, organisationId: string): readonly CertificateFact[] {
  return (['supervision', 'enforcement'] as const).map((kind) => {
    const recordId = `certificate/${kind}/${officerId}`;
    return { recordId, officerId, officerName: '持证人', organisationId, kind, number: '15080000001', status: 'valid', validThrough: null };
  });
}

const TYPES = [null, 'inquiry', 'notice', 'notification', 'opinion', 'decision'];
const MATTERS_OF_KIND = 60;

/** Other matters that inputs may name: of every kind, status, type and home, issued and about everybody. */
function namedMatters(
  kind: MatterKind,
  kinds: readonly MatterKind[],
  kept: readonly Tried[],
  homes: readonly string[],
): readonly MatterFact[] {
  const about = homes;
  const fact = (of: MatterKind, id: string, i: number): MatterFact => ({
    id,
    kind: of.kind,
    status: Object.keys(of.statuses)[i % Object.keys(of.statuses).length] ?? '',
    homeId: homes[i % homes.length] ?? '',
    followsThis: true,
    type: TYPES[i % TYPES.length] ?? null,
    about,
    isIssued: true,
  });
  const made = kinds.flatMap((of) => Array.from({ length: MATTERS_OF_KIND }, (_, i) => fact(of, idOf(`${of.kind}/${i}`), i)));
  const named = kept.flatMap(({ act, actor, input }) =>
    namedIn(kind.forms[act] ?? {}, input).matters.flatMap(({ id, kinds: [first] }) => {
      const of = kinds.find((k) => k.kind === first);
      return of === undefined ? [] : [{ ...fact(of, id, 0), homeId: actor.organisationId ?? '', status: of.closed[0] ?? '' }];
    }),
  );
  return [...made, ...named];
}

function personIn(o: OrganisationFact, role: Role, name: string): ActingPost {
  const key = `${o.id}/${role}/${name}`;
  return { postId: `post/${key}`, accountId: `account/${key}`, officerId: idOf(key), name, role, organisationId: o.id };
}

function byPlace(posts: readonly ActingPost[]): ReadonlyMap<string, readonly ActingPost[]> {
  const places = new Map<string, ActingPost[]>();
  for (const post of posts) {
    const place = `${post.organisationId} ${post.role}`;
    places.set(place, [...(places.get(place) ?? []), post]);
  }
  return places;
}

/** Everybody who may do an act by office, whatever its conditions say. */
function mayDo({ kind, posts, stage }: Wood, act: string, at: Rehearsal | null): readonly ActingPost[] {
  const participants = at === null ? [] : kind.participants(at.state);
  return (rowOf(kind, act)?.by ?? []).flatMap((may) => {
    if (!('roles' in may)) return [PLATFORM];
    const units =
      may.as === 'opener'
        ? [...stage.facts.organisations.keys()]
        : participants.flatMap((p) => (p.as === may.as ? [p.organisationId] : []));
    return units.flatMap((unit) => may.roles.flatMap((role) => posts.get(`${unit} ${role}`) ?? []));
  });
}

/** A matter that was lawful once, played again up to some act of it; null: there is none. */
export function somewhere(wood: Wood, today: string, seed: number): Rehearsal | null {
  const d = dice(seed);
  if (wood.kept.length === 0) return null;
  const matter = d.pick(wood.kept);
  const upTo = d.pick(matter.map((_, i) => i + 1));
  let at: Rehearsal | null = null;
  for (const { act, actor, day, reported, input } of matter.slice(0, upTo)) {
    const from: Rehearsal = at === null ? rehearse(wood.kind, wood.stage, day) : at.today < day ? settled(at.on(day)) : at;
    if (actor.role === 'system' && from.acts.at(-1) === act) continue;
    if (!isLawful(from, actor, act, input, reported)) break;
    at = did(wood, from, actor, act, input, reported);
  }
  return at ?? step(wood, null, today, seed);
}

function did(wood: Wood, from: Rehearsal, by: ActingPost, act: string, input: Input, reported: boolean): Rehearsal {
  const to = settled(reported ? from.reports(by, act, input, from.today) : from.does(by, act, input));
  for (const one of to.acts.slice(from.acts.length)) wood.done.set(one, (wood.done.get(one) ?? 0) + 1);
  wood.reached.add(to.state.status);
  return to;
}

/** The situation after one lawful act, of which `seed` decides which; null: nothing lawful was found. */
export function step(wood: Wood, at: Rehearsal | null, today: string, seed: number): Rehearsal | null {
  const d = dice(seed);
  const { kind } = wood;
  if (at !== null && d.chance(0.15)) return passed(wood, at, addDays(at.today, d.pick([1, 10, 31, 100, 400])));
  const open = Object.keys(kind.lifecycle).filter((act) => {
    const from = rowOf(kind, act)?.from;
    return at === null ? from === 'start' : from !== 'start' && from?.includes(at.state.status) === true;
  });
  for (let i = 0; open.length > 0 && i < 6; i += 1) {
    const act = d.chance(0.5) ? d.pick(open) : rarest(wood, open);
    const tried = attempt(wood, act, at, today, d);
    if (tried !== null) return tried;
  }
  return null;
}

/** Time goes by; what the platform does when a period ends counts as done. */
function passed(wood: Wood, at: Rehearsal, day: string): Rehearsal {
  const to = settled(at.on(day));
  for (const one of to.acts.slice(at.acts.length)) wood.done.set(one, (wood.done.get(one) ?? 0) + 1);
  wood.reached.add(to.state.status);
  return to;
}

function rarest({ done }: Wood, acts: readonly string[]): string {
  return acts.toSorted((a, b) => (done.get(a) ?? 0) - (done.get(b) ?? 0))[0] ?? '';
}

function attempt(wood: Wood, act: string, at: Rehearsal | null, today: string, d: Dice): Rehearsal | null {
  const { kind, stage } = wood;
  const from = at ?? rehearse(kind, stage, today);
  const fields = kind.forms[act];
  const people = mayDo(wood, act, at);
  if (fields === undefined || people.length === 0) return null;
  for (let i = 0; i < 4; i += 1) {
    const known = wood.kept.flatMap((acts) => acts.filter((k) => k.act === act));
    const example = known.length > 0 && d.chance(0.8) ? d.pick(known) : null;
    const by = example !== null && (at === null || d.chance(0.3)) ? example.actor : d.pick(people);
    const world = nameable(wood, from, by);
    const input = example === null ? madeUp(fields, world, d) : d.chance(0.5) ? example.input : altered(fields, example.input, world, d);
    const reported = rowOf(kind, act)?.reportedBy !== undefined && d.chance(0.5);
    if (!isLawful(from, by, act, input, reported)) continue;
    return did(wood, from, by, act, input, reported);
  }
  return null;
}

function nameable({ stage }: Wood, at: Rehearsal, by: ActingPost): Nameable {
  const { organisations, certificates, matters } = stage.facts;
  const own = organisations.get(by.organisationId ?? '');
  const near = [own?.id, own?.bureauId, own?.superiorId, own?.answersThroughId, own?.lineSuperiorId].filter((id) => typeof id === 'string');
  const below = [...organisations.values()].filter((o) => o.superiorId === own?.id || o.bureauId === own?.id).map((o) => o.id);
  const all = [...organisations.keys()];
  return {
    today: at.today,
    near: near.length + below.length === 0 ? all : [...near, ...below],
    organisations: all,
    officers: [...certificates.keys()],
    mattersOf: (kinds) => [...(matters?.values() ?? [])].filter((m) => kinds.includes(m.kind)).map((m) => m.id),
  };
}

/** An input that the form does not take is no act; anything else that throws is a fault of the kind. */
function isLawful(at: Rehearsal, by: ActingPost, act: string, input: Input, reported: boolean): boolean {
  try {
    return at.tries(by, act, input, { reported }) === null;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('[{"path"')) return false;
    throw error;
  }
}

/** What the platform does by itself after every act: documents are rendered and sealed. */
function settled(at: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  const ids = at.stored.flatMap(({ payload }) => payload.documents.map((document) => document.id));
  return at.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

export const isOpen = (kind: MatterKind, { state }: Rehearsal): boolean => !kind.closed.includes(state.status);

/** What is wrong with a situation, whatever led to it. */
export function faultsOf(wood: Wood, at: Rehearsal): readonly string[] {
  const { kind } = wood;
  const { status } = at.state;
  const tasks = at.tasks();
  const running = at.clocks().filter((c) => c.stoppedOn === null);
  if (!isOpen(kind, at)) {
    return [
      ...(tasks.length > 0 ? [`${status}：已办结仍有待办${tasks.map((t) => t.act).join()}`] : []),
      ...running.map((c) => `${status}：已办结仍有期限${c.clock}在走`),
    ];
  }
  if (tasks.length === 0) return [`${status}：没有待办`];
  const misplaced = tasks.filter(({ act }) => !(rowOf(kind, act)?.from ?? []).includes(status));
  const others = tasks.map((t) => t.act).join();
  const isMoving = running.some((c) => effectOf(kind, c.clock, status));
  const home = kind.homeId(at.state);
  const isServed = at.acts.some((act) => rowOf(kind, act)?.documents === 'served');
  const isWaiting = isServed && tasks.every((t) => t.organisationId !== home) && !isMoving && !canAct(wood, at, home, 'step');
  return [
    ...misplaced.map((t) => `${status}：待办${t.act}在本状态不能办`),
    ...(tasks.some((t) => canAct(wood, at, t.organisationId)) ? [] : [`${status}：待办${others}无人能办`]),
    ...(isWaiting ? [`${status}：等候${others}，没有到期有效果的期限，本机关也无事可办`] : []),
  ];
}

function effectOf(kind: MatterKind, clock: string, status: string): boolean {
  return kind.clocks.some(
    (b) => b.clock.id === clock && b.onOverdue !== undefined && (rowOf(kind, b.onOverdue)?.from ?? []).includes(status),
  );
}

/** Whether somebody of an organisation may do something now, as far as conditions on the matter go. `does`: only such acts. */
function canAct(wood: Wood, at: Rehearsal, organisationId: string, does: 'step' | null = null): boolean {
  return Object.entries(wood.kind.lifecycle).some(([act, row]) => {
    if ((does !== null && row.does !== does) || row.from === 'start' || !row.from.includes(at.state.status)) return false;
    const people = mayDo(wood, act, at).filter((post) => post.organisationId === organisationId);
    const isOpen = (post: ActingPost, reported: boolean) => !isRefusal(at.offers(post, act, reported));
    return people.some((post) => isOpen(post, false) || (row.reportedBy !== undefined && isOpen(post, true)));
  });
}
