import { Link } from '@tanstack/react-router';
import type { Column } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { instantWords } from '#ui/time-words.ts';
import type { JobView, RowTab, RowView } from '../contract-imports.ts';
import { DECISION_LABELS } from '../model-imports.ts';

const LINE: Column<RowView> = {
  id: 'line',
  title: '行',
  width: 70,
  always: true,
  card: 'head',
  render: (row) => (row.line === null ? '—' : `第${row.line}行`),
};
const RECORD: Column<RowView> = {
  id: 'record',
  title: '处罚决定',
  always: true,
  wrap: true,
  card: 'head',
  render: (row) => (row.matterId === null ? (row.title ?? '—') : <Link to={`/matters/${row.matterId}`}>{row.title}</Link>),
};
const REASON: Column<RowView> = {
  id: 'reason',
  title: '说明',
  wrap: true,
  render: (row) =>
    [row.decided === null ? null : `${row.decidedBy ?? ''}确认：${DECISION_LABELS[row.decided]}`, row.reason].filter(Boolean).join('；') ||
    '—',
};
const FAULTS: Column<RowView> = {
  id: 'faults',
  title: '出错的列、内容和原因',
  always: true,
  wrap: true,
  render: (row) => (
    <>
      <Corrected row={row} />
      {row.faults.length === 0 ? (
        (row.reason ?? '—')
      ) : (
        <ul className="imp-faults">
          {row.faults.map((fault) => (
            <li key={`${fault.column} ${fault.reason}`}>
              <strong>{fault.column}</strong>
              {fault.value === null || fault.value === '' ? null : <span className="imp-value">{fault.value}</span>}
              {fault.reason}
            </li>
          ))}
        </ul>
      )}
    </>
  ),
};

/** A later load has brought the row: nothing is left to do about it. */
function Corrected({ row }: { readonly row: RowView }) {
  if (row.corrected === null) return null;
  return (
    <p className="imp-corrected">
      <span className="fh-mark">已更正</span>
      <Link to={`/imports/${row.corrected.by}`}>{instantWords(row.corrected.at)} 的导入</Link>
      {row.matterId === null ? null : (
        <>
          ，<Link to={`/matters/${row.matterId}`}>{row.title}</Link>
        </>
      )}
    </p>
  );
}

const COLUMNS: Readonly<Record<RowTab, readonly Column<RowView>[]>> = {
  loaded: [LINE, RECORD, REASON],
  same: [LINE, RECORD, REASON],
  duplicate: [LINE, RECORD, REASON],
  'to-correct': [LINE, FAULTS],
  'set-aside': [LINE, REASON],
};
const EMPTY: Readonly<Record<RowTab, string>> = {
  loaded: '没有入库的行。',
  same: '没有与已有记录相同的行。',
  duplicate: '没有等待确认的疑似重复。',
  'to-correct': '没有需要更正的行。',
  'set-aside': '没有变更、删除、测试行。这类行只列出，不入库；需要变更或者撤回已入库的决定，请在该决定的办件页办理。',
};

/** Rows of one kind, in the order of the file. */
export function ImportRows({ job, tab }: { job: JobView; tab: RowTab }) {
  return (
    <DataTable<RowView>
      key={tab}
      id={`import-rows-${tab}`}
      what="行"
      path={`/api/penalty-records/imports/${job.id}/rows`}
      extra={{ tab }}
      columns={COLUMNS[tab]}
      rowKey={(row) => String(row.n)}
      empty={EMPTY[tab]}
    />
  );
}
