import { Link } from '@tanstack/react-router';
import { useSession } from '#ui/session.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { Coverage } from '../contract.ts';
import { LACKING_LABELS } from '../coverage.ts';
import { LIST_LABELS, type ListKind } from '../model.ts';

export const COVERAGE_COLUMNS: readonly Column<Coverage>[] = [
  { id: 'organisation', title: '单位', always: true, wrap: true, card: 'head', render: (unit) => unit.organisationName },
  {
    id: 'missing',
    title: '应录未录',
    wrap: true,
    render: (unit) => <Missing unit={unit} />,
  },
  { id: 'counts', title: '已录入', wrap: true, render: (unit) => <Counts unit={unit} /> },
  {
    id: 'unpublished',
    title: '没有写公布日期',
    align: 'right',
    width: 130,
    render: (unit) => <Unpublished unit={unit} />,
  },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '单位名称', as: 'text' },
  { id: 'lacking', label: '应录未录', as: 'choice', options: LACKING_LABELS },
  { id: 'unpublished', label: '公布日期', as: 'choice', options: { true: '有没写公布日期的', false: '都写了公布日期' } },
  { id: 'on', label: '哪一日有效', as: 'date' },
];

/** 录入情况: which units have not entered what they must, and what is entered without the day of its publication. */
export function CoveragePanel() {
  return (
    <DataTable<Coverage>
      id="power-lists-coverage"
      what="录入情况"
      path="/api/power-lists/coverage"
      exportPath="/api/power-lists/coverage/export"
      columns={COVERAGE_COLUMNS}
      filters={FILTERS}
      rowKey={(unit) => unit.organisationId}
      empty="名录中还没有应当录入清单的单位；单位载入名录以后，在这里看到谁还没有录入清单。"
    />
  );
}

/** The reader's own unit is led to its editor. */
function Missing({ unit: { organisationId, missing } }: { unit: Coverage }) {
  const isOwn = useSession().post.organisationId === organisationId;
  if (missing.length === 0) return '—';
  if (!isOwn) return missing.map((list) => LIST_LABELS[list]).join('、');
  return missing.map((list, i) => (
    <span key={list}>
      {i > 0 ? '、' : ''}
      <Link to={`/list-changes/new?list=${list}`}>{LIST_LABELS[list]}（去录入）</Link>
    </span>
  ));
}

/** The reader's own unit is led to where it notes the day, others to the items. */
function Unpublished({ unit: { organisationId, unpublished } }: { unit: Coverage }) {
  const isOwn = useSession().post.organisationId === organisationId;
  if (unpublished === 0) return '0';
  const items = <Link to={`/lists?organisation=${organisationId}&published=false`}>{unpublished}</Link>;
  return isOwn ? (
    <>
      {items}　<Link to="/list-changes/new?published=false">补记</Link>
    </>
  ) : (
    items
  );
}

function Counts({ unit }: { unit: Coverage }) {
  const counts = Object.entries(unit.counts) as [ListKind, number][];
  if (counts.length === 0) return '没有录入';
  return counts.map(([list, count], i) => (
    <span key={list}>
      {i > 0 ? '，' : ''}
      <Link to={`/lists?organisation=${unit.organisationId}&list=${list}`}>
        {LIST_LABELS[list]} {count}
      </Link>
    </span>
  ));
}
