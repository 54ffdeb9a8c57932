import { lampWords } from '#platform/matters/export-columns';
import type { ListColumn } from '#platform/matters/shown-columns';
import type { ProblemLine } from '../contract.ts';

/** What the page of 问题整改台账 shows, in its order; then what the workbook alone has. */
export const PROBLEM_COLUMNS: readonly ListColumn<ProblemLine>[] = [
  { id: 'lamp', title: '时限', cell: (p) => (p.receivedOn === null ? '待签收' : lampWords(p)) },
  { id: 'facts', title: '问题', cell: (p) => `${p.no}. ${p.facts}` },
  { id: 'norm', title: '依据', cell: (p) => p.norm },
  { id: 'demand', title: '处理要求', cell: (p) => p.demand },
  { id: 'number', title: '文书号', cell: (p) => p.number },
  { id: 'addressee', title: '被监督单位', cell: (p) => p.addresseeName },
  { id: 'issuer', title: '发文机关', cell: (p) => p.issuerName },
  { id: 'servedOn', title: '送达日', cell: (p) => p.servedOn },
  { id: 'dueOn', title: '期限', cell: (p) => p.dueOn ?? (p.receivedOn === null ? '签收后起算' : '无期限') },
  { id: 'handling', title: '整改情况', cell: (p) => p.handling ?? '尚未报告' },
  { id: 'check', title: '核查', cell: (p) => (p.passed === null ? null : `${p.passed ? '合格' : '不合格'}（${p.checkedOn ?? ''}）`) },
  { id: 'clearedOn', title: '销号日期', cell: (p) => p.clearedOn },
  { id: 'receivedOn', title: '签收日', cell: (p) => p.receivedOn },
];
