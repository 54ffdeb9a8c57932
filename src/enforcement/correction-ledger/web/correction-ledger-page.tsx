import { Link } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { useListParams } from '#ui/table/use-list.ts';
import { type CorrectionItem, ORDERING_KIND_LABELS } from '../contract.ts';
import { CORRECTION_STATE_LABELS, handledWords } from '../model.ts';
import { StateFigures } from './state-figures.tsx';

export const CORRECTION_COLUMNS: readonly Column<CorrectionItem>[] = [
  {
    ...{ id: 'content', title: '责令改正内容', always: true, wrap: true, card: 'head' },
    render: (c) => <Link to={`/matters/${c.matterId}`}>{c.content}</Link>,
  },
  {
    ...{ id: 'state', title: '状态', width: 130 },
    render: (c) => (
      <span className="fh-nowrap">
        <span className={`cl-dot cl-${c.state}`} aria-hidden />
        {CORRECTION_STATE_LABELS[c.state]}
      </span>
    ),
  },
  { id: 'paper', title: '文书号', wrap: true, hidden: true, render: (c) => c.paper ?? '—' },
  { id: 'number', title: '案号', wrap: true, render: (c) => c.number ?? '—' },
  { id: 'cause', title: '案由、违法行为', wrap: true, hidden: true, render: (c) => c.cause },
  { id: 'no', title: '第几次', align: 'right', width: 70, hidden: true, render: (c) => c.no },
  { id: 'party', title: '当事人', wrap: true, render: (c) => c.party },
  { id: 'organ', title: '办案机关', wrap: true, render: (c) => c.organ },
  { id: 'kind', title: '程序', width: 100, hidden: true, render: (c) => ORDERING_KIND_LABELS[c.kind] },
  { id: 'servedOn', title: '送达', width: 110, render: (c) => c.servedOn ?? '—' },
  { id: 'lastDay', title: '改正期限', width: 110, sort: 'lastDay', render: (c) => c.lastDay ?? '—' },
  { id: 'daysOver', title: '超过（日）', align: 'right', width: 90, render: (c) => c.daysOver ?? '—' },
  { id: 'checkedOn', title: '复查', width: 110, render: (c) => c.checkedOn ?? '—' },
  { id: 'handled', title: '处理', wrap: true, render: (c) => handledWords(c) ?? '—' },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '当事人、案号或内容', as: 'text' },
  { id: 'state', label: '状态', as: 'choice', options: CORRECTION_STATE_LABELS },
  { id: 'kind', label: '程序', as: 'choice', options: ORDERING_KIND_LABELS },
  { id: 'organisation', label: '办案机关', as: 'organisation' },
  { id: 'from', label: '期限自', as: 'date' },
  { id: 'through', label: '期限至', as: 'date' },
];

/** 改正复查台账: every order to correct until somebody has looked whether it was obeyed, and what followed (处罚法 28). */
export function CorrectionLedgerPage() {
  const [params, setParams] = useListParams(FILTERS.map(({ id }) => id));
  return (
    <Page
      title="改正复查台账"
      status="案件中和案件以外责令当事人改正、限期改正的，逐次一行：期限届满次日起待复查；没有改正的由负责人再次责令或者写明处理（处罚法第二十八条）。"
    >
      <StateFigures params={params} change={setParams} />
      <DataTable<CorrectionItem>
        id="correction-ledger"
        what="责令改正"
        path="/api/correction-ledger"
        exportPath="/api/correction-ledger/export"
        columns={CORRECTION_COLUMNS}
        filters={FILTERS}
        rowKey={(c) => `${c.matterId}/${c.no}`}
        href={(c) => `/matters/${c.matterId}`}
        empty="没有您可查阅的责令改正。责令当事人改正以后列在这里。"
      />
    </Page>
  );
}
