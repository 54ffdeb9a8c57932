import { type Days, overlaps, type Period, type Recorded, type Revision, type RowProblem, revise, type TableRow } from '#registers/loading';
import type { ListColumn, RowCase } from './list-columns.ts';
import { type ReadEntry, readEntry } from './load-row.ts';
import { dutyItem, type EntryContent, type EntryKey, entryKeyText, LIST_LABELS } from './model.ts';

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
  const entries: readonly PlannedEntry[] = [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [planned(first, [first, ...rest], known.get(key)?.records ?? [])],
  );
  problems.push(...dutiesWithoutItem(entries, c.register));
  return { problems: problems.sort((a, b) => a.line - b.line), entries };
}

/** 岗位职责分解 names items that the unit's 权责清单 holds on the first day of the duty, as known or by this very file. */
function dutiesWithoutItem(entries: readonly PlannedEntry[], register: readonly RegisteredEntry[]): readonly RowProblem[] {
  const items = new Map<string, readonly Days[]>();
  for (const entry of register) if (entry.list === 'power') items.set(entryKeyText(entry), entry.records);
  for (const entry of entries) if (entry.list === 'power') items.set(entryKeyText(entry), entry.timeline);
  return entries
    .filter((entry) => entry.list === 'post-duty')
    .flatMap(({ organisationId, code, rows }) => {
      const item = dutyItem(code);
      const listed = items.get(entryKeyText({ list: 'power', organisationId, code: item })) ?? [];
      return rows
        .filter(({ from }) => !listed.some((days) => days.from <= from && (days.until === null || from < days.until)))
        .map(({ line, from }) => ({
          ...{ line, column: '事项编码', value: item },
          reason: `本单位权责清单${from}没有这个事项（《实施细则》第八条第三项）`,
        }));
    });
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
