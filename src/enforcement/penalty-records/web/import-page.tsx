import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { ErrorState, Loading } from '#ui/layout/states.tsx';
import { fileSize } from '#ui/matter/file-list.tsx';
import { instantWords } from '#ui/time-words.ts';
import type { JobView } from '../contract-imports.ts';
import { FILE_KIND_LABELS } from '../model.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResults } from './import-results.tsx';
import { ImportSteps } from './import-steps.tsx';
import './imports.css';

const BACK = { to: '/imports', label: '导入' } as const;

/** One load on one page: the file, its columns, what became of its rows. */
export function ImportPage() {
  const { id = '' } = useParams({ strict: false });
  const job = useApi<JobView>(`/api/penalty-records/imports/${id}`, { againWhile: isGoing });
  const view = job.data;
  const before = view?.state === 'ready' || view?.state === 'blocked';
  const after = useFocusAfter(view !== undefined && before);
  if (view === undefined) {
    return (
      <Page title="导入" back={BACK}>
        {job.error === null ? <Loading what="导入" /> : <ErrorState error={job.error} where="导入" retry={() => void job.refetch()} />}
      </Page>
    );
  }
  return (
    <Page
      title={view.fileName ?? '系统对接报送'}
      back={BACK}
      status={statusOf(view)}
      marks={<span className="fh-mark">{view.stateName}</span>}
    >
      {view.origin === 'file' ? <ImportSteps at={before ? 2 : 3} /> : null}
      <FileFacts job={view} />
      {before && view.mine ? <ImportColumns key={`${view.id} ${view.head?.sheet ?? ''}`} job={view} /> : null}
      {before && !view.mine ? <p className="fh-note fh-quiet">由报送单位的人员对应各列并开始导入。</p> : null}
      <section ref={after} tabIndex={-1} aria-label="导入进度和结果">
        {isGoing(view) ? <ImportProgress job={view} /> : null}
        {view.state === 'failed' ? <Failed job={view} /> : null}
        {before || (isGoing(view) && view.passed === 0) ? null : <ImportResults job={view} />}
      </section>
    </Page>
  );
}

/** The columns go away as the import begins, and the focus with them: it goes on where progress and results will stand. */
function useFocusAfter(before: boolean) {
  const after = useRef<HTMLElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !before) after.current?.focus({ preventScroll: true });
    was.current = before;
  }, [before]);
  return after;
}

function isGoing(job: JobView): boolean {
  return job.state === 'queued' || job.state === 'running';
}

function statusOf(job: JobView): string {
  switch (job.state) {
    case 'ready':
      return '各列已经对应好，核对后开始导入。';
    case 'blocked':
      return job.head?.blocked ?? '还有列没有对应好。';
    case 'queued':
      return '排队等候，前面的导入办完即开始；可以离开本页。';
    case 'running':
      return '正在导入，可以离开本页。';
    case 'done':
      return `${instantWords(job.finishedAt ?? job.createdAt)} 办完。${leftToDo(job)}`;
    case 'cancelled':
      return job.passed === 0 ? '已取消，没有写入任何内容。' : '已取消；取消前入库的保留。';
    case 'failed':
      return '没有办完；已入库的不受影响。';
  }
}

function leftToDo({ counts, corrected }: JobView): string {
  const left = [
    ...(counts.rejected > corrected ? [`${counts.rejected - corrected}行需更正，更正后再传`] : []),
    ...(counts.duplicates > 0 ? [`${counts.duplicates}行疑似重复，请逐条确认`] : []),
  ];
  return left.length === 0 ? '没有需要更正或者确认的行。' : `${left.join('；')}。`;
}

function FileFacts({ job }: { job: JobView }) {
  return (
    <Section title={job.origin === 'file' ? '一、文件' : '报送'}>
      <dl className="imp-facts">
        <Fact label="数据类别" value={FILE_KIND_LABELS[job.fileKind] + (job.exportedOn === null ? '' : `（${job.exportedOn} 导出）`)} />
        {job.fileSize === null ? null : <Fact label="大小" value={fileSize(job.fileSize)} />}
        {job.head === null || job.head.columns === undefined ? null : (
          <Fact
            label="读取"
            value={[job.head.sheet === '' ? null : `工作表“${job.head.sheet}”`, job.head.encoding, `第${job.head.line}行为表头`]
              .filter(Boolean)
              .join('，')}
          />
        )}
        <Fact wide label="报送" value={[job.organisationName, job.accountName, instantWords(job.createdAt)].filter(Boolean).join(' · ')} />
        {job.organ === null ? null : <Fact label="处罚机关" value={`${job.organ.name}（文件中没有这一列）`} />}
      </dl>
      {job.origin === 'file' ? (
        <p>
          <a href={`/api/penalty-records/imports/${job.id}/file`} download>
            下载原文件
          </a>
        </p>
      ) : null}
      {job.earlier.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="fh-note"
          title="这个文件以前导入过"
          description={
            <>
              {job.earlier.map((one) => (
                <div key={one.id}>
                  <Link to={`/imports/${one.id}`}>{instantWords(one.createdAt)} 导入</Link>，{one.stateName}，入库 {one.loaded} 行。
                </div>
              ))}
              再导一次不会重复入库：内容相同的跳过，内容不同的列为疑似重复。
            </>
          }
        />
      )}
    </Section>
  );
}

function Fact({ label, value, wide }: { label: string; value: string; wide?: boolean }) {
  return (
    <div className={wide === true ? 'imp-wide' : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Failed({ job }: { job: JobView }) {
  const refresh = useRefreshAll();
  const [reason, setReason] = useState<string | null>(null);
  const again = async (): Promise<void> => {
    try {
      await call('POST', `/api/penalty-records/imports/${job.id}/start`);
      await refresh();
    } catch (error) {
      setReason(failureOf(error).reason);
    }
  };
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="fh-note"
      title="导入没有办完"
      description={reason ?? job.error ?? ''}
      action={job.mine ? <Button onClick={() => void again()}>从停下的地方继续</Button> : undefined}
    />
  );
}
