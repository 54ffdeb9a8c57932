import { DownloadOutlined } from '@ant-design/icons';
import type { FileInfo } from '../api/types.ts';
import { FileViewer } from './file-viewer.tsx';
import { useReadingReason } from './reading-reason.tsx';

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  if (bytes < 1024 * 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${(bytes / 1024 / 1024 / 1024).toFixed(1)} GB`;
}

/** Files of a matter, each with its digest on demand. */
export function FileList({ files, label }: { files: readonly FileInfo[]; label: string }) {
  const { closed, withReason } = useReadingReason();
  if (files.length === 0) return null;
  return (
    <ul className="fh-files" aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          {closed && file.covered !== true ? (
            <span title="原件，写明调阅事由后可以打开">{file.name}</span>
          ) : (
            <a
              href={withReason(`/api/files/${file.id}`)}
              download={file.name}
              title={file.sha256 === undefined ? undefined : `SHA-256 ${file.sha256}`}
            >
              <DownloadOutlined aria-hidden /> {file.name}
            </a>
          )}
          <span className="fh-quiet">
            {file.covered === true ? '遮盖件，' : ''}
            {fileSize(file.size)}
          </span>
          <FileViewer file={file} />
        </li>
      ))}
    </ul>
  );
}
