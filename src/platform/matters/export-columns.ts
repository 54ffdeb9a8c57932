import { LAMP_LABELS, type MatterKind, shanghaiDay } from '#law';
import type { MatterItem } from './list.ts';
import type { ListColumn } from './shown-columns.ts';

/** The columns of an exported ledger, by the names of the page and in its order. */
export function ledgerColumns(kind: MatterKind | null): readonly ListColumn<MatterItem>[] {
  const directed = kind?.directedTo;
  return [
    { id: 'kind', title: '事项种类', cell: (m) => m.kindName },
    { id: 'lamp', title: '时限', cell: lampWords },
    { id: 'dueOn', title: '到期日', cell: (m) => m.dueOn },
    { id: 'number', title: '文号', cell: (m) => m.number },
    { id: 'title', title: '事项', cell: (m) => m.title },
    { id: 'organisation', title: '承办单位', cell: (m) => m.homeName },
    ...(directed === undefined ? [] : [{ id: 'addressees', title: directed.title, cell: (m: MatterItem) => m.addressees }]),
    ...(kind?.handledBy === undefined ? [] : [{ id: 'handlers', title: '承办人', cell: (m: MatterItem) => m.handlers }]),
    { id: 'status', title: '状态', cell: (m) => m.statusName },
    { id: 'openedOn', title: '立档日期', cell: (m) => m.openedOn },
    { id: 'changedAt', title: '最近办理', cell: (m) => shanghaiDay(Date.parse(m.changedAt)) },
    { id: 'daysLeft', title: '剩余天数', cell: (m) => m.daysLeft },
    { id: 'closedOn', title: '办结日期', cell: (m) => m.closedOn },
    { id: 'label', title: '密级', cell: (m) => m.label },
  ];
}

/** 逾期 3 天, 剩 5 天, or the word of a lamp that counts no days; null where nothing is due. */
export function lampWords(m: Pick<MatterItem, 'lamp' | 'daysLeft'>): string | null {
  if (m.lamp === null) return null;
  if (m.daysLeft === null) return LAMP_LABELS[m.lamp];
  return m.daysLeft < 0 ? `逾期 ${-m.daysLeft} 天` : `剩 ${m.daysLeft} 天`;
}
