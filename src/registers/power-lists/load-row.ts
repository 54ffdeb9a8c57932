import { addDays, type LocalDate, normaliseCode, type OrganisationKind, type Tier } from '#law';
import { type Cells, cellsOf, type Period, type RowProblem, type TableRow } from '#registers/loading';
import { fitsOwnForm } from './load-row-forms.ts';
import {
  dutyCode,
  type EntryContent,
  type EntryKey,
  LENIENT_LISTS,
  LIST_LABELS,
  type ListKind,
  POWER_KIND_LABELS,
  RESTS_ON_ITSELF,
} from './model.ts';

export const LIST_COLUMNS = {
  list: { title: '清单', also: ['清单种类', '清单名称'], required: true },
  organisation: { title: '单位', also: ['实施主体', '责任主体', '检查主体', '制定单位', '单位名称', '单位编码'], required: true },
  code: { title: '事项编码', also: ['编码', '序号', '权力编码'], required: true },
  name: { title: '事项名称', also: ['名称', '检查项目', '赋权事项', '违法行为', '权力名称'], required: true },
  powerKind: { title: '权力类别', also: ['权力类型', '类别'] },
  basis: { title: '设定依据', also: ['依据', '法律依据', '检查依据', '实施依据'], required: true },
  duty: { title: '责任事项', also: ['检查内容'] },
  accountability: { title: '追责情形及依据', also: ['追责情形'] },
  conditions: { title: '适用条件', also: ['适用情形', '检查方式'] },
  measure: { title: '配套措施', also: ['配套监管措施'] },
  decision: { title: '决定文号', also: ['赋权决定文号', '公布文号', '文号'] },
  publishedOn: { title: '公布日期', also: ['公布日'] },
  publishedAt: { title: '公布位置', also: ['公布网址', '公布渠道'] },
  domain: { title: '执法领域', also: ['领域', '所属领域'] },
  evaluatedOn: { title: '赋权评估日期', also: ['评估日期'] },
  post: { title: '岗位', also: ['执法岗位', '岗位名称'] },
  officer: { title: '执法人员', also: ['责任人', '执法人员姓名', '责任人员'] },
  certificate: { title: '执法证号', also: ['证号', '执法证件号', '行政执法证号'] },
  from: { title: '生效日', also: ['生效日期', '实施日期'], required: true },
  through: { title: '失效日', also: ['失效日期', '最后有效日', '废止日期'] },
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** The unit behind a written code or name on a day, as far as a list must know it. */
export type ListUnit = { readonly id: string; readonly name: string; readonly kind: OrganisationKind; readonly tier: Tier };

/** Who holds a valid certificate, and in which unit. */
export type CertificateHolder = { readonly name: string; readonly organisationId: string };

export type RowCase = {
  readonly unitOf: (written: string, on: LocalDate) => ListUnit | null;
  /** The enforcement certificate of a number that is valid on a day; null: none. Asked only for 岗位职责分解. */
  readonly holderOf?: (certificate: string, on: LocalDate) => CertificateHolder | null;
  /** Names of laws in a text that had ended by a day, with the day and what stands in their place; empty: none known. */
  readonly endedBy: (text: string, on: LocalDate) => readonly string[];
};

export type ReadEntry = EntryKey & Period<EntryContent> & { readonly line: number; readonly unitName: string };

/** One row of a list file, or the reasons why it cannot stand. */
export function readEntry(row: TableRow<ListColumn>, c: RowCase, problems: RowProblem[]): ReadEntry | null {
  const before = problems.length;
  const cells = cellsOf(LIST_COLUMNS, row, problems);
  const list = cells.must('list') === '' ? 'power' : cells.label<ListKind>('list', LIST_LABELS, 'power');
  const code = cells.must('code', 64).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const from = cells.must('from') === '' ? null : cells.day('from');
  const through = cells.day('through');
  if (from !== null && through !== null && through < from) cells.problem('through', `早于生效日${from}`);
  const unit = unitIn(cells, from, c);
  const content = contentOf(cells, list);
  if (unit !== null && problems.length === before) fits(cells, list, content, unit);
  if (unit !== null && from !== null && problems.length === before) fitsOwnForm(cells, { list, code, content, unitId: unit.id, from }, c);
  if (from !== null && content.basis !== '') {
    for (const said of c.endedBy(content.basis, from)) cells.problem('basis', said);
  }
  if (from === null || unit === null || problems.length > before) return null;
  const until = through === null ? null : addDays(through, 1);
  const key = list === 'post-duty' ? dutyCode(code, content.certificate ?? '') : code;
  return { line: row.line, list, organisationId: unit.id, unitName: unit.name, code: key, from, until, content };
}

function unitIn(cells: Cells<ListColumn>, from: LocalDate | null, c: RowCase): ListUnit | null {
  const written = cells.must('organisation', 100);
  if (written === '' || from === null) return null;
  const unit = c.unitOf(written, from);
  if (unit === null) cells.problem('organisation', `名录中${from}没有这个有效单位`);
  return unit;
}

function contentOf(cells: Cells<ListColumn>, list: ListKind): EntryContent {
  const hasKind = list === 'power' || list === 'empowerment';
  return {
    name: cells.must('name', 500),
    powerKind: hasKind && cells.must('powerKind') !== '' ? cells.label('powerKind', POWER_KIND_LABELS, 'other') : null,
    basis: RESTS_ON_ITSELF.includes(list) ? (cells.text('basis', 5000) ?? '') : cells.must('basis', 5000),
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
    certificate: normalised(cells.text('certificate', 64)),
  };
}

function normalised(code: string | null): string | null {
  return code === null ? null : normaliseCode(code);
}

/**
 * What a list of its kind must have. 细则 19¶2: the four lenient lists are made by the city's departments, each line with
 * the conditions under which it holds. 处罚法 24: powers are given to 苏木乡镇 and streets alone, by a decision of the
 * autonomous region.
 */
function fits(cells: Cells<ListColumn>, list: ListKind, content: EntryContent, unit: ListUnit): void {
  if (LENIENT_LISTS.includes(list)) {
    if (unit.tier !== 'city') cells.problem('organisation', '四张清单由市级行政执法部门制定（《实施细则》第十九条第二款）');
    if (content.conditions === null) cells.problem('conditions', `${LIST_LABELS[list]}应当写明适用条件（《实施细则》第十九条第二款）`);
  }
  if (list === 'empowerment') {
    if (unit.tier !== 'township') cells.problem('organisation', '赋权清单的单位应为苏木乡镇、街道（《行政处罚法》第二十四条）');
    if (content.decision === null) cells.problem('decision', '赋权应当写明自治区决定的文号（《行政处罚法》第二十四条）');
  }
}
