import { Link } from '@tanstack/react-router';
import { LampBadge } from '#ui/law/lamp.tsx';
import type { Column } from '#ui/table/columns.ts';
import { type FilingItem, STATE_LABELS } from '../contract.ts';
import { RESULT_LABELS } from '../model.ts';

export const FILING_COLUMNS: readonly Column<FilingItem>[] = [
  {
    id: 'state',
    title: '台账状态',
    width: 150,
    card: 'head',
    render: (f) => (f.lamp === null ? STATE_LABELS[f.state] : <LampBadge lamp={f.lamp} daysLeft={f.daysLeft} />),
  },
  {
    id: 'number',
    title: '决定书文号',
    width: 160,
    always: true,
    card: 'head',
    wrap: true,
    render: (f) => <Link to={`/matters/${f.id}`}>{f.number}</Link>,
  },
  { id: 'party', title: '当事人', wrap: true, render: (f) => f.partyName },
  { id: 'organ', title: '处罚机关', wrap: true, render: (f) => f.organName },
  { id: 'reasons', title: '应备案的理由', width: 130, wrap: true, render: (f) => f.reasons.join('；') },
  { id: 'decidedOn', title: '决定日期', width: 110, render: (f) => f.decidedOn },
  {
    id: 'dueOn',
    title: '到期日',
    width: 110,
    render: (f) => (f.dueOn === null ? '—' : f.provisional ? `${f.dueOn}（暂定）` : f.dueOn),
  },
  { id: 'filedOn', title: '报送日期', width: 110, render: (f) => f.filedOn ?? f.statedOn ?? '—' },
  { id: 'status', title: '办理', width: 100, render: (f) => (f.state === 'stated' || f.state === 'lapsed' ? '—' : f.statusName) },
  { id: 'reviewer', title: '备案审查机关', wrap: true, hidden: true, render: (f) => f.reviewerName ?? '—' },
  { id: 'upper', title: '抄报', wrap: true, hidden: true, render: (f) => f.upperName ?? '—' },
  { id: 'receiptOn', title: '上级回执', width: 110, hidden: true, render: (f) => f.receiptOn ?? '—' },
  { id: 'demands', title: '催报', width: 80, hidden: true, render: (f) => (f.demands === 0 ? '—' : `${f.demands} 次`) },
  { id: 'result', title: '审查结果', width: 130, hidden: true, render: (f) => (f.result === null ? '—' : RESULT_LABELS[f.result]) },
];
