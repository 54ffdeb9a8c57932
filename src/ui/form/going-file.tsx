import { Button, Progress } from 'antd';
import { useSyncExternalStore } from 'react';
import { IN_PARTS_ABOVE } from '../api/upload-in-parts.ts';
import type { Going } from './use-uploads.ts';

type Props = {
  readonly one: Going;
  readonly pause: (one: Going) => void;
  readonly again: (one: Going) => void;
  readonly drop: (one: Going) => void;
};

function watchLine(told: () => void): () => void {
  const events = ['online', 'offline'] as const;
  for (const event of events) window.addEventListener(event, told);
  return () => {
    for (const event of events) window.removeEventListener(event, told);
  };
}

/** One file on its way: how far it is, and what can be done about it. */
export function GoingFile({ one, pause, again, drop }: Props) {
  const { name } = one.file;
  const isOnline = useSyncExternalStore(watchLine, () => navigator.onLine);
  const isLarge = one.file.size > IN_PARTS_ABOVE;
  return (
    <li className="fh-going">
      <span>{name}</span>
      {one.is === 'failed' ? (
        <span className="fh-error">{one.reason}</span>
      ) : (
        <Progress percent={Math.floor(one.share * 100)} size="small" aria-label={`${name} 上传进度`} />
      )}
      {one.is === 'sending' && isLarge && !isOnline ? <span className="fh-quiet">没有网络，连上后自动接着传</span> : null}
      {one.is === 'sending' && isLarge ? (
        <Button size="small" aria-label={`暂停上传 ${name}`} onClick={() => pause(one)}>
          暂停
        </Button>
      ) : null}
      {one.is === 'sending' ? null : (
        <Button size="small" aria-label={`${isLarge ? '接着上传' : '重新上传'} ${name}`} onClick={() => again(one)}>
          {isLarge ? '接着传' : '重传'}
        </Button>
      )}
      <Button size="small" aria-label={`取消上传 ${name}`} onClick={() => drop(one)}>
        取消
      </Button>
    </li>
  );
}
