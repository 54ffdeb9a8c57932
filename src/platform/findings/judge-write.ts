import type { FindingEventType } from '#law';
import type { RuleSummary } from '#law/rules/index';
import type { Queryable } from '../db.ts';
import { type Answers, difference } from './difference.ts';
import { emptyChanges, type Gathering, recordPlanned } from './gathering.ts';
import { type Before, loadBefore, lockPlaces, type MatterPlace, NOTHING_BEFORE } from './load-standing.ts';
import { EMPTY_PATTERN, mergePattern, type Pattern, patternId } from './pattern.ts';
import { storeChanges } from './store-changes.ts';

export type JudgedMatter = Answers & {
  readonly matterId: string;
  /** Where the matter stands, when the caller has just written it under its own lock; else it is locked and read. */
  readonly place?: MatterPlace;
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
 * when nothing changes). The matters must exist; one that the transaction does not see throws.
 */
export async function writeFindings(client: Queryable, batch: FindingsBatch): Promise<FindingsWritten> {
  const places = await placesOf(client, batch.matters);
  const before = await loadBefore(client, [...places.values()]);
  const rules = new Map(batch.rules.map((rule) => [rule.id, rule]));
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
    notePattern(changes, place, stood.judged, matter, mergePattern(stood.judged?.pattern ?? EMPTY_PATTERN, matter.judgement, rules), batch);
  }
  if (changes.events.length + changes.judged.length > 0) await storeChanges(client, changes, at);
  return written;
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
  pattern: Pattern,
  batch: FindingsBatch,
): void {
  const id = patternId(pattern);
  const batchId = batch.batchId ?? null;
  const isSame = judged !== null && judged.patternId === id && judged.organisationId === matter.organisationId;
  if (isSame && (batchId === null || judged.batchId === batchId)) return;
  changes.judged.push({ place, pattern: id, organisationId: matter.organisationId, batchId });
  if (judged?.patternId !== id) changes.patterns.set(id, pattern);
}
