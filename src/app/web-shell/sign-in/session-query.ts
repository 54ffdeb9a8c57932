import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api/client.ts';
import type { SessionView } from '#ui/api/types.ts';

const SESSION_KEY = ['session'];

export function useSessionQuery() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => call<SessionView>('GET', '/api/session', { quiet: true }),
    staleTime: 60_000,
    retry: false,
  });
}

/** Puts a new session in place. Another person or post sees nothing of what the last one had read. */
export function useTakeSession(): (session: SessionView) => void {
  const client = useQueryClient();
  return (session) => {
    const before = client.getQueryData<SessionView>(SESSION_KEY);
    if (before !== undefined && before.post.id !== session.post.id) client.clear();
    client.setQueryData(SESSION_KEY, session);
  };
}

/** Forgets everything that was read. */
export function useForgetSession(): () => void {
  const client = useQueryClient();
  return () => client.clear();
}
