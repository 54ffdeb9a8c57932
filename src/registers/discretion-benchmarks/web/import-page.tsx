import { Link } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import type { FileInfo } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { FilesField } from '#ui/form/files-field.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, FailureWords } from '#ui/layout/states.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import { WordTable } from '#ui/table/word-table.tsx';
import type { ImportAnswer, ImportPreview } from '../contract.ts';
import { SHEET_TITLES } from '../reading/benchmark-sheet.ts';
import { ImportUppers, type Uppers } from './import-uppers.tsx';
import './benchmarks.css';

/** 导入裁量权基准: a workbook of benchmarks that the organ has published, one line for each tier. */
export function ImportBenchmarksPage() {
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  const [source, setSource] = useState('');
  const [uppers, setUppers] = useState<Uppers>(new Map());
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const { busy, failure, forget, run } = useWork();
  const refresh = useRefreshAll();
  const file = files[0];
  const look = (id: string): Promise<void> =>
    run(async () => setPreview(await call<ImportPreview>('POST', '/api/benchmarks/imports/preview', { body: { file: id } })));
  const confirm = (id: string): Promise<void> =>
    run(async () => {
      const chosen = [...uppers].map(([line, { versionId }]) => ({ line, versionId }));
      const body = { file: id, source: source.trim(), uppers: chosen };
      setAnswer(await call<ImportAnswer>('POST', '/api/benchmarks/imports', { body }));
      setPreview(null);
      await refresh();
    });
  return (
    <Page
      title="导入裁量权基准"
      back={{ to: '/benchmarks', label: '裁量权基准' }}
      status="本机关已在平台以外公布的基准，按工作簿逐件补录：一档一行，有一行读不出的，一件也不补录。"
    >
      <Section title="一、选择文件" extra={<ExportButton path="/api/benchmarks/export" name="裁量权基准" />}>
        <p className="fh-hint">
          列的先后不限：{SHEET_TITLES.join('、')}。同一违法行为的各档接连填写，除各档自己的内容外只在第一行填写。可先导出现行基准作样式。
        </p>
        <FilesField
          label="基准文件"
          htmlId="benchmarks-file"
          max={1}
          files={files}
          setFiles={(next) => {
            setFiles(next);
            setPreview(null);
            setUppers(new Map());
            setAnswer(null);
            forget();
          }}
        />
        {file === undefined || preview !== null || answer !== null ? null : (
          <p>
            <Button type="primary" loading={busy} onClick={() => void look(file.id)}>
              查看文件内容
            </Button>
          </p>
        )}
      </Section>
      {failure === null ? null : (
        <Alert type="error" showIcon role="alert" className="fh-note" title="没有办成" description={<FailureWords failure={failure} />} />
      )}
      {preview === null || file === undefined ? null : (
        <>
          <Previewed preview={preview} uppers={uppers} choose={setUppers} />
          {preview.problemCount > 0 || preview.benchmarks.length === 0 ? null : (
            <div className="db-tools">
              <Input
                aria-label="补录的来源"
                placeholder="补录的来源，例如公布文件的名称"
                maxLength={400}
                value={source}
                onChange={(e) => setSource(e.target.value)}
              />
              <Button type="primary" size="large" loading={busy} disabled={source.trim() === ''} onClick={() => void confirm(file.id)}>
                补录 {preview.benchmarks.length} 件
              </Button>
              {source.trim() === '' ? <span className="fh-quiet">请先填写补录的来源</span> : null}
            </div>
          )}
        </>
      )}
      {answer === null ? null : <Answered answer={answer} />}
    </Page>
  );
}

function Previewed({ preview, uppers, choose }: { preview: ImportPreview; uppers: Uppers; choose: (uppers: Uppers) => void }) {
  const { problemCount, doubtCount, benchmarks } = preview;
  return (
    <Section title={`二、${preview.name}`}>
      <p role="status">
        {problemCount > 0 ? `有 ${problemCount} 处错误，更正后重新上传；没有补录任何基准。` : `读出 ${benchmarks.length} 件基准。`}
      </p>
      {preview.ignored.length === 0 ? null : <p className="fh-hint">不认识、未使用的列：{preview.ignored.join('、')}</p>}
      {problemCount > 0 ? (
        <WordTable
          label="错误"
          titles={['行', '列', '填写的内容', '原因']}
          count={problemCount}
          rows={preview.problems.map((p) => [String(p.line), p.column, p.value, p.reason])}
        />
      ) : (
        <>
          <WordTable
            label="读出的基准"
            titles={['行', '违法行为', '文号', '施行日期', '档数']}
            count={benchmarks.length}
            rows={benchmarks.map((b) => [String(b.line), b.violation, b.documentNumber, b.from, String(b.tiers)])}
          />
          <ImportUppers benchmarks={benchmarks} uppers={uppers} choose={choose} />
          {doubtCount === 0 ? null : (
            <>
              <Alert
                type="warning"
                showIcon
                role="alert"
                className="fh-note"
                title={`有 ${doubtCount} 处不符合裁量权基准的条件：补录照实登记，成为监督预警`}
              />
              <WordTable
                label="不符合条件之处"
                titles={['行', '违法行为', '何处', '原因']}
                count={doubtCount}
                rows={preview.doubts.map((d) => [String(d.line), d.violation, d.place, d.reason])}
              />
            </>
          )}
        </>
      )}
    </Section>
  );
}

function Answered({ answer: { entered, known, refused } }: { answer: ImportAnswer }) {
  const words = `已补录 ${entered.length} 件${known.length === 0 ? '' : `；${known.length} 件早已登记，没有重复补录`}`;
  return (
    <Section title="三、结果">
      <Alert
        type={refused.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        className="fh-note"
        title={refused.length === 0 ? words : `${words}；${refused.length} 件没有补录`}
      />
      {refused.length === 0 ? null : (
        <WordTable
          label="没有补录的"
          titles={['行', '违法行为', '原因']}
          count={refused.length}
          rows={refused.map((r) => [String(r.line), r.violation, r.reason])}
        />
      )}
      {entered.length === 0 ? (
        <EmptyState>没有新补录的基准。</EmptyState>
      ) : (
        <ul className="db-list" aria-label="已补录">
          {entered.map((e) => (
            <li key={e.matterId}>
              <Link to={`/matters/${e.matterId}`}>{e.violation}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
