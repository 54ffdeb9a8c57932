import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import type { FileInfo } from '../api/types.ts';
import { fileSize } from '../matter/file-list.tsx';

type Going = { readonly id: number; readonly name: string; readonly share: number; readonly reason: string | null; readonly file: File };
type Props = {
  readonly label: string;
  readonly htmlId: string;
  readonly describedBy?: string;
  readonly max: number;
  readonly files: readonly FileInfo[];
  readonly setFiles: (files: readonly FileInfo[]) => void;
};

/** Files of an act: uploaded at once with progress; the act attaches them. A failed one can be sent again. */
export function FilesField({ label, htmlId, describedBy, max, files, setFiles }: Props) {
  const [going, setGoing] = useState<readonly Going[]>([]);
  const latest = useRef(files);
  latest.current = files;
  const count = useRef(0);
  const change = (id: number, next: Partial<Going> | null): void =>
    setGoing((all) => all.flatMap((one) => (one.id !== id ? [one] : next === null ? [] : [{ ...one, ...next }])));
  const send = async (file: File, id: number): Promise<void> => {
    try {
      const info = await upload(file, (share) => change(id, { share }));
      change(id, null);
      latest.current = [...latest.current, info];
      setFiles(latest.current);
    } catch (error) {
      change(id, { reason: failureOf(error).reason });
    }
  };
  const start = (chosen: readonly File[]): void => {
    for (const file of chosen) {
      count.current += 1;
      const id = count.current;
      setGoing((all) => [...all, { id, name: file.name, share: 0, reason: null, file }]);
      void send(file, id);
    }
  };
  return (
    <div className="fh-upload">
      <label className="fh-upload-button">
        <PaperClipOutlined aria-hidden /> 选择文件（最多 {max} 个）
        <input
          type="file"
          id={htmlId}
          aria-label={label}
          aria-describedby={describedBy}
          multiple={max > 1}
          className="fh-sr"
          onChange={(event) => {
            start([...(event.target.files ?? [])].slice(0, Math.max(0, max - files.length - going.length)));
            event.target.value = '';
          }}
        />
      </label>
      {files.length === 0 ? null : (
        <ul className="fh-files">
          {files.map((file) => (
            <li key={file.id}>
              <span>{file.name}</span>
              <span className="fh-quiet">{fileSize(file.size)}</span>
              <Button
                type="text"
                size="small"
                aria-label={`移除 ${file.name}`}
                icon={<CloseOutlined aria-hidden />}
                onClick={() => setFiles(files.filter((other) => other.id !== file.id))}
              />
            </li>
          ))}
          {going.map((one) => (
            <li key={one.id}>
              <span>{one.name}</span>
              {one.reason === null ? (
                <Progress percent={Math.round(one.share * 100)} size="small" aria-label={`${one.name} 上传进度`} />
              ) : (
                <>
                  <span className="fh-error">{one.reason}</span>
                  <Button
                    size="small"
                    onClick={() => {
                      change(one.id, { reason: null, share: 0 });
                      void send(one.file, one.id);
                    }}
                  >
                    重传
                  </Button>
                  <Button size="small" onClick={() => change(one.id, null)}>
                    取消
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
