import type { ListColumn } from '#platform/matters/shown-columns';
import { COMPARED_LABELS, type ComparedReceipt, dayOf, numbersIn, organsIn } from '../model.ts';

const FEN = 100;

/** What the comparison shows, in its order; sums in yuan. */
export const COMPARED_COLUMNS: readonly ListColumn<ComparedReceipt>[] = [
  { id: 'receipt', title: '票据号', cell: (r) => r.receipt },
  { id: 'result', title: '核对结果', cell: (r) => COMPARED_LABELS[r.result] },
  { id: 'on', title: '日期', cell: dayOf },
  { id: 'organ', title: '办案机关', cell: organsIn },
  { id: 'number', title: '决定书文号', cell: numbersIn },
  { id: 'cases', title: '案件登记（元）', cell: (r) => r.casesFen / FEN },
  { id: 'lines', title: '对账单（元）', cell: (r) => r.linesFen / FEN },
  { id: 'difference', title: '相差（元）', cell: (r) => (r.casesFen - r.linesFen) / FEN },
];
