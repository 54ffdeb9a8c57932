import { Link } from '@tanstack/react-router';
import { LampBadge } from '#ui/law/lamp.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { ProblemLine } from '../contract.ts';

export const PROBLEM_COLUMNS: readonly Column<ProblemLine>[] = [
  {
    id: 'lamp',
    title: '时限',
    width: 130,
    card: 'head',
    // A letter to a vertical unit has no period even after its receipt.
    render: (p) => (p.receivedOn === null ? '待签收' : p.lamp === null ? '—' : <LampBadge lamp={p.lamp} daysLeft={p.daysLeft} />),
  },
  {
    id: 'facts',
    title: '问题',
    always: true,
    wrap: true,
    card: 'head',
    render: (p) => <Link to={`/matters/${p.matterId}`}>{`${p.no}. ${p.facts}`}</Link>,
  },
  { id: 'norm', title: '依据', wrap: true, render: (p) => p.norm },
  { id: 'demand', title: '处理要求', wrap: true, hidden: true, render: (p) => p.demand },
  { id: 'number', title: '文书号', render: (p) => <span className="fh-nowrap">{p.number}</span> },
  { id: 'addressee', title: '被监督单位', wrap: true, render: (p) => p.addresseeName },
  { id: 'issuer', title: '发文机关', hidden: true, render: (p) => p.issuerName },
  { id: 'servedOn', title: '送达日', width: 110, render: (p) => p.servedOn },
  { id: 'dueOn', title: '期限', width: 110, render: (p) => p.dueOn ?? (p.receivedOn === null ? '签收后起算' : '无期限') },
  { id: 'handling', title: '整改情况', render: (p) => p.handling ?? '尚未报告' },
  { id: 'check', title: '核查', render: (p) => (p.passed === null ? '—' : `${p.passed ? '合格' : '不合格'}（${p.checkedOn ?? ''}）`) },
  { id: 'clearedOn', title: '销号日期', width: 110, render: (p) => p.clearedOn ?? '—' },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '文号、单位或问题', as: 'text' },
  { id: 'state', label: '状态', as: 'choice', options: { open: '未销号', overdue: '逾期未销号', cleared: '已销号' } },
  { id: 'organisation', label: '单位', as: 'organisation' },
];

/** 问题整改台账: every problem of every served document, each 销号 on its own. */
export function ProblemsPage() {
  return (
    <Page title="问题整改台账" status="已送达监督文书所列的每个问题，逐项整改、逐项核查、逐项销号。">
      <DataTable<ProblemLine>
        id="problems"
        what="问题"
        path="/api/supervision-documents/problems"
        exportPath="/api/supervision-documents/problems/export"
        columns={PROBLEM_COLUMNS}
        filters={FILTERS}
        rowKey={(p) => `${p.matterId}/${p.no}`}
        href={(p) => `/matters/${p.matterId}`}
        empty="还没有送达的监督文书。文书送达后，所列问题逐项列在这里，直至销号。"
      />
    </Page>
  );
}
