import { Link } from '@tanstack/react-router';
import { penaltyNames, shownDocumentNumber } from '#law';
import { writeMoney } from '#ui/form/money.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import type { Column } from '#ui/table/columns.ts';
import type { DecisionItem } from '../contract.ts';
import { PARTY_KIND_LABELS } from '../model.ts';

export const DECISION_COLUMNS: readonly Column<DecisionItem>[] = [
  {
    id: 'number',
    title: '文号',
    width: 190,
    always: true,
    card: 'head',
    render: (d) => (
      <>
        <Link to={`/matters/${d.id}`} className="fh-nowrap">
          {shownDocumentNumber(d.number)}
        </Link>
        {d.merged ? <span className="fh-mark"> 已并入</span> : null}
      </>
    ),
  },
  {
    id: 'findings',
    title: '预警',
    width: 90,
    card: 'head',
    render: (d) =>
      d.severity === null ? (
        '—'
      ) : (
        <span className="fh-nowrap">
          <SeverityTag severity={d.severity} /> {d.findings}
        </span>
      ),
  },
  { id: 'decidedOn', title: '决定日期', width: 110, render: (d) => d.decidedOn },
  { id: 'organ', title: '处罚机关', wrap: true, render: (d) => d.organName },
  { id: 'party', title: '行政相对人', wrap: true, render: (d) => d.partyName },
  {
    id: 'partyKind',
    title: '相对人类别',
    width: 130,
    hidden: true,
    render: (d) => (d.partyKind === null ? '—' : PARTY_KIND_LABELS[d.partyKind]),
  },
  { id: 'uscc', title: '统一社会信用代码', width: 190, hidden: true, render: (d) => d.partyUscc ?? '—' },
  { id: 'conduct', title: '违法行为类型', wrap: true, render: (d) => d.conduct ?? '—' },
  { id: 'kinds', title: '处罚类别', wrap: true, width: 130, render: (d) => penaltyNames(d.kinds) || '—' },
  { id: 'fine', title: '罚款（元）', width: 120, align: 'right', render: (d) => (d.fineFen === null ? '—' : writeMoney(d.fineFen)) },
  {
    id: 'confiscated',
    title: '没收（元）',
    width: 120,
    align: 'right',
    hidden: true,
    render: (d) => (d.confiscatedFen === null ? '—' : writeMoney(d.confiscatedFen)),
  },
  { id: 'item', title: '事项编码', width: 170, hidden: true, render: (d) => d.itemCode ?? '—' },
  { id: 'updates', title: '变更', width: 80, hidden: true, card: 'none', render: (d) => (d.updates === 0 ? '—' : `${d.updates} 次`) },
];
