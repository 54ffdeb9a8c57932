import { Alert } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ActAnswer } from '../api/types.ts';

/** Takes the focus as it appears: the form that was confirmed is gone, and the focus with it. */
export function FocusedNote({ children }: { children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={note} tabIndex={-1} className="fh-note">
      {children}
    </div>
  );
}

/** What was done and what comes next, in the words of the lifecycle. Give it a key of the act: each result takes the focus. */
export function ResultNote({ answer, close }: { answer: ActAnswer; close: () => void }) {
  return (
    <FocusedNote>
      <Alert
        type="success"
        showIcon
        role="status"
        title={answer.says}
        description={answer.number === null || answer.says.includes(answer.number) ? undefined : `文号：${answer.number}`}
        closable={{ onClose: close, 'aria-label': '收起' }}
      />
    </FocusedNote>
  );
}
