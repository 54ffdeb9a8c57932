import type { ListColumn } from '#platform/matters/shown-columns';
import type { GoodItem } from '../contract-goods.ts';
import { DISPOSAL_LABELS, ORIGIN_LABELS } from '../model-custody.ts';

/** What the page of 涉案财物台账 shows, in its order. */
export const GOODS_COLUMNS: readonly ListColumn<GoodItem>[] = [
  { id: 'name', title: '物品', cell: (g) => `${g.name}（${g.quantity}）` },
  { id: 'case', title: '案件', cell: (g) => `${g.caseNumber ?? '未立案'} ${g.cause}` },
  { id: 'organ', title: '办案机关', cell: (g) => g.organ },
  { id: 'origin', title: '来源', cell: (g) => ORIGIN_LABELS[g.origin] },
  { id: 'takenOn', title: '入库', cell: (g) => g.takenOn },
  { id: 'where', title: '存放地点和保管人', cell: (g) => (g.endedOn === null ? `${g.place}，${g.keeper}` : null) },
  { id: 'moves', title: '移交', cell: (g) => g.moves },
  { id: 'end', title: '去向', cell: (g) => (g.how === null ? '在库' : `${g.endedOn} ${DISPOSAL_LABELS[g.how]}（${g.to}）`) },
];

/** Each fact in a column of its own, as a ledger of goods is kept. */
export const GOODS_LEDGER_COLUMNS: readonly ListColumn<GoodItem>[] = [
  { id: 'organ', title: '办案机关', cell: (g) => g.organ },
  { id: 'caseNumber', title: '立案号', cell: (g) => g.caseNumber },
  { id: 'cause', title: '案由', cell: (g) => g.cause },
  { id: 'no', title: '序号', cell: (g) => g.no },
  { id: 'name', title: '物品名称', cell: (g) => g.name },
  { id: 'quantity', title: '数量、特征', cell: (g) => g.quantity },
  { id: 'origin', title: '来源', cell: (g) => ORIGIN_LABELS[g.origin] },
  { id: 'takenOn', title: '入库日期', cell: (g) => g.takenOn },
  { id: 'place', title: '存放地点', cell: (g) => (g.endedOn === null ? g.place : null) },
  { id: 'keeper', title: '保管人', cell: (g) => (g.endedOn === null ? g.keeper : null) },
  { id: 'moves', title: '移交次数', cell: (g) => g.moves },
  { id: 'how', title: '去向', cell: (g) => (g.how === null ? '在库' : DISPOSAL_LABELS[g.how]) },
  { id: 'endedOn', title: '去向日期', cell: (g) => g.endedOn },
  { id: 'to', title: '接收人', cell: (g) => g.to },
];
