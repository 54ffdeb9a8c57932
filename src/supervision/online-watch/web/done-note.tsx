import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { FocusedNote } from '#ui/layout/result.tsx';
import type { Done } from './decision-drawer.tsx';

/** What was done and what comes next, with the way to the matter that came of it. */
export function DoneNote({ done, close }: { done: Done; close: () => void }) {
  return (
    <FocusedNote key={done.says}>
      <Alert
        type="success"
        showIcon
        role="status"
        title={done.says}
        description={done.matterId === null ? undefined : <Link to={`/matters/${done.matterId}`}>打开办件页</Link>}
        closable={{ onClose: close, 'aria-label': '收起' }}
      />
    </FocusedNote>
  );
}
