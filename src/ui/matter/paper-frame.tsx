import { useEffect, useRef, useState } from 'react';

/**
 * A stored paper in the browser's own viewer. The viewer has keys of its own and browsers do not draw the focus around it:
 * whoever goes on by Tab sees here that the keys are in it.
 */
export function PaperFrame({ title, src, className = '' }: { title: string; src: string; className?: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [inside, setInside] = useState(false);
  useEffect(() => {
    // The page hears nothing of a focus inside the frame but that its own window has lost it.
    const look = (): void => setInside(document.activeElement === frame.current);
    for (const event of ['blur', 'focus'] as const) window.addEventListener(event, look);
    document.addEventListener('focusin', look);
    return () => {
      for (const event of ['blur', 'focus'] as const) window.removeEventListener(event, look);
      document.removeEventListener('focusin', look);
    };
  }, []);
  return <iframe ref={frame} className={`${className}${inside ? ' fh-frame-focused' : ''}`} src={src} title={title} />;
}
