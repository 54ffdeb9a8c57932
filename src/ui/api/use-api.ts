import { keepPreviousData, QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from './client.ts';
import { failureOf } from './failure.ts';

/** One query client for the whole page; only failures that may pass by themselves are tried again. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && ['offline', 'database'].includes(failureOf(error).is),
        refetchOnWindowFocus: true,
      },
    },
  });
}

/** Reads a path of the API; null asks nothing yet. The path is the key of the cache. */
type ReadOptions<T> = {
  readonly keepPrevious?: boolean;
  /** Asks again every two seconds while this holds, e.g. while a document is being made. */
  readonly againWhile?: (data: T) => boolean;
};

export function useApi<T>(path: string | null, options: ReadOptions<T> = {}): UseQueryResult<T> {
  const { againWhile } = options;
  return useQuery<T>({
    queryKey: ['api', path],
    queryFn: () => get<T>(path ?? ''),
    enabled: path !== null,
    ...(againWhile === undefined
      ? {}
      : { refetchInterval: (query) => (query.state.data !== undefined && againWhile(query.state.data) ? 2_000 : false) }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** After an act anything may have changed: tasks, lists, clocks, counts. */
export function useRefreshAll(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
