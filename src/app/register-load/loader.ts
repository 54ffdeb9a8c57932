import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type LocalDate, type Refusal } from '#law';
import type { Queryable } from '#platform/db';
import type { Columns, Days, Period, Recorded, Revision, RowProblem } from '#registers/loading';
import type { LoadWarning } from '#registers/organisations';
import type { Table } from './read-table.ts';

/** One line of the preview: what a row of the file changes. */
export type Change = {
  readonly line: number;
  readonly what: 'added' | 'changed' | 'ended';
  readonly subject: string;
  readonly from: LocalDate;
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};
export type Counts = { readonly added: number; readonly changed: number; readonly ended: number; readonly unchanged: number };

export type LoadedBy = { readonly actId: string; readonly at: string; readonly today: LocalDate };
export type LoadContext = { readonly city: number; readonly today: LocalDate; readonly matterTables: readonly string[] };

/** A file held against the register of this moment; nothing is written yet. */
export type Prepared = {
  readonly problems: readonly RowProblem[];
  /** What may be loaded and yet has consequences that whoever confirms must know. */
  readonly warnings?: readonly LoadWarning[];
  readonly changes: readonly Change[];
  readonly counts: Counts;
  readonly records: number;
  readonly supersedes: number;
  /** Digest of what would be written: the same file against a register that has changed gives another one. */
  readonly basis: string;
  readonly carryOut: (client: Queryable, by: LoadedBy) => Promise<Refusal | null>;
};

export type Loader = {
  readonly columns: Columns;
  /** The table that holds the records. */
  readonly table: string;
  readonly prepare: (client: Queryable, table: Table, context: LoadContext) => Promise<Prepared>;
};

/** What all three registers plan by: periods of one unit, certificate or law. */
export type PlannedItem<T> = {
  readonly subject: string;
  readonly isNew: boolean;
  readonly rows: readonly (Days & { readonly line: number })[];
  readonly before: readonly Recorded<T>[];
  readonly revision: Revision<T>;
  readonly timeline: readonly Period<T>[];
};

/** The preview's figures and lines. `words` turns a content into what people compare. */
export function summary<T extends Json>(
  items: readonly PlannedItem<T>[],
  words: (content: T) => Readonly<Record<string, string>>,
): Pick<Prepared, 'changes' | 'counts' | 'records' | 'supersedes' | 'basis'> {
  const counts = { added: 0, changed: 0, ended: 0, unchanged: 0 };
  const changes: Change[] = [];
  for (const item of items) {
    const what = whatOf(item);
    counts[what] += 1;
    if (what !== 'unchanged') changes.push(...item.rows.flatMap((row) => changeOf(item, row, what, words)));
  }
  const revisions = items.map((i) => ({ subject: i.subject, supersede: [...i.revision.supersede], record: i.revision.record }));
  return {
    counts,
    changes: changes.sort((a, b) => a.line - b.line),
    records: items.reduce((n, i) => n + i.revision.record.length, 0),
    supersedes: items.reduce((n, i) => n + i.revision.supersede.length, 0),
    basis: createHash('sha256')
      .update(canonicalJson(revisions as unknown as Json))
      .digest('hex'),
  };
}

function whatOf<T>({ isNew, revision, before, timeline }: PlannedItem<T>): keyof Counts {
  if (revision.record.length === 0 && revision.supersede.length === 0) return 'unchanged';
  if (isNew) return 'added';
  const open = (list: readonly Days[]) => list.some((p) => p.until === null);
  return open(before) && !open(timeline) ? 'ended' : 'changed';
}

function changeOf<T extends Json>(
  item: PlannedItem<T>,
  row: Days & { readonly line: number },
  what: Change['what'],
  words: (content: T) => Readonly<Record<string, string>>,
): readonly Change[] {
  const on = (list: readonly Period<T>[]) => list.find((p) => row.from >= p.from && (p.until === null || row.from < p.until))?.content;
  const [was, is] = [on(item.before), on(item.timeline)];
  const [before, after] = [was === undefined ? {} : words(was), is === undefined ? {} : words(is)];
  const labels = Object.keys(after).filter((label) => (before[label] ?? '') !== (after[label] ?? ''));
  const fields = labels.map((label) => ({ label, before: before[label] ?? '', after: after[label] ?? '' }));
  return [{ line: row.line, what, subject: item.subject, from: row.from, fields }];
}
