import {
  addDays,
  LEAD_KIND_LABELS,
  type LeadKind,
  type LocalDate,
  ORGANISATION_KIND_LABELS,
  type OrganisationKind,
  QUALIFICATION_LABELS,
  type Qualification,
  readUscc,
  TIER_LABELS,
  type Tier,
} from '#law';
import { type Cells, cellsOf, type RowProblem, type TableRow } from '#registers/loading';
import { BASIS_COLUMNS, type BasesRead, readBases } from './load-bases.ts';

/** The columns of a file of units. Only 编码, 名称, 类别, 层级, 区划 and 生效日 must be there. */
export const ORGANISATION_COLUMNS = {
  code: { title: '编码', also: ['单位编码', '机构编码'], required: true },
  name: { title: '名称', also: ['单位名称', '机关名称', '单位全称'], required: true },
  shortName: { title: '简称', also: ['单位简称'] },
  kind: { title: '类别', also: ['单位类别', '机构类别'], required: true },
  tier: { title: '层级', also: ['单位层级'], required: true },
  superior: { title: '上级', also: ['上级单位', '隶属', '隶属单位'] },
  lineSuperior: { title: '条线上级', also: ['业务上级', '上一级主管部门'] },
  bureau: { title: '司法行政部门', also: ['同级司法行政部门', '监督机构'] },
  answersThrough: { title: '委托或归口单位', also: ['委托机关', '归口单位', '派出部门'] },
  documentPrefix: { title: '机关代字', also: ['文号代字'] },
  uscc: { title: '信用代码', also: ['统一社会信用代码'] },
  region: { title: '区划', also: ['区划代码', '行政区划'], required: true },
  domain: { title: '领域', also: ['执法领域'] },
  leadKind: { title: '领导体制' },
  leadBasis: { title: '领导体制依据', also: ['体制依据'] },
  ...BASIS_COLUMNS,
  qualification: { title: '主体资格', also: ['资格状态'] },
  phone: { title: '电话', also: ['联系电话'] },
  email: { title: '邮箱', also: ['电子邮箱'] },
  from: { title: '生效日', also: ['生效日期', '起始日期'], required: true },
  through: { title: '失效日', also: ['失效日期', '截止日期', '最后有效日'] },
} as const;
export type OrganisationColumn = keyof typeof ORGANISATION_COLUMNS;

/** A row as read, references still as written. null: the column is not in the file, the register's value stays. */
export type OrganisationRow = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<OrganisationColumn, string>>>;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  readonly leadKind: LeadKind;
  readonly qualification: Qualification;
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly bases: BasesRead;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};

const REGION = /^(\d{6}|\d{9}|\d{4}[A-Z]\d)$/;

/** Reads one row; null when it cannot stand for a unit at all. Everything that is wrong is said at once. */
export function readOrganisationRow(row: TableRow<OrganisationColumn>, city: number, problems: RowProblem[]): OrganisationRow | null {
  const before = problems.length;
  const cells = cellsOf(ORGANISATION_COLUMNS, row, problems);
  const kind = cells.must('kind') === '' ? 'department' : cells.label('kind', ORGANISATION_KIND_LABELS, 'department');
  const tier = cells.must('tier') === '' ? 'city' : cells.label('tier', TIER_LABELS, 'city');
  const leadKind = cells.label('leadKind', LEAD_KIND_LABELS, 'local');
  if (leadKind !== 'local' && cells.text('leadBasis') === null)
    cells.problem('leadBasis', '垂直管理或双重领导须写明依据文件，不得凭名称推断（R825-15）');
  const code = cells.must('code', 40);
  const name = cells.must('name', 100);
  const regionCode = region(cells, city, kind);
  const { from, until } = days(cells);
  const qualification = cells.label('qualification', QUALIFICATION_LABELS, 'confirmed');
  const uscc = creditCode(cells);
  const bases = readBases(cells, from);
  if (from === null || problems.length > before) return null;
  return { line: row.line, cells: row.cells, code, name, kind, tier, leadKind, qualification, uscc, regionCode, bases, from, until };
}

/** The last valid day as people write it becomes the half-open end. */
function days(cells: Cells<OrganisationColumn>): { from: LocalDate | null; until: LocalDate | null } {
  if (cells.must('from') === '') return { from: null, until: null };
  const from = cells.day('from');
  const through = cells.day('through');
  if (from !== null && through !== null && through < from) cells.problem('through', `早于生效日${from}`);
  return { from, until: through === null ? null : addDays(through, 1) };
}

function region(cells: Cells<OrganisationColumn>, city: number, kind: OrganisationKind): string {
  const code = cells.must('region', 12).toUpperCase();
  if (code === '') return code;
  if (!REGION.test(code)) cells.problem('region', '应为6位区划代码、9位乡级代码或管委会代码（如1508A1）');
  else if (kind !== 'external' && !code.startsWith(String(city))) cells.problem('region', `不属于本市（${city}）`);
  return code;
}

function creditCode(cells: Cells<OrganisationColumn>): string | null {
  const text = cells.text('uscc', 40);
  if (text === null) return null;
  const reading = readUscc(text);
  if (reading.is === 'wrong') cells.problem('uscc', reading.because);
  if (reading.is === 'masked') cells.problem('uscc', '信用代码被遮盖，名录须写完整');
  return reading.code;
}
