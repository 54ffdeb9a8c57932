import { type LocalDate, RELATIONS, type Relation } from '#law';
import type { Cells } from '#registers/loading';
import type { BasisPaper } from './model.ts';

/** Three columns for each relation: the paper, its number and its day. */
export const BASIS_COLUMNS = {
  supervisionBasis: { title: '监督依据' },
  supervisionNumber: { title: '监督依据文号' },
  supervisionOn: { title: '监督依据日期' },
  guidanceBasis: { title: '条线依据', also: ['业务指导依据'] },
  guidanceNumber: { title: '条线依据文号', also: ['业务指导依据文号'] },
  guidanceOn: { title: '条线依据日期', also: ['业务指导依据日期'] },
  entrustingBasis: { title: '委托或派驻依据', also: ['委托依据', '派驻依据'] },
  entrustingNumber: { title: '委托或派驻依据文号', also: ['委托依据文号', '派驻依据文号'] },
  entrustingOn: { title: '委托或派驻依据日期', also: ['委托依据日期', '派驻依据日期'] },
} as const;
export type BasisColumn = keyof typeof BASIS_COLUMNS;

export const BASIS_KEYS = {
  supervision: { name: 'supervisionBasis', number: 'supervisionNumber', on: 'supervisionOn' },
  guidance: { name: 'guidanceBasis', number: 'guidanceNumber', on: 'guidanceOn' },
  entrusting: { name: 'entrustingBasis', number: 'entrustingNumber', on: 'entrustingOn' },
} as const satisfies Record<Relation, { readonly [part in 'name' | 'number' | 'on']: BasisColumn }>;

export type BasesRead = Readonly<Record<Relation, BasisPaper | null>>;

/** The papers written in one row; `from` is the day from which the row holds. */
export function readBases(cells: Cells<BasisColumn>, from: LocalDate | null): BasesRead {
  const read: Record<Relation, BasisPaper | null> = { supervision: null, guidance: null, entrusting: null };
  for (const relation of RELATIONS) read[relation] = readBasis(cells, BASIS_KEYS[relation], from);
  return read;
}

function readBasis(cells: Cells<BasisColumn>, keys: (typeof BASIS_KEYS)[Relation], from: LocalDate | null): BasisPaper | null {
  const [name, number] = [cells.text(keys.name, 200)?.replace(/^《(.*)》$/, '$1') ?? null, cells.text(keys.number, 60)];
  const on = cells.day(keys.on);
  if (name === null && number === null && cells.text(keys.on, 40) === null) return null;
  if (name === null) cells.problem(keys.name, '写了文号或者日期，也应当写依据文件的名称');
  if (number === null) cells.problem(keys.number, '应当写依据文件的文号，没有文号的写“无文号”');
  if (cells.text(keys.on, 40) === null) cells.problem(keys.on, '应当写依据文件的日期');
  if (on !== null && from !== null && on > from) cells.problem(keys.on, `晚于生效日${from}：关系自依据文件之日起改变的，自该日起另写一行`);
  return name === null || number === null || on === null ? null : { name, number, on, matterId: null };
}
