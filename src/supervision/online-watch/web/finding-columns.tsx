import { Link } from '@tanstack/react-router';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import type { Column } from '#ui/table/columns.ts';
import { dayOfInstant } from '#ui/time-words.ts';
import type { FindingItem } from '../contract.ts';
import { ruleNumber } from './rule-words.ts';

export type FindingLine = FindingItem & { readonly ruleTitle: string };

export const FINDING_COLUMNS: readonly Column<FindingLine>[] = [
  { id: 'severity', title: '等级', width: 70, always: true, card: 'head', render: (f) => <SeverityTag severity={f.severity} /> },
  {
    id: 'because',
    title: '疑点',
    always: true,
    wrap: true,
    card: 'head',
    render: (f) => (
      <>
        <Link to={`/findings/${f.id}`}>{f.because}</Link>
        <Marks finding={f} />
      </>
    ),
  },
  {
    id: 'rule',
    title: '规则',
    wrap: true,
    width: 180,
    render: (f) => (
      <span title={f.ruleTitle}>
        {ruleNumber(f.ruleId)} {f.ruleTitle}
      </span>
    ),
  },
  { id: 'organisation', title: '单位', wrap: true, width: 150, render: (f) => f.organisationName },
  { id: 'subject', title: '事项', wrap: true, width: 180, render: (f) => f.subject },
  { id: 'status', title: '状态', width: 80, render: (f) => f.statusName },
  { id: 'openedAt', title: '发现', width: 105, render: (f) => dayOfInstant(f.openedAt) },
  { id: 'changedAt', title: '最近变化', width: 105, hidden: true, card: 'none', render: (f) => dayOfInstant(f.changedAt) },
];

function Marks({ finding }: { finding: FindingLine }) {
  return (
    <>
      {finding.missing === null ? null : <span className="fh-mark ow-mark">现{finding.missing}</span>}
      {finding.lapsed ? <span className="fh-mark ow-mark">事实已变化</span> : null}
    </>
  );
}
