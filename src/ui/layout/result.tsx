import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ActAnswer } from '../api/types.ts';

/** What was done and what comes next, in the words of the lifecycle. */
export function ResultNote({ answer, close }: { answer: ActAnswer; close: () => void }) {
  const note = useRef<HTMLDivElement>(null);
  // The form that was confirmed is gone, and with it the focus.
  useEffect(() => note.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={note} tabIndex={-1} className="fh-note">
      <Alert
        type="success"
        showIcon
        role="status"
        title={answer.says}
        description={answer.number === null || answer.says.includes(answer.number) ? undefined : `文号：${answer.number}`}
        closable={{ onClose: close, 'aria-label': '收起' }}
      />
    </div>
  );
}
