import { addDays, type LocalDate } from '#law';
import { type Cells, cellsOf, endFrom, type RowProblem, type TableRow } from '#registers/loading';
import { baseOf, type ChangeLine } from './change-lines.ts';
import type { Field } from './differences.ts';
import { type LineDifference, lineDifferences } from './line-differences.ts';
import { LIST_COLUMNS, type ListColumn, type ListUnit, type RowCase } from './list-columns.ts';
import { type PlannedEntry, planLists, type RegisteredEntry } from './load-plan.ts';
import { entryCode } from './load-row.ts';
import { type EntryContent, LIST_LABELS, type ListKind } from './model.ts';

type Row = TableRow<ListColumn>;
export type ChangeCase = RowCase & {
  readonly today: LocalDate;
  readonly list: ListKind;
  readonly unit: Pick<ListUnit, 'id' | 'name'>;
  /** The unit's lines of this list and of its 权责清单, as known now. */
  readonly register: readonly RegisteredEntry[];
  /** What lines bear that name no publication of their own; null: not published yet. */
  readonly publication: { readonly on: LocalDate; readonly place: string } | null;
};
export type ChangePlan = {
  readonly problems: readonly RowProblem[];
  /** Lines that were written against a register that has changed since. */
  readonly stale: readonly number[];
  readonly entries: readonly PlannedEntry[];
  readonly differences: readonly LineDifference[];
  /** Lines that say what the register says already. */
  readonly idle: readonly number[];
  /** Lines that change what held on days before today. */
  readonly backdated: readonly number[];
};

/** What proposed lines of one list of one unit would change, or why they cannot: by the checks of the load, line by line. */
export function planLines(lines: readonly ChangeLine[], c: ChangeCase): ChangePlan {
  const rows = lines.map((line, i) => ({ ...line, row: rowOf(line, i + 1, c) }));
  const set = rows.filter(({ what }) => what === 'set').map(({ row }) => row);
  const own = c.register.filter((entry) => entry.list === c.list);
  const plan = planLists(set, { ...c, register: c.register });
  const problems = [...plan.problems];
  const others = rows.flatMap(({ what, row }) => (what === 'set' ? [] : (ownEntry(what, row, { c, own, problems }) ?? [])));
  const stale = rows.filter(({ base, row }) => base !== null && base !== baseNow(own, c.list, row)).map(({ row }) => row.line);
  problems.push(...twice(rows, c.list), ...stale.map((line) => overtaken(line, rows[line - 1]?.row, own, c.list)));
  const entries = [...plan.entries, ...others];
  const found = entries.flatMap(lineDifferences).sort((a, b) => a.line - b.line);
  const telling = new Set(found.map(({ line }) => line));
  const read = new Set(entries.flatMap((entry) => entry.rows.map(({ line }) => line)));
  return {
    problems: problems.sort((a, b) => a.line - b.line),
    stale,
    entries,
    differences: c.publication === null ? found.map(unpublished) : found,
    idle: [...read].filter((line) => !telling.has(line)),
    backdated: backdatedIn(rows, found, c.today),
  };
}

/** Before its publication a line has no day of it: that the register has one of the content before is no change. */
function unpublished(difference: LineDifference): LineDifference {
  const isOpen = ({ label, after }: Field): boolean => after === '' && (label === '公布日期' || label === '公布位置');
  return difference.what === 'changed' ? { ...difference, fields: difference.fields.filter((field) => !isOpen(field)) } : difference;
}

function rowOf({ what, cells }: ChangeLine, line: number, { list, unit, publication }: ChangeCase): Row {
  const published =
    what !== 'set' || publication === null || (cells.publishedOn ?? '') !== ''
      ? {}
      : { publishedOn: publication.on, publishedAt: cells.publishedAt || publication.place };
  return { line, cells: { ...cells, ...published, list: LIST_LABELS[list], organisation: unit.name } };
}

const keyOf = (list: ListKind, { cells }: Row): string => entryCode(list, cells.code ?? '', cells.certificate ?? '');

function recordsOf(own: readonly RegisteredEntry[], code: string): RegisteredEntry['records'] {
  return own.find((entry) => entry.code === code)?.records ?? [];
}

const baseNow = (own: readonly RegisteredEntry[], list: ListKind, row: Row): string => baseOf(recordsOf(own, keyOf(list, row)));

function overtaken(line: number, row: Row | undefined, own: readonly RegisteredEntry[], list: ListKind): RowProblem {
  const last = row === undefined ? undefined : recordsOf(own, keyOf(list, row)).at(-1);
  const now = last === undefined ? '清单中现在没有这一事项' : `现行的是自${last.from}起的“${last.content.name}”`;
  return {
    ...{ line, column: '事项编码', value: row?.cells.code ?? '' },
    reason: `拟制以后，这一事项已经另有调整（${now}）；请按现行内容重新核对这一行`,
  };
}

