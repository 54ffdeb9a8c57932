import { type Days, overlaps, type Period, type Recorded, type Revision, type RowProblem, revise, type TableRow } from '#registers/loading';
import { type ListColumn, type ReadEntry, type RowCase, readEntry } from './load-row.ts';
import { type EntryContent, type EntryKey, entryKeyText, LIST_LABELS } from './model.ts';

export type RegisteredEntry = EntryKey & { readonly records: readonly Recorded<EntryContent>[] };
export type PlannedEntry = EntryKey & {
  readonly subject: string;
  readonly isNew: boolean;
  readonly rows: readonly (Days & { readonly line: number })[];
  readonly before: readonly Recorded<EntryContent>[];
  readonly revision: Revision<EntryContent>;
  readonly timeline: readonly Period<EntryContent>[];
};
export type ListPlan = { readonly problems: readonly RowProblem[]; readonly entries: readonly PlannedEntry[] };

/** What a file of list lines would change, or why it cannot (细则 8(3)(9)(10)(13), 19¶2). Nothing is loaded while one row is wrong. */
export function planLists(rows: readonly TableRow<ListColumn>[], c: RowCase & { readonly register: readonly RegisteredEntry[] }): ListPlan {
  const problems: RowProblem[] = [];
  const groups = new Map<string, ReadEntry[]>();
  for (const row of rows) {
    const read = readEntry(row, c, problems);
    if (read === null) continue;
    const key = entryKeyText(read);
    const lines = groups.get(key) ?? [];
    const clash = lines.find((other) => overlaps(other, read));
    if (clash !== undefined) problems.push(overlapping(read, clash));
    lines.push(read);
    groups.set(key, lines);
  }
  const known = new Map(c.register.map((entry) => [entryKeyText(entry), entry]));
  const entries = [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [planned(first, [first, ...rest], known.get(key)?.records ?? [])],
  );
  return { problems: problems.sort((a, b) => a.line - b.line), entries };
}

function overlapping(read: ReadEntry, clash: ReadEntry): RowProblem {
  const open = clash.until === null ? `（第${clash.line}行没有失效日）` : '';
  return { line: read.line, column: '生效日', value: read.from, reason: `与第${clash.line}行同一清单、单位、编码的有效期重叠${open}` };
}

function planned(first: ReadEntry, lines: readonly ReadEntry[], before: readonly Recorded<EntryContent>[]): PlannedEntry {
  const revision = revise(
    before,
    lines.map(({ from, until, content }) => ({ from, until, content })),
  );
  const kept = before.filter((record) => !revision.supersede.includes(record.id));
  return {
    list: first.list,
    organisationId: first.organisationId,
    code: first.code,
    subject: `${LIST_LABELS[first.list]} ${first.unitName} ${first.code}`,
    isNew: before.length === 0,
    rows: lines,
    before,
    revision,
    timeline: [...kept, ...revision.record],
  };
}
