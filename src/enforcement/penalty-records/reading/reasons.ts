import { OPERATION_LABELS } from '../cells-operation.ts';
import { type ColumnKey, LAYOUT } from '../layout.ts';
import type { ColumnMapping } from '../layout-recognition.ts';
import type { CellFault, RowOutcome } from './row-outcome.ts';

/** Fields whose contents are never repeated outside the row itself: they may tell who a natural person is. */
const PERSONAL: readonly ColumnKey[] = [
  'partyName',
  'partyIdNumber',
  'legalRepresentative',
  'legalRepresentativeIdNumber',
  'facts',
  'content',
  'remark',
];

/** A fault as it may be kept and answered: where and why, and what stood there only where that is about nobody. */
export function openFault(
  fault: CellFault,
  mapping: Pick<ColumnMapping, 'columns'>,
): { column: string; value: string | null; reason: string } {
  const key = mapping.columns.find((c) => c.index === fault.index && c.title === fault.column)?.key;
  const byTitle = PERSONAL.some((personal) => LAYOUT[personal].title === fault.column);
  const personal = byTitle || (key !== undefined && PERSONAL.includes(key));
  return { column: fault.column, value: personal ? null : fault.value, reason: fault.reason };
}

/** Why a row was not taken in, without the value of any cell. */
export function reasonOf(outcome: RowOutcome): string | null {
  switch (outcome.is) {
    case 'rejected':
      return outcome.faults.map(({ column, reason }) => `${column}：${reason}`).join('；');
    case 'repeated':
      return `与第${outcome.firstLine}行疑似重复（处罚机关、文号、年份相同，内容${outcome.identical ? '完全相同' : '不同'}）`;
    case 'set-aside':
      return `${OPERATION_LABELS[outcome.operation]}（${outcome.because}），不作为处罚决定读取`;
    case 'skipped':
      return outcome.because;
    case 'unreadable':
      return outcome.reason;
    case 'decision':
      return outcome.notes.length === 0 ? null : outcome.notes.map(({ column, note }) => `${column}：${note}`).join('；');
  }
}
