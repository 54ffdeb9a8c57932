import { Button } from 'antd';
import { useState } from 'react';
import type { FileInfo } from '../api/types.ts';
import { PaperFrame } from './paper-frame.tsx';
import { useReadingReason } from './reading-reason.tsx';

type Shown = 'image' | 'page' | 'audio' | 'video';
const SHOWN: Readonly<Record<string, Shown>> = {
  ...{ jpg: 'image', jpeg: 'image', png: 'image', webp: 'image' },
  ...{ pdf: 'page', mp3: 'audio', m4a: 'audio', aac: 'audio', wav: 'audio' },
  ...{ mp4: 'video', mov: 'video', webm: 'video' },
};

/** How the page can show a file without keeping a copy; null: only by downloading it. */
function shownAs(name: string): Shown | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(SHOWN, ending) ? (SHOWN[ending] ?? null) : null;
}

/** Opens a picture, a paper or a recording in its place; a recording comes piece by piece, so that it can be moved about in. */
export function FileViewer({ file }: { file: FileInfo }) {
  const [open, setOpen] = useState(false);
  const as = shownAs(file.name);
  const { closed } = useReadingReason();
  if (as === null || (closed && file.covered !== true)) return null;
  return (
    <>
      <Button
        size="small"
        type="link"
        aria-expanded={open}
        aria-label={`${open ? '收起' : '查看'} ${file.name}`}
        onClick={() => setOpen(!open)}
      >
        {open ? '收起' : as === 'audio' || as === 'video' ? '播放' : '查看'}
      </Button>
      {open ? <Shown as={as} file={file} /> : null}
    </>
  );
}

function Shown({ as, file: { id, name } }: { as: Shown; file: FileInfo }) {
  const { withReason } = useReadingReason();
  const source = withReason(`/api/files/${id}`);
  if (as === 'image') return <img className="fh-viewer" src={source} alt={name} />;
  if (as === 'page') return <PaperFrame className="fh-viewer fh-viewer-page" src={source} title={name} />;
  // What was recorded on the spot has no written text beside it; the record of the act stands on the page.
  return as === 'audio' ? (
    // biome-ignore lint/a11y/useMediaCaption: evidence is shown as it was taken
    <audio className="fh-viewer" controls preload="metadata" src={source} aria-label={name} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: evidence is shown as it was taken
    <video className="fh-viewer" controls preload="metadata" src={source} aria-label={name} />
  );
}
