import { type ActingPost, addDays, type Citation, INSTRUMENTS, type Json, type MatterKind, rowOf } from '#law';
import { keepActs } from './keep-acts.ts';
import type { Rehearsal } from './rehearsal.ts';

type Input = Readonly<Record<string, Json>>;

/** What a search through a lifecycle needs to know of a kind: who there is, what they would type, what differs. */
export type Playground = {
  readonly kind: MatterKind;
  readonly cast: readonly ActingPost[];
  /** Inputs worth trying for an act on this day; `[{}]` where it asks for nothing; none to leave the act out. */
  inputs(act: string, at: Rehearsal): readonly Input[];
  /** What tells two situations apart as far as the lifecycle looks. */
  situation(at: Rehearsal): string;
  /** What the platform does by itself after every act (rendering). */
  settled(at: Rehearsal): Rehearsal;
  /** Days by which time may jump; the walk stays before `until`. */
  readonly days: number;
  readonly until: string;
};

export type Graph = { readonly seen: ReadonlyMap<string, Rehearsal>; readonly edges: ReadonlyMap<string, ReadonlySet<string>> };

const MOST = 6000;

/** Everything that anybody may lawfully do now, and time going by. */
export function onward(p: Playground, at: Rehearsal): readonly Rehearsal[] {
  const later = addDays(at.today, p.days);
  const acts = Object.keys(p.kind.lifecycle).flatMap((act) => {
    const row = rowOf(p.kind, act);
    if (row === null || row.from === 'start' || !row.from.includes(at.state.status)) return [];
    return p.inputs(act, at).flatMap((input) => {
      const by = p.cast.find((person) => at.tries(person, act, input) === null);
      return by === undefined ? [] : [p.settled(at.does(by, act, input))];
    });
  });
  return later < p.until ? [...acts, at.on(later)] : acts;
}

export function explore(p: Playground, start: Rehearsal): Graph {
  const seen = new Map([[p.situation(start), start]]);
  const edges = new Map<string, Set<string>>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.size > MOST) throw new Error(`more than ${MOST} situations: tell fewer apart`);
    const out = new Set<string>();
    edges.set(p.situation(at), out);
    for (const to of onward(p, at)) {
      const key = p.situation(to);
      out.add(key);
      if (seen.has(key)) continue;
      seen.set(key, to);
      queue.push(to);
    }
  }
  keepActs(p.kind, [...seen.values()]);
  return { seen, edges };
}

export const isOpen = (kind: MatterKind, at: Rehearsal): boolean => !kind.closed.includes(at.state.status);

/** Situations from which no end can be reached: a lifecycle has none. */
export function deadEnds({ kind }: Playground, { seen, edges }: Graph): readonly string[] {
  const good = new Set([...seen].filter(([, at]) => !isOpen(kind, at)).map(([key]) => key));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [key, out] of edges) {
      if (good.has(key) || ![...out].some((next) => good.has(next))) continue;
      good.add(key);
      grown = true;
    }
  }
  return [...seen.keys()].filter((key) => !good.has(key));
}

/** What is wrong with the tasks of a situation: none while it is open, some after its end, or none that anybody can do. */
export function taskFault(p: Playground, at: Rehearsal): string | null {
  const tasks = at.tasks();
  if (!isOpen(p.kind, at)) return tasks.length === 0 ? null : '已办结仍有待办';
  if (tasks.length === 0) return `没有待办：${p.situation(at)}`;
  const misplaced = tasks.find(({ act }) => !(rowOf(p.kind, act)?.from ?? []).includes(at.state.status));
  if (misplaced !== undefined) return `待办${misplaced.act}不在本状态：${p.situation(at)}`;
  const doable = tasks.some((task) =>
    p.cast.some(
      (person) =>
        person.organisationId === task.organisationId &&
        person.role !== 'system' &&
        task.roles.includes(person.role) &&
        p.inputs(task.act, at).some((input) => at.tries(person, task.act, input) === null),
    ),
  );
  return doable ? null : `待办无人能办：${p.situation(at)}`;
}

/** Citations of a kind's rows and guards whose article does not exist. */
export function missingArticles(kind: MatterKind): readonly string[] {
  return Object.entries(kind.lifecycle).flatMap(([act, row]) => {
    const cites: Citation[] = [row.cite, ...(row.guards ?? []).map((g) => g.cite), ...(row.inputGuards ?? []).map((g) => g.cite)];
    return cites.filter((c) => !exists(c)).map((c) => `${act}: ${c.instrument} ${c.article}`);
  });
}

function exists({ instrument, article }: Citation): boolean {
  const { articles } = INSTRUMENTS[instrument];
  return article === null || articles === null || (article >= 1 && article <= articles);
}

/** Values that a check constraint of a migration lists for a column. */
export function listedIn(sql: string, column: string): string[] {
  return [...(new RegExp(`${column} in \\(([^;]*?)\\)(?:,|\\)| )`).exec(sql)?.[1] ?? '').matchAll(/'([^']+)'/g)].map((m) => m[1] ?? '');
}
