import { Alert, Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Column } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { instantWords } from '#ui/time-words.ts';
import { objectWords, postWords } from './audit-words.ts';

type Entry = {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly organisation: string | null;
  readonly roleName: string | null;
  readonly source: string | null;
  readonly actionName: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly resultName: string;
  readonly detail: Readonly<Record<string, unknown>>;
};
type Verdict = {
  readonly whole: boolean;
  readonly linked: number;
  readonly waiting: number;
  readonly faults: readonly { readonly what: string }[];
};

export const LOG_COLUMNS: readonly Column<Entry>[] = [
  { id: 'at', title: '时间', always: true, card: 'head', render: (row) => instantWords(row.at) },
  { id: 'who', title: '谁', card: 'head', render: (row) => row.who },
  { id: 'post', title: '岗位', render: (row) => postWords(row) ?? '—' },
  { id: 'action', title: '做了什么', render: (row) => row.actionName },
  { id: 'object', title: '对象', render: (row) => objectWords(row) ?? '—' },
  { id: 'result', title: '结果', render: (row) => row.resultName },
  { id: 'source', title: '来源地址', render: (row) => row.source ?? '—' },
  { id: 'detail', title: '细节', hidden: true, wrap: true, render: (row) => JSON.stringify(row.detail) },
];

/** The audit log: read, exported and proved unbroken; reading it is logged as well. */
export function LogPage() {
  const first = useApi<{ readonly actions: Readonly<Record<string, string>> }>('/api/admin/audit');
  return (
    <Page title="审计日志" status="谁在什么时候做了什么；只能查阅、导出和校验，不能修改。查阅本身也会记入日志。" actions={<VerifyButton />}>
      <DataTable<Entry>
        id="audit"
        what="日志"
        path="/api/admin/audit"
        exportPath="/api/admin/audit/export"
        columns={LOG_COLUMNS}
        filters={[
          { id: 'from', label: '起始日', as: 'date' },
          { id: 'to', label: '截止日', as: 'date' },
          { id: 'who', label: '姓名', as: 'text' },
          { id: 'action', label: '操作', as: 'choice', options: first.data?.actions ?? {} },
          { id: 'result', label: '结果', as: 'choice', options: { ok: '成功', refused: '拒绝', failed: '失败' } },
        ]}
        rowKey={(row) => row.id}
        empty="还没有日志。每一次登录、查阅和办理都会记在这里。"
      />
    </Page>
  );
}

function VerifyButton() {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setReason(null);
    try {
      setVerdict(await call<Verdict>('GET', '/api/admin/audit/verify'));
    } catch (error) {
      setReason(failureOf(error).reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="fh-verdict">
      <Button loading={busy} onClick={() => void run()}>
        校验日志链
      </Button>
      {reason === null ? null : <Alert type="error" role="alert" title={reason} />}
      {verdict === null ? null : (
        <Alert
          type={verdict.whole ? 'success' : 'error'}
          showIcon
          role="status"
          title={verdict.whole ? `日志链完整：${verdict.linked} 条首尾相接` : `日志链有 ${verdict.faults.length} 处不符`}
          description={verdict.whole ? undefined : verdict.faults.map((fault) => fault.what).join('；')}
        />
      )}
    </div>
  );
}
