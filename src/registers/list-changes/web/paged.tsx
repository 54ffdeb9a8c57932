import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

const PAGE = 50;

/** A long list kept in the page, fifty at a time. */
export function Paged<T>({
  items,
  what,
  children,
}: {
  items: readonly T[];
  what: string;
  children: (shown: readonly T[], start: number) => ReactNode;
}) {
  const [asked, setPage] = useState(1);
  const last = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Math.min(asked, last);
  const start = (page - 1) * PAGE;
  return (
    <>
      {children(items.slice(start, start + PAGE), start)}
      {last === 1 ? null : (
        <nav className="fh-pager" aria-label={`${what}翻页`}>
          <span role="status">共 {items.length} 项</span>
          <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <span>
            第 {page} 页，共 {last} 页
          </span>
          <Button disabled={page >= last} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </nav>
      )}
    </>
  );
}
