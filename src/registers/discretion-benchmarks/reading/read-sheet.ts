import { addDays, type LocalDate } from '#law';
import type { BenchmarkContent } from '#law/discretion/benchmark';
import { type BenchmarkProblem, benchmarkProblems } from '#law/discretion/check';
import { isSameItem } from '#law/discretion/choosing';
import { cellsOf, type RowProblem, type TableRow } from '#registers/loading';
import { type HeadWords, SHEET_COLUMNS, type SheetColumn, type TierWords } from './benchmark-sheet.ts';
import { readContent } from './read-content.ts';

/** One benchmark of a file: its lines are its tiers. */
export type SheetBenchmark = {
  /** Line of the first tier. */
  readonly line: number;
  readonly violation: string;
  readonly content: BenchmarkContent;
  readonly documentNumber: string;
  readonly publishedOn: LocalDate;
  readonly place: string;
  readonly from: LocalDate;
  readonly lastDay: LocalDate | null;
  /** What the law would refuse; entered as it was published it becomes a finding. */
  readonly law: readonly BenchmarkProblem[];
};
export type SheetRead = { readonly benchmarks: readonly SheetBenchmark[]; readonly problems: readonly RowProblem[] };

type Row = TableRow<SheetColumn>;
/** What stands for the whole benchmark: written on its first line, on the others left empty or said again. */
const OF_THE_WHOLE = [
  ...(['itemCode', 'breach', 'penalty', 'lawKinds', 'lawFine', 'factors'] as const),
  ...(['documentNumber', 'publishedOn', 'place', 'from', 'lastDay'] as const),
] as const;

/** Each benchmark is an act of its own. */
const MOST = 500;
const TOO_MANY: RowProblem = { line: 0, column: '', value: '', reason: `文件中的基准超过${MOST}个，一次至多载入${MOST}个，请分成几个文件` };

/**
 * Reads lines into benchmarks: a line without a 违法行为 goes on with the one above. Everything wrong is said by line at once;
 * of a file with too many nothing more is read, for each line is compared with every benchmark before it.
 */
export function readSheet(rows: readonly Row[]): SheetRead {
  const problems: RowProblem[] = [];
  const groups: Row[][] = [];
  for (const row of rows) {
    if (groups.length > MOST) break;
    const group = groups.findLast((g) => isSame(g[0], row)) ?? (row.cells.violation === undefined ? groups.at(-1) : undefined);
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  if (groups.length > MOST) return { benchmarks: [], problems: [TOO_MANY] };
  const read = groups.flatMap((group) => benchmarkOf(group, problems));
  problems.push(...overlaps(read));
  return { benchmarks: read, problems: problems.sort((a, b) => a.line - b.line) };
}

/** The same 违法行为 for the same item under the same 罚则 from the same day by the same paper. */
function isSame(first: Row | undefined, { cells }: Row): boolean {
  if (first === undefined || cells.violation === undefined || cells.violation !== first.cells.violation) return false;
  return (['itemCode', 'penalty', 'documentNumber', 'from'] as const).every(
    (key) => cells[key] === undefined || cells[key] === first.cells[key],
  );
}

function benchmarkOf(group: readonly Row[], problems: RowProblem[]): readonly SheetBenchmark[] {
  const [first] = group;
  if (first === undefined) return [];
  const before = problems.length;
  for (const row of group.slice(1)) problems.push(...contradictions(first, row));
  const cells = cellsOf(SHEET_COLUMNS, first, problems);
  const violation = cells.must('violation', 300);
  const documentNumber = cells.must('documentNumber', 100);
  const place = cells.must('place', 200);
  const days = { publishedOn: dayOf(cells, 'publishedOn'), from: dayOf(cells, 'from'), lastDay: cells.day('lastDay') };
  if (days.lastDay !== null && days.from !== null && days.lastDay < days.from) cells.problem('lastDay', `早于施行日期${days.from}`);
  const { content, problems: unread } = readContent(headOf(first), group.map(tierOf));
  for (const { tier, column, value, reason } of unread)
    problems.push({ line: (tier === null ? first : group[tier])?.line ?? first.line, column: SHEET_COLUMNS[column].title, value, reason });
  const { publishedOn, from, lastDay } = days;
  if (problems.length > before || publishedOn === null || from === null) return [];
  const law = benchmarkProblems(content, null);
  return [{ line: first.line, violation, content, documentNumber, publishedOn, place, from, lastDay, law }];
}

function dayOf(cells: ReturnType<typeof cellsOf<typeof SHEET_COLUMNS>>, key: 'publishedOn' | 'from'): LocalDate | null {
  return cells.must(key) === '' ? null : cells.day(key);
}

function contradictions(first: Row, row: Row): readonly RowProblem[] {
  return OF_THE_WHOLE.flatMap((key) => {
    const value = row.cells[key];
    if (value === undefined || value === (first.cells[key] ?? '')) return [];
    const reason = `与第${first.line}行同一违法行为的不一致；同一基准的各档应当相同，或者只在第一行填写`;
    return [{ line: row.line, column: SHEET_COLUMNS[key].title, value, reason }];
  });
}

const wordsOf = ({ cells }: Row, key: SheetColumn): string | null => cells[key] ?? null;

function headOf(row: Row): HeadWords {
  const at = (key: SheetColumn): string | null => wordsOf(row, key);
  const law = { breach: at('breach'), penalty: at('penalty'), lawKinds: at('lawKinds'), lawFine: at('lawFine') };
  return { itemCode: at('itemCode'), ...law, factors: at('factors') };
}

function tierOf(row: Row): TierWords {
  const at = (key: SheetColumn): string | null => wordsOf(row, key);
  return { level: at('level'), words: at('words'), cases: at('cases'), kinds: at('kinds'), fine: at('fine'), note: at('note') };
}

/** Two versions of one file for the same 违法行为, item and 罚则 never count on the same day. */
function overlaps(read: readonly SheetBenchmark[]): readonly RowProblem[] {
  return read.flatMap((b, i) => {
    const isOfSame = (a: SheetBenchmark): boolean =>
      a.violation === b.violation && a.content.penalty === b.content.penalty && isSameItem(a.content.itemCode, b.content.itemCode);
    const other = read.slice(0, i).find((a) => isOfSame(a) && meets(a, b));
    if (other === undefined) return [];
    const reason = `有效期与第${other.line}行起的同一违法行为重叠：前一版本应当填写最后有效日`;
    return [{ line: b.line, column: SHEET_COLUMNS.from.title, value: b.from, reason }];
  });
}

type Days = Pick<SheetBenchmark, 'from' | 'lastDay'>;
function meets(a: Days, b: Days): boolean {
  const isBefore = (x: Days, y: Days): boolean => x.lastDay !== null && addDays(x.lastDay, 1) <= y.from;
  return !isBefore(a, b) && !isBefore(b, a);
}
