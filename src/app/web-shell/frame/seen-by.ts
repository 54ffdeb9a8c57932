import { ADMIN_ROLES } from '#law';
import type { SessionView } from '#ui/api/types.ts';
import type { PageEntry } from '#ui/nav.ts';
import { useSession } from '#ui/session.tsx';

/** Hides from the menu what a post has nothing to do with; reading is decided by the server. */
export function isSeenBy(page: Pick<PageEntry, 'seenBy'>, session: SessionView): boolean {
  if (page.seenBy === 'all') return true;
  if (page.seenBy === 'business') return !ADMIN_ROLES.includes(session.post.role);
  return page.seenBy.includes(session.post.role);
}

/** One of the 三员, who see no business data. */
export function useIsAdministrator(): boolean {
  return ADMIN_ROLES.includes(useSession().post.role);
}
