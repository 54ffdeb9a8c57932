import { addDays, hasPowerKind, isLenientList, type LocalDate, listUnitFault, normaliseCode, restsOnItself } from '#law';
import { type Cells, cellsOf, type Period, type RowProblem, type TableRow } from '#registers/loading';
import { LIST_COLUMNS, type ListColumn, type ListUnit, type RowCase } from './list-columns.ts';
import { fitsOwnForm } from './load-row-forms.ts';
import { dutyCode, type EntryContent, type EntryKey, LIST_LABELS, type ListKind, POWER_KIND_LABELS } from './model.ts';

export type ReadEntry = EntryKey & Period<EntryContent> & { readonly line: number; readonly unitName: string };

/** One row of a list file, or the reasons why it cannot stand. */
export function readEntry(row: TableRow<ListColumn>, c: RowCase, problems: RowProblem[]): ReadEntry | null {
  const before = problems.length;
  const cells = cellsOf(LIST_COLUMNS, row, problems);
  const list = cells.must('list') === '' ? 'power' : cells.label<ListKind>('list', LIST_LABELS, 'power');
  const code = entryCode('power', cells.must('code', 64), '');
  const from = cells.must('from') === '' ? null : cells.day('from');
  const through = cells.day('through');
  if (from !== null && through !== null && through < from) cells.problem('through', `早于生效日${from}`);
  const unit = unitIn(cells, from, c);
  const content = contentOf(cells, list);
  if (unit !== null && problems.length === before) fits(cells, list, content, unit);
  if (unit !== null && from !== null && problems.length === before) fitsOwnForm(cells, { list, code, content, unitId: unit.id, from }, c);
  if (content.publishedOn !== null && c.today !== undefined && content.publishedOn > c.today) {
    cells.problem('publishedOn', `晚于今日（${c.today}），尚未公布的不填公布日期`);
  }
  if (from !== null && content.basis !== '') {
    for (const said of c.endedBy(content.basis, from)) cells.problem('basis', said);
  }
  if (from === null || unit === null || problems.length > before) return null;
  const until = through === null ? null : addDays(through, 1);
  const key = entryCode(list, code, content.certificate ?? '');
  return { line: row.line, list, organisationId: unit.id, unitName: unit.name, code: key, from, until, content };
}

/** The code under which the register has an item, as written: without spaces, in half-width capitals; a duty with its certificate. */
export function entryCode(list: ListKind, written: string, certificate: string): string {
  const code = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return list === 'post-duty' ? dutyCode(code, certificateOf(certificate.trim()) ?? '') : code;
}

function unitIn(cells: Cells<ListColumn>, from: LocalDate | null, c: RowCase): ListUnit | null {
  const written = cells.must('organisation', 100);
  if (written === '' || from === null) return null;
  const unit = c.unitOf(written, from);
  if (unit === null) cells.problem('organisation', `名录中${from}没有这个有效单位`);
  return unit;
}

function contentOf(cells: Cells<ListColumn>, list: ListKind): EntryContent {
  return {
    name: cells.must('name', 500),
    powerKind: hasPowerKind(list) && cells.must('powerKind') !== '' ? cells.label('powerKind', POWER_KIND_LABELS, 'other') : null,
    basis: restsOnItself(list) ? (cells.text('basis', 5000) ?? '') : cells.must('basis', 5000),
    duty: cells.text('duty', 5000),
    accountability: cells.text('accountability', 5000),
    conditions: cells.text('conditions', 5000),
    measure: cells.text('measure', 2000),
    decision: cells.text('decision', 100),
    publishedOn: cells.day('publishedOn'),
    publishedAt: cells.text('publishedAt', 300),
    domain: cells.text('domain', 100),
    evaluatedOn: cells.day('evaluatedOn'),
    post: cells.text('post', 100),
    officer: cells.text('officer', 100),
    certificate: certificateOf(cells.text('certificate', 64)),
  };
}

function certificateOf(written: string | null): string | null {
  return written === null ? null : normaliseCode(written);
}

/**
 * What a list of its kind must have. 细则 19¶2: the four lenient lists are made by the city's departments, each line with
 * the conditions under which it holds. 处罚法 24: powers are given to 苏木乡镇 and streets alone, by a decision of the
 * autonomous region.
 */
function fits(cells: Cells<ListColumn>, list: ListKind, content: EntryContent, unit: ListUnit): void {
  const fault = listUnitFault(list, unit);
  if (fault !== null) cells.problem('organisation', fault);
  if (isLenientList(list) && content.conditions === null)
    cells.problem('conditions', `${LIST_LABELS[list]}应当写明适用条件（《实施细则》第十九条第二款）`);
  if (list === 'empowerment' && content.decision === null)
    cells.problem('decision', '赋权应当写明自治区决定的文号（《行政处罚法》第二十四条）');
}
