import { Alert } from 'antd';
import type { ActAnswer } from '../api/types.ts';

/** What was done and what comes next, in the words of the lifecycle. */
export function ResultNote({ answer, close }: { answer: ActAnswer; close: () => void }) {
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="fh-note"
      title={answer.says}
      description={answer.number === null || answer.says.includes(answer.number) ? undefined : `文号：${answer.number}`}
      closable={{ onClose: close, 'aria-label': '收起' }}
    />
  );
}
