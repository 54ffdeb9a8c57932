import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { FocusedNote } from '#ui/layout/result.tsx';
import type { Column } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { JobView, RowView } from '../contract-imports.ts';
import { DECISION_LABELS, type DuplicateDecision } from '../model-imports.ts';

type Answer = {
  readonly decided: number;
  readonly left: number;
  readonly refused: readonly { readonly line: number | null; readonly reason: string }[];
};
const DECISIONS = Object.keys(DECISION_LABELS) as DuplicateDecision[];

const COLUMNS: readonly Column<RowView>[] = [
  { id: 'line', title: '行', width: 70, always: true, card: 'head', render: (row) => (row.line === null ? '—' : `第${row.line}行`) },
  {
    id: 'record',
    title: '已有的处罚决定',
    always: true,
    wrap: true,
    width: 260,
    card: 'head',
    render: (row) => (row.matterId === null ? (row.title ?? row.reason ?? '—') : <Link to={`/matters/${row.matterId}`}>{row.title}</Link>),
  },
  { id: 'differences', title: '不同之处：已有 → 这一行', always: true, wrap: true, render: (row) => <Differences row={row} /> },
];

/** 疑似重复: same organ, number and year. Never guessed; a person says of each, or of many at once. */
export function ImportDuplicates({ job }: { job: JobView }) {
  const refresh = useRefreshAll();
  const [selected, change] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<DuplicateDecision | null>(null);
  const [done, setDone] = useState<{ readonly type: 'success' | 'warning'; readonly title: string; readonly more: string } | null>(null);
  const decide = async (decision: DuplicateDecision, rows: readonly number[] | null): Promise<void> => {
    setBusy(decision);
    try {
      const answer = await decideAll(job.id, decision, rows);
      const more = answer.refused.map(({ line, reason }) => `第${line ?? ''}行：${reason}`).join('；');
      setDone({
        type: answer.refused.length === 0 ? 'success' : 'warning',
        title: `已确认 ${answer.decided} 行：${DECISION_LABELS[decision]}`,
        more,
      });
      change(new Set());
    } catch (error) {
      setDone({ type: 'warning', title: failureOf(error).reason, more: '' });
    } finally {
      await refresh();
      setBusy(null);
    }
  };
  const chosen = [...selected].map(Number);
  const going = job.state === 'queued' || job.state === 'running';
  const may = job.mine && job.counts.duplicates > 0 && !going;
  return (
    <>
      <p className="fh-hint">处罚机关、文号、年份相同，内容不同。请确认是同一决定、是更正，还是两份不同的决定；平台不猜。</p>
      {done === null ? null : (
        <FocusedNote key={done.title}>
          <Alert type={done.type} showIcon role="status" title={done.title} description={done.more === '' ? undefined : done.more} />
        </FocusedNote>
      )}
      {may ? (
        <p className="imp-actions">
          <span>{chosen.length === 0 ? `全部 ${job.counts.duplicates} 行：` : `选中的 ${chosen.length} 行：`}</span>
          {DECISIONS.map((decision) => (
            <Button
              key={decision}
              loading={busy === decision}
              disabled={busy !== null}
              onClick={() => void decide(decision, chosen.length === 0 ? null : chosen)}
            >
              {DECISION_LABELS[decision]}
            </Button>
          ))}
        </p>
      ) : null}
      <DataTable<RowView>
        id="import-duplicates"
        what="疑似重复"
        path={`/api/penalty-records/imports/${job.id}/rows`}
        extra={{ tab: 'duplicate' }}
        columns={COLUMNS}
        rowKey={(row) => String(row.n)}
        empty="没有等待确认的疑似重复。"
        {...(may ? { selection: { selected, change } } : {})}
      />
    </>
  );
}

/** The server takes a few hundred at a time; the rest is asked for until nothing more can be decided. */
async function decideAll(id: string, decision: DuplicateDecision, rows: readonly number[] | null): Promise<Answer> {
  const path = `/api/penalty-records/imports/${id}/duplicates`;
  let all: Answer = await call<Answer>('POST', path, { body: { decision, ...(rows === null ? {} : { rows }) } });
  for (let last = all; rows === null && last.left > 0 && last.decided > 0; ) {
    last = await call<Answer>('POST', path, { body: { decision } });
    all = { decided: all.decided + last.decided, left: last.left, refused: last.refused };
  }
  return all;
}

function Differences({ row }: { row: RowView }) {
  if (row.differences.length === 0) return <span className="fh-quiet">{row.reason ?? '个人信息有不同'}</span>;
  return (
    <dl className="imp-differences">
      {row.differences.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <del>{before === '' ? '（空）' : before}</del> → <ins>{after === '' ? '（空）' : after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
