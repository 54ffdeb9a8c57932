import { Link } from '@tanstack/react-router';
import { LampBadge } from '#ui/law/lamp.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { InboxItem } from '../contract.ts';

const COLUMNS: readonly Column<InboxItem>[] = [
  {
    id: 'lamp',
    title: '时限',
    width: 130,
    card: 'head',
    render: (d) =>
      d.receivedOn === null ? <strong>待签收</strong> : d.lamp === null ? '—' : <LampBadge lamp={d.lamp} daysLeft={d.daysLeft} />,
  },
  {
    id: 'subject',
    title: '事由',
    always: true,
    wrap: true,
    card: 'head',
    render: (d) => <Link to={`/matters/${d.matterId}`}>{d.subject}</Link>,
  },
  { id: 'number', title: '文号', render: (d) => <span className="fh-nowrap">{d.number}</span> },
  { id: 'issuer', title: '来文机关', render: (d) => d.issuerName },
  { id: 'problems', title: '问题', align: 'right', width: 70, render: (d) => d.problems },
  { id: 'status', title: '办到哪一步', width: 120, render: (d) => d.statusName },
  { id: 'servedOn', title: '送达日', width: 110, render: (d) => d.servedOn },
  { id: 'dueOn', title: '报告期限', width: 110, render: (d) => d.dueOn ?? (d.receivedOn === null ? '签收后起算' : '无期限') },
];
const FILTERS: readonly Filter[] = [{ id: 'open', label: '办结与否', as: 'choice', options: { true: '在办' } }];

/** 收文: what has been served on the own unit; what waits for a signature stands first. */
export function InboxPage() {
  return (
    <Page title="收文" status="送达本单位的监督文书：签收 → 拟办 → 批办 → 承办 → 法制机构审核 → 负责人签发 → 报告。">
      <DataTable<InboxItem>
        id="inbox"
        what="收文"
        path="/api/supervision-documents/inbox"
        columns={COLUMNS}
        filters={FILTERS}
        rowKey={(d) => d.matterId}
        href={(d) => `/matters/${d.matterId}`}
        empty="没有送达本单位的监督文书。文书送达后列在这里，待签收的排在最前。"
      />
    </Page>
  );
}
