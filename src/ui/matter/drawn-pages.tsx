import { useEffect, useState } from 'react';
import type { DrawnPages } from '../api/types.ts';
import './drawn-pages.css';

/** Pages as they will be printed, each on its sheet. The picture is shown as an image: nothing in it can run. */
export function Sheets({ drawn, name }: { drawn: DrawnPages; name: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([drawn.svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [drawn]);
  if (url === null) return null;
  return (
    <div className="fh-sheets">
      {Array.from({ length: drawn.pages }, (_, i) => i + 1).map((page) => (
        <div key={page} className="fh-sheet">
          <img
            src={url}
            alt={`${name}，第 ${page} 页，共 ${drawn.pages} 页`}
            style={{ transform: `translateY(${(-100 * (page - 1)) / drawn.pages}%)` }}
          />
        </div>
      ))}
    </div>
  );
}
