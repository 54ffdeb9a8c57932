import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { FileInfo } from '../api/types.ts';
import { fileSize } from '../matter/file-list.tsx';
import { GoingFile } from './going-file.tsx';
import { OpenUploads } from './open-uploads.tsx';
import { useUploads } from './use-uploads.ts';

type Props = {
  readonly label: string;
  readonly htmlId: string;
  readonly describedBy?: string;
  readonly max: number;
  readonly files: readonly FileInfo[];
  readonly setFiles: (files: readonly FileInfo[]) => void;
};

/** Files of an act: uploaded at once with progress; the act attaches them. One that failed or was paused can be sent on. */
export function FilesField({ label, htmlId, describedBy, max, files, setFiles }: Props) {
  const latest = useRef(files);
  const input = useRef<HTMLInputElement>(null);
  latest.current = files;
  const { going, start, pause, again, drop } = useUploads((info) => {
    latest.current = [...latest.current, info];
    setFiles(latest.current);
  });
  return (
    <div className="fh-upload">
      <label className="fh-upload-button">
        <PaperClipOutlined aria-hidden /> 选择文件（最多 {max} 个）
        <input
          ref={input}
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
      <OpenUploads going={going} />
      {files.length + going.length === 0 ? null : (
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
                onClick={() => {
                  setFiles(files.filter((other) => other.id !== file.id));
                  input.current?.focus();
                }}
              />
            </li>
          ))}
          {going.map((one) => (
            <GoingFile key={one.id} one={one} pause={pause} again={again} drop={drop} />
          ))}
        </ul>
      )}
    </div>
  );
}
