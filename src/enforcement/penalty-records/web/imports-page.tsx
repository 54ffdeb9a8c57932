import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import type { FileInfo } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { DayControl } from '#ui/form/day-control.tsx';
import { FilesField } from '#ui/form/files-field.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { FailureWords } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { Column } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import { instantWords } from '#ui/time-words.ts';
import type { JobLine, JobView } from '../contract-imports.ts';
import { FILE_KIND_LABELS, type FileKind } from '../model.ts';
import { ImportSteps } from './import-steps.tsx';
import './imports.css';

const COLUMNS: readonly Column<JobLine>[] = [
  {
    id: 'file',
    title: '文件',
    always: true,
    wrap: true,
    card: 'head',
    render: (job) => <Link to={`/imports/${job.id}`}>{job.fileName ?? '系统对接报送'}</Link>,
  },
  { id: 'state', title: '状态', width: 130, card: 'head', render: (job) => job.stateName },
  {
    id: 'loaded',
    title: '已入库',
    align: 'right',
    width: 80,
    render: (job) => number(job.counts.loaded + job.counts.otherSource + job.counts.updated),
  },
  { id: 'rejected', title: '需更正', align: 'right', width: 80, render: (job) => number(job.counts.rejected - job.corrected) },
  { id: 'duplicates', title: '疑似重复', align: 'right', width: 90, render: (job) => number(job.counts.duplicates) },
  { id: 'findings', title: '新预警', align: 'right', width: 80, render: (job) => number(job.counts.findings) },
  { id: 'unit', title: '报送单位', wrap: true, width: 190, render: (job) => job.organisationName },
  { id: 'who', title: '办理人', width: 110, render: (job) => job.accountName },
  { id: 'at', title: '时间', width: 140, card: 'foot', render: (job) => instantWords(job.createdAt) },
];

/** 导入: a file is brought here; what became of earlier ones stands below. */
export function ImportsPage() {
  return (
    <Page title="导入" status="上传行政处罚决定表格，核对各列的含义后入库；离开页面不影响导入。">
      <ImportSteps at={1} />
      <NewImport />
      <Section title="以往的导入">
        <DataTable<JobLine>
          id="imports"
          what="导入"
          path="/api/penalty-records/imports"
          columns={COLUMNS}
          rowKey={(job) => job.id}
          href={(job) => `/imports/${job.id}`}
          empty="还没有导入过。上传第一个表格后，这里会列出每次导入的结果。"
        />
      </Section>
    </Page>
  );
}

function NewImport() {
  const { today } = useSession();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const [kind, setKind] = useState<FileKind>('publicity');
  const [exportedOn, setExportedOn] = useState(today);
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  const { busy, failure, forget, run } = useWork();
  const file = files[0];
  const recognise = (id: string): Promise<void> =>
    run(async () => {
      const body = { file: id, fileKind: kind, ...(kind === 'credit-export' ? { exportedOn } : {}) };
      const job = await call<JobView>('POST', '/api/penalty-records/imports', { body });
      await refresh();
      await navigate({ to: `/imports/${job.id}` });
    });
  return (
    <Section
      title="一、文件"
      extra={<ExportButton path="/api/penalty-records/imports/template" name="处罚决定填报表" words="下载空白填报表" />}
    >
      <Radio.Group
        aria-label="数据类别"
        value={kind}
        options={Object.entries(FILE_KIND_LABELS).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setKind(event.target.value as FileKind)}
      />
      {kind === 'publicity' ? null : (
        <p className="imp-inline">
          <label htmlFor="import-exported">导出日期</label>
          <DayControl aria={{ id: 'import-exported' }} status="" text={exportedOn} set={setExportedOn} />
          <span className="fh-quiet">公示是否超期按这一天判断</span>
        </p>
      )}
      <p className="fh-hint">支持 XLSX、CSV，列的顺序和写法不限，表头上方可以有标题行；每个文件不超过 150 MB。</p>
      <FilesField
        label="处罚决定表格"
        htmlId="import-file"
        max={1}
        files={files}
        setFiles={(next) => {
          setFiles(next);
          forget();
        }}
      />
      {failure === null ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="fh-note"
          title="这个文件不能导入，没有写入任何内容"
          description={<FailureWords failure={failure} />}
        />
      )}
      {file === undefined ? null : (
        <p>
          <Button type="primary" size="large" loading={busy} onClick={() => void recognise(file.id)}>
            识别各列
          </Button>
        </p>
      )}
    </Section>
  );
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}