/** An end or a day of publication stands alone: two changes of one item in one proposal would hide each other. */
function twice(rows: readonly { readonly what: ChangeLine['what']; readonly row: Row }[], list: ListKind): readonly RowProblem[] {
  const first = new Map<string, (typeof rows)[number]>();
  return rows.flatMap((one) => {
    const { row, what } = one;
    const key = keyOf(list, row);
    const other = first.get(key);
    if (other === undefined) first.set(key, one);
    if (key === '' || other === undefined || (what === 'set' && other.what === 'set')) return [];
    const reason = `与第${other.row.line}行是同一事项，一次调整只能改动一处`;
    return [{ line: row.line, column: '事项编码', value: row.cells.code ?? '', reason }];
  });
}

type Own = { readonly c: ChangeCase; readonly own: readonly RegisteredEntry[]; readonly problems: RowProblem[] };

/** A line about an item that the register has: ended, or told when it was published. */
function ownEntry(what: 'end' | 'date', row: Row, { c, own, problems }: Own): PlannedEntry | null {
  const cells = cellsOf(LIST_COLUMNS, row, problems);
  cells.must('code', 64);
  const code = keyOf(c.list, row);
  const before = recordsOf(own, code);
  if (before.length === 0) {
    if (code !== '') cells.problem('code', `本单位的${LIST_LABELS[c.list]}没有这一编码的事项`);
    return null;
  }
  const at = {
    list: c.list,
    organisationId: c.unit.id,
    code,
    subject: `${LIST_LABELS[c.list]} ${c.unit.name} ${code}`,
    isNew: false,
    before,
  };
  return what === 'end' ? ended(cells, row.line, at) : dated(cells, row.line, at, c.today);
}

type At = Pick<PlannedEntry, 'list' | 'organisationId' | 'code' | 'subject' | 'isNew' | 'before'>;

function ended(cells: Cells<ListColumn>, line: number, at: At): PlannedEntry | null {
  const through = cells.must('through') === '' ? null : cells.day('through');
  if (through === null) return null;
  const day = addDays(through, 1);
  const isThere = at.before.some(({ from, until }) => from <= through && (until === null || through < until));
  const goesOn = at.before.some(({ until }) => until === null || day < until);
  if (!isThere) cells.problem('through', `${through}这一事项没有有效的内容，不能以该日为最后有效日`);
  else if (!goesOn) cells.problem('through', `这一事项原本至${through}为止，没有变化`);
  if (!isThere || !goesOn) return null;
  return withRevision(at, { line, from: day, until: null }, endFrom(at.before, day));
}

function dated(cells: Cells<ListColumn>, line: number, at: At, today: LocalDate): PlannedEntry | null {
  const on = cells.must('publishedOn') === '' ? null : cells.day('publishedOn');
  const from = cells.must('from') === '' ? null : cells.day('from');
  const publishedAt = cells.text('publishedAt', 300);
  const record = at.before.find((one) => one.from === from);
  if (on !== null && on > today) cells.problem('publishedOn', `晚于今日（${today}），尚未公布的不填公布日期`);
  if (from !== null && record === undefined) cells.problem('from', `这一事项没有自${from}起的内容`);
  if (on === null || on > today || record === undefined) return null;
  const content: EntryContent = { ...record.content, publishedOn: on, publishedAt: publishedAt ?? record.content.publishedAt };
  const { until } = record;
  return withRevision(at, { line, from: record.from, until }, { supersede: [record.id], record: [{ from: record.from, until, content }] });
}

function withRevision(at: At, row: PlannedEntry['rows'][number], revision: PlannedEntry['revision']): PlannedEntry {
  const kept = at.before.filter((record) => !revision.supersede.includes(record.id));
  return { ...at, rows: [row], revision, timeline: [...kept, ...revision.record] };
}

/** The day of publication may always be told; everything else that reaches back changes what was lawful then. */
function backdatedIn(
  rows: readonly { readonly what: ChangeLine['what']; readonly row: Row }[],
  found: readonly LineDifference[],
  today: LocalDate,
): readonly number[] {
  return found.filter(({ line, from }) => from < today && rows[line - 1]?.what !== 'date').map(({ line }) => line);
}

/** The same lines, those not yet held against the register with what it says now. `seen`: the record that a line was opened from. */
export function withBases(
  lines: readonly (ChangeLine & { readonly seen?: string | null })[],
  c: Pick<ChangeCase, 'list' | 'register'>,
): readonly ChangeLine[] {
  const byCode = new Map(c.register.filter((entry) => entry.list === c.list).map((entry) => [entry.code, entry.records]));
  return lines.map(({ what, cells, base, seen }) => {
    if (base !== null) return { what, cells, base };
    const records = byCode.get(entryCode(c.list, cells.code ?? '', cells.certificate ?? '')) ?? [];
    const isGone = seen !== undefined && seen !== null && !records.some(({ id }) => id === seen);
    return { what, cells, base: isGone ? seen : baseOf(records) };
  });
}
