import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import type { JobView } from '../contract-imports.ts';
import { PHASE_LABELS } from '../model-imports.ts';

/** How far a load has come, and how fast it goes. */
export function ImportProgress({ job }: { job: JobView }) {
  const refresh = useRefreshAll();
  const [reason, setReason] = useState<string | null>(null);
  const cancel = async (): Promise<void> => {
    setReason(null);
    try {
      await call('POST', `/api/penalty-records/imports/${job.id}/cancel`);
      await refresh();
    } catch (error) {
      setReason(failureOf(error).reason);
    }
  };
  const percent = Math.min(99, Math.floor(job.progress * 100));
  return (
    <Section
      title="进度"
      extra={
        job.mine && job.phase === 'rows' ? (
          <Button disabled={job.cancelAsked} onClick={() => void cancel()}>
            {job.cancelAsked ? '正在取消' : '取消导入'}
          </Button>
        ) : null
      }
    >
      <Progress percent={percent} status="active" aria-label="导入进度" />
      <p role="status">
        {job.state === 'queued' ? '排队等候' : PHASE_LABELS[job.phase]}：已读 {job.passed.toLocaleString('en-US')} 行
        {job.rowsPerSecond === null ? '' : `，每秒 ${job.rowsPerSecond.toLocaleString('en-US')} 行`}。
      </p>
      {reason === null ? null : <Alert type="warning" showIcon role="alert" title={reason} />}
    </Section>
  );
}
