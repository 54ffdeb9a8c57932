import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';

type Props = {
  readonly path: string;
  readonly name: string;
  readonly words?: string;
  /** What the workbook is made from, where no address says it. */
  readonly body?: unknown;
};

/** The list as seen, as a workbook; what goes wrong is said here and not saved as a file. */
export function ExportButton({ path, name, words = '导出', body }: Props) {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setReason(null);
    try {
      await download(path, `${name}.xlsx`, body);
    } catch (error) {
      setReason(failureOf(error).reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span>
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void run()}>
        {words}
      </Button>
      {reason === null ? null : (
        <p className="fh-error" role="alert">
          没有办成：{reason}
        </p>
      )}
    </span>
  );
}
