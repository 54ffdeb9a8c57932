import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '#law';
import type { SessionView } from './api/types.ts';

const SessionContext = createContext<SessionView | null>(null);

export function SessionProvider({ session, children }: { session: SessionView; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Who is signed in and through which post. Only inside the signed-in part of the page. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}

/** Whether the present post has one of the roles. Only hides; the server decides. */
export function useHasRole(roles: readonly Role[]): boolean {
  return roles.includes(useSession().post.role);
}
