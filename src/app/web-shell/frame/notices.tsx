import { BellOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, Button, Popover } from 'antd';
import { call } from '#ui/api/client.ts';
import type { NoticeRow, Workbench } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { instantWords } from '#ui/time-words.ts';

const WORKBENCH = '/api/workbench';

/** The bell: how many messages are new to this post; opening it reads them. */
export function NoticeBell() {
  const workbench = useApi<Workbench>(WORKBENCH);
  const { notices = [], unread = 0 } = workbench.data ?? {};
  const read = useReadNotices(workbench.data);
  return (
    <Popover
      content={<NoticeList notices={notices.slice(0, 8)} />}
      trigger="click"
      placement="bottomRight"
      title="消息"
      onOpenChange={(open) => (open ? void read() : undefined)}
    >
      <Button type="text" className="fh-header-button" aria-label={unread === 0 ? '消息，没有未读' : `消息，未读 ${unread} 条`}>
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined aria-hidden className="fh-bell" />
        </Badge>
      </Button>
    </Popover>
  );
}

/** Messages, newest first, each leading to its matter. */
export function NoticeList({ notices }: { readonly notices: readonly NoticeRow[] }) {
  if (notices.length === 0) return <p className="fh-quiet">没有新消息。期限提醒、送达和签收会在这里告知。</p>;
  return (
    <ul className="fh-notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <span className="fh-quiet">{instantWords(notice.at)}</span>
          <Link to={`/matters/${notice.matterId}`}>{wordsOf(notice)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Two matters may bear one title: the number tells them apart. */
function wordsOf({ number, text }: NoticeRow): string {
  return number === null || text.includes(number) ? text : `${number} ${text}`;
}

/** Tells the server how far the messages shown go; one that comes in between stays unread. */
function useReadNotices(bench: Workbench | undefined): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const [newest] = bench?.notices ?? [];
    if (newest === undefined || bench?.unread === 0) return;
    await call('POST', '/api/notices/seen', { body: { upTo: newest.at }, quiet: true }).catch(() => undefined);
    await client.invalidateQueries({ queryKey: ['api', WORKBENCH] });
  };
}
