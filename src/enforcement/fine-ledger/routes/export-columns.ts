import type { ListColumn } from '#platform/matters/shown-columns';
import { type FineItem, PROCEDURE_KIND_LABELS } from '../contract.ts';

const FEN = 100;
const inYuan = (fen: number): number => fen / FEN;

/** What the page of 罚没收入对账 shows, in its order; sums in yuan. */
export const FINE_COLUMNS: readonly ListColumn<FineItem>[] = [
  { id: 'number', title: '决定书文号', cell: (f) => f.number },
  { id: 'conduct', title: '案由、违法行为', cell: (f) => f.conduct },
  { id: 'party', title: '当事人', cell: (f) => f.party },
  { id: 'organ', title: '办案机关', cell: (f) => f.organ },
  { id: 'kind', title: '程序', cell: (f) => PROCEDURE_KIND_LABELS[f.kind] },
  { id: 'decidedOn', title: '决定日期', cell: (f) => f.decidedOn },
  { id: 'decided', title: '决定罚没（元）', cell: (f) => inYuan(f.decidedFen) },
  { id: 'due', title: '现应缴（元）', cell: (f) => inYuan(f.dueFen) },
  { id: 'paid', title: '已缴（元）', cell: (f) => inYuan(f.paidFen) },
  { id: 'onTheWay', title: '当场收缴未缴银行（元）', cell: (f) => inYuan(f.onTheWayFen) },
  { id: 'banked', title: '已入库（元）', cell: (f) => inYuan(f.bankedFen) },
  { id: 'back', title: '应退还（元）', cell: (f) => inYuan(f.backFen) },
  { id: 'backOpen', title: '尚未退还（元）', cell: (f) => inYuan(f.backOpenFen) },
];
