import { addDays, type LocalDate } from '#law';
import {
  cellsOf,
  type Days,
  overlaps,
  type Period,
  type Recorded,
  type Revision,
  type RowProblem,
  revise,
  type TableRow,
} from '#registers/loading';

export const LAW_COLUMNS = {
  name: { title: '名称', also: ['法规名称', '法律名称', '标题'], required: true },
  shortNames: { title: '简称', also: ['简称、别名', '别名'] },
  level: { title: '效力级别', also: ['效力位阶', '级别'], required: true },
  from: { title: '施行日期', also: ['生效日', '生效日期'], required: true },
  through: { title: '失效日', also: ['失效日期', '最后有效日'] },
  replacedBy: { title: '替代法规', also: ['被何法替代'] },
} as const;
export type LawColumn = keyof typeof LAW_COLUMNS;

/** CT1. */
export const LAW_LEVELS = {
  法律: '法律',
  行政法规: '行政法规',
  部门规章: '部门规章',
  地方性法规: '地方性法规',
  单行条例: '单行条例',
  地方政府规章: '地方政府规章',
  规范性文件: '规范性文件',
} as const;

export type LawContent = { readonly shortNames: readonly string[]; readonly level: string; readonly replacedBy: string | null };
export type RegisteredLaw = { readonly name: string; readonly records: readonly Recorded<LawContent>[] };
export type PlannedLaw = {
  readonly name: string;
  readonly isNew: boolean;
  readonly rows: readonly (Days & { readonly line: number })[];
  readonly revision: Revision<LawContent>;
  readonly timeline: readonly Period<LawContent>[];
};
export type LawPlan = { readonly problems: readonly RowProblem[]; readonly laws: readonly PlannedLaw[] };

/** What a file of laws would change: which law stood on which day (细则 8(1)). */
export function planLaws(rows: readonly TableRow<LawColumn>[], register: readonly RegisteredLaw[]): LawPlan {
  const problems: RowProblem[] = [];
  const groups = new Map<string, (Period<LawContent> & { readonly line: number })[]>();
  for (const row of rows) {
    const read = readRow(row, problems);
    if (read === null) continue;
    const list = groups.get(read.name) ?? [];
    const clash = list.find((other) => overlaps(other, read));
    if (clash !== undefined) {
      const hint = clash.until === null ? `（第${clash.line}行没有失效日）` : '';
      problems.push({
        line: row.line,
        column: '施行日期',
        value: row.cells.from ?? '',
        reason: `与第${clash.line}行同名法规的有效期重叠${hint}`,
      });
    }
    list.push(read);
    groups.set(read.name, list);
  }
  const laws = [...groups].map(([name, list]): PlannedLaw => {
    const before = register.find((r) => r.name === name);
    const records = before?.records ?? [];
    const revision = revise(
      records,
      list.map(({ from, until, content }) => ({ from, until, content })),
    );
    const kept = records.filter((r) => !revision.supersede.includes(r.id));
    return { name, isNew: before === undefined, rows: list, revision, timeline: [...kept, ...revision.record] };
  });
  return { problems: problems.sort((a, b) => a.line - b.line), laws };
}

type Read = Period<LawContent> & { readonly line: number; readonly name: string };

function readRow(row: TableRow<LawColumn>, problems: RowProblem[]): Read | null {
  const before = problems.length;
  const cells = cellsOf(LAW_COLUMNS, row, problems);
  const name = cells.must('name', 300).replace(/^《|》$/g, '');
  const level = cells.must('level') === '' ? '法律' : cells.label('level', LAW_LEVELS, '法律');
  const from: LocalDate | null = cells.must('from') === '' ? null : cells.day('from');
  const through = cells.day('through');
  if (from !== null && through !== null && through < from) cells.problem('through', `早于施行日期${from}`);
  if (from === null || problems.length > before) return null;
  const shortNames = (cells.text('shortNames', 500) ?? '').split(/[、,，;；]+/).filter((s) => s !== '');
  const content = { shortNames, level, replacedBy: cells.text('replacedBy', 300) };
  return { line: row.line, name, from, until: through === null ? null : addDays(through, 1), content };
}
