import type { FindingEventType } from '#law';
import type { Judgement, RuleSummary } from '#law/rules/index';
import type { Queryable } from '../db.ts';
import { type Answers, difference } from './difference.ts';
import { emptyChanges, type Gathering, recordPlanned } from './gathering.ts';
import { type Before, loadBefore, lockPlaces, type MatterKey, type MatterPlace, NOTHING_BEFORE } from './load-standing.ts';
import { EMPTY_PATTERN, mergePattern, type Pattern, patternId } from './pattern.ts';
import { storeChanges } from './store-changes.ts';

export type JudgedMatter = Answers & {
  readonly matterId: string;
  /** Where the matter stands, when the caller has just written it under its own lock; else it is locked and read. */
  readonly place?: MatterPlace;
  /** Opened by this very transaction: nothing has been judged about it by these rules, and nothing needs to be read. */
  readonly isNew?: true;
};

export type FindingsBatch = {
  /** Every rule that was asked: what an opening keeps of it, and its version. */
  readonly rules: readonly RuleSummary[];
  readonly matters: readonly JudgedMatter[];
  readonly nowMs: number;
  /** The load to which the matters belong, for counting what could not be judged in it. */
  readonly batchId?: string;
};

/** How many findings each kind of event has touched; all zero when the answers are as before. */
export type FindingsWritten = Readonly<Record<'opened' | 'reopened' | 'changed' | 'rejudged' | 'cleared', number>>;

/**
 * Brings the findings of the matters in line with what rules have answered: opens, changes, clears, reopens, and notes
 * what could not be judged. Set-based: at most three round trips however many matters (two where places are given, one
 * when nothing changes or the matters are new). The matters must exist; one that the transaction does not see throws.
 */
export async function writeFindings(client: Queryable, batch: FindingsBatch): Promise<FindingsWritten> {
  const places = await placesOf(client, batch.matters);
  const rules = new Map(batch.rules.map((rule) => [rule.id, rule]));
  const before = await standingOf(client, batch.matters, places);
  const patternOf = patternFinder(rules);
  const at = new Date(batch.nowMs).toISOString();
  const changes = emptyChanges();
  const written = { opened: 0, reopened: 0, changed: 0, rejudged: 0, cleared: 0 };
  for (const matter of batch.matters) {
    const place = places.get(matter.matterId);
    if (place === undefined) throw new Error(`matter ${matter.matterId} is not there or not in sight`);
    const stood = before.get(matter.matterId) ?? NOTHING_BEFORE;
    for (const planned of difference(stood.standing, matter, rules)) {
      recordPlanned(changes, planned, place, batch.nowMs, at);
      count(written, planned.body.type);
    }
    notePattern(changes, place, stood.judged, matter, patternOf(stood.judged, matter.judgement), batch);
  }
  if (changes.events.length + changes.judged.length > 0) await storeChanges(client, changes, at);
  return written;
}

/**
 * Those of the matters about which these answers would change anything, read without any lock: whoever only looks again
 * at what is as before holds nobody up.
 */
export async function changedByAnswers<T extends Answers & MatterKey>(
  client: Queryable,
  summaries: readonly RuleSummary[],
  matters: readonly T[],
): Promise<readonly T[]> {
  if (matters.length === 0) return [];
  const rules = new Map(summaries.map((rule) => [rule.id, rule]));
  const before = await loadBefore(client, matters, rulesAnswered(matters));
  const patternOf = patternFinder(rules);
  return matters.filter((matter) => {
    const { standing, judged } = before.get(matter.matterId) ?? NOTHING_BEFORE;
    const isJudged = judged !== null && judged.organisationId === matter.organisationId;
    return !isJudged || judged.patternId !== patternOf(judged, matter.judgement).id || difference(standing, matter, rules).length > 0;
  });
}

async function standingOf(
  client: Queryable,
  matters: readonly JudgedMatter[],
  places: ReadonlyMap<string, MatterPlace>,
): Promise<ReadonlyMap<string, Before>> {
  const known = matters.filter((m) => m.isNew !== true);
  const asked = known.flatMap(({ matterId }) => places.get(matterId) ?? []);
  return asked.length === 0 ? new Map() : loadBefore(client, asked, rulesAnswered(known));
}

/** Findings of rules that have not been asked stay as they are and need not be read. */
function rulesAnswered(matters: readonly Pick<Answers, 'judgement'>[]): readonly string[] {
  const answered = new Set<string>();
  for (const { judgement } of matters) for (const rule of rulesIn(judgement)) answered.add(rule);
  return [...answered];
}

function rulesIn({ clean, doubts, notJudged }: Judgement): readonly string[] {
  return [...clean, ...doubts.map((d) => d.rule.id), ...notJudged.map((n) => n.rule)];
}

type NamedPattern = { readonly id: string; readonly pattern: Pattern };

/** Thousands of matters share a few patterns: each is merged and named once. */
function patternFinder(rules: ReadonlyMap<string, RuleSummary>): (judged: Before['judged'], judgement: Judgement) => NamedPattern {
  const known = new Map<string, NamedPattern>();
  return (judged, judgement) => {
    const lacks = judgement.notJudged.map((n) => `${n.rule} ${n.missing}`);
    const key = [judged?.patternId ?? '', ...rulesIn(judgement), '|', ...lacks].join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const pattern = mergePattern(judged?.pattern ?? EMPTY_PATTERN, judgement, rules);
    const named = { id: patternId(pattern), pattern };
    known.set(key, named);
    return named;
  };
}

async function placesOf(client: Queryable, matters: readonly JudgedMatter[]): Promise<ReadonlyMap<string, MatterPlace>> {
  const known = matters.map((m) => m.place).filter((p) => p !== undefined);
  const unknown = matters.filter((m) => m.place === undefined).map((m) => m.matterId);
  const read = unknown.length === 0 ? [] : await lockPlaces(client, unknown);
  return new Map([...known, ...read].map((p) => [p.matterId, p]));
}

function count(written: { -readonly [K in keyof FindingsWritten]: number }, type: FindingEventType): void {
  if (type === 'opened' || type === 'reopened' || type === 'changed' || type === 'rejudged' || type === 'cleared') written[type] += 1;
}

function notePattern(
  changes: Gathering,
  place: MatterPlace,
  judged: Before['judged'],
  matter: JudgedMatter,
  { id, pattern }: NamedPattern,
  batch: FindingsBatch,
): void {
  const batchId = batch.batchId ?? null;
  const isSame = judged !== null && judged.patternId === id && judged.organisationId === matter.organisationId;
  if (isSame && (batchId === null || judged.batchId === batchId)) return;
  changes.judged.push({ place, pattern: id, organisationId: matter.organisationId, batchId });
  if (judged?.patternId !== id) changes.patterns.set(id, pattern);
}
