import { Link, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';
import { queryString } from '#ui/api/query-string.ts';
import type { MatterRow } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useRowKeys } from '#ui/row-keys.ts';

type Hits = { readonly items: readonly MatterRow[] };

/** Matters by number, unit, title and, for cases, what they are about, within what this post may see. */
export function SearchPage() {
  const q = new URLSearchParams(useLocation().searchStr).get('q')?.trim() ?? '';
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list, 'a');
  const hits = useApi<Hits>(q === '' ? null : `/api/search${queryString({ q })}`);
  return (
    <Page title="搜索" status={q === '' ? '在上方输入文号、案号、单位、当事人、案由或者案情中的词。' : `“${q}”在您查阅范围内的结果`}>
      {q === '' ? null : (
        <Loaded query={hits} what="搜索结果">
          {(found) => (
            <div className="fh-list">
              {found.items.length === 0 ? (
                <EmptyState>没有找到。可只输入文号中的数字，或单位名称的一部分再试。</EmptyState>
              ) : (
                <ul className="fh-tasks" aria-label="搜索结果" ref={list}>
                  {found.items.map((row) => (
                    <li key={row.id}>
                      <Link to={`/matters/${row.id}`} className="fh-task fh-hit">
                        <span className="fh-quiet">{row.kindName}</span>
                        <span className="fh-task-title">{row.title}</span>
                        <span className="fh-task-sub">{[row.number ?? '', row.homeName].filter((word) => word !== '').join('　')}</span>
                        <span>{row.statusName}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
