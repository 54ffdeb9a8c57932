import { Link } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import type { FileInfo } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { FilesField } from '#ui/form/files-field.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { FailureWords } from '#ui/layout/states.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import { LoadPreview, type Preview } from './load-preview.tsx';

const REGISTERS = { organisations: '单位名录', certificates: '执法、监督证件', laws: '法律法规有效期', lists: '清单' } as const;
type Register = keyof typeof REGISTERS;
type Loaded = Preview & { readonly matterId: string; readonly says: string };

/** 名录载入: a file, what it would change, and only what was seen is written. */
export function RegisterLoadPage() {
  const [register, setRegister] = useState<Register>('organisations');
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { busy, failure, forget, run } = useWork();
  const refresh = useRefreshAll();
  const file = files[0];
  const restart = (): void => {
    setPreview(null);
    setLoaded(null);
    forget();
  };
  const look = (id: string): Promise<void> =>
    run(async () => setPreview(await call<Preview>('POST', '/api/register-loads/preview', { body: { register, file: id } })));
  const confirm = (id: string, basis: string): Promise<void> =>
    run(async () => {
      setLoaded(await call<Loaded>('POST', '/api/register-loads', { body: { register, file: id, basis } }));
      setPreview(null);
      setFiles([]);
      await refresh();
    });
  return (
    <Page title="名录载入" status="上传工作簿，先看会改动什么，确认后才写入；以前的登记都保留，可按日期查回。">
      {loaded === null ? null : (
        <Alert
          type="success"
          showIcon
          role="status"
          className="fh-note"
          title={loaded.says}
          description={<Link to={`/matters/${loaded.matterId}`}>查看此次载入的记录</Link>}
        />
      )}
      <Section
        title="一、选择名录和文件"
        extra={<ExportButton path={`/api/register-loads/workbook?register=${register}`} name={REGISTERS[register]} />}
      >
        <Radio.Group
          aria-label="名录"
          value={register}
          options={Object.entries(REGISTERS).map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            setRegister(event.target.value as Register);
            restart();
          }}
        />
        <p className="fh-hint">可先导出现状，在工作簿上修改后再上传。支持 XLSX 和 CSV，列的顺序和写法不限。</p>
        <FilesField
          label="名录文件"
          htmlId="register-file"
          max={1}
          files={files}
          setFiles={(next) => {
            setFiles(next);
            restart();
          }}
        />
        {file === undefined || preview !== null ? null : (
          <p>
            <Button type="primary" loading={busy} onClick={() => void look(file.id)}>
              查看会改动什么
            </Button>
          </p>
        )}
      </Section>
      {failure === null ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="fh-note"
          title="没有办成，名录未作任何改动"
          description={<FailureWords failure={failure} />}
        />
      )}
      {preview === null || file === undefined ? null : (
        <LoadPreview preview={preview} busy={busy} confirm={() => void confirm(file.id, preview.basis)} />
      )}
    </Page>
  );
}
