import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import type { ListPage } from '../api/types.ts';
import { type ListParams, listPath, readListParams, writeListParams } from './list-params.ts';

/** The list's parameters, read from and written to the address bar. */
export function useListParams(filterIds: readonly string[]): [ListParams, (next: ListParams) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const params = readListParams(location.searchStr, filterIds);
  return [
    params,
    (next) => {
      void navigate({ href: `${location.pathname}${writeListParams(location.searchStr, filterIds, next)}`, replace: false });
    },
  ];
}

/**
 * One page of a list. The server pages by cursor; the address bar by number. Cursors already seen are remembered,
 * an address opened at a later page walks there once.
 */
export function useListPage<T>(base: string, extra: Readonly<Record<string, string>>, params: ListParams) {
  const client = useQueryClient();
  const list = listPath(base, params, extra, null);
  return useQuery({
    queryKey: ['list', list, params.page],
    queryFn: async (): Promise<ListPage<T>> => {
      const trail = client.getQueryData<readonly (string | null)[]>(['trail', list]) ?? [null];
      const cursors = [...trail];
      for (let page = Math.min(cursors.length, params.page); ; page += 1) {
        const answer = await get<ListPage<T>>(listPath(base, params, extra, cursors[page - 1] ?? null));
        if (answer.cursor !== null) cursors[page] = answer.cursor;
        client.setQueryData(['trail', list], cursors);
        if (page >= params.page || answer.cursor === null) return answer;
      }
    },
    placeholderData: (previous: ListPage<T> | undefined) => previous,
  });
}
