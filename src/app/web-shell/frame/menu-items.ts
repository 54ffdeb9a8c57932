import type { KindInfo, SessionView } from '#ui/api/types.ts';
import type { NavGroup, PageEntry } from '#ui/nav.ts';
import { PAGES } from '../page-entries.ts';
import { hasOwnLedger, navGroupOf } from './kind-groups.ts';
import { isSeenBy } from './seen-by.ts';

export type MenuItem = { readonly to: string; readonly title: string; readonly group: NavGroup };

/**
 * What a post's menu holds: the pages declared for it, and a ledger for every kind of matter that the server lists to it. A page
 * that tells of none of these kinds could never show it a thing.
 */
export function menuItems(session: SessionView, kinds: readonly KindInfo[]): readonly MenuItem[] {
  const pages = PAGES.flatMap((page) =>
    page.nav !== undefined && isSeenBy(page, session) && tellsOfSomething(page, kinds)
      ? [{ to: page.path, title: page.title, group: page.nav }]
      : [],
  );
  const ledgers = kinds.filter((one) => one.listed && !hasOwnLedger(one.kind)).map(ledgerItem);
  return [...pages, ...ledgers];
}

/** As long as the server has not said otherwise. */
function tellsOfSomething({ tellsOf }: PageEntry, kinds: readonly KindInfo[]): boolean {
  return tellsOf === undefined || tellsOf.some((kind) => kinds.find((one) => one.kind === kind)?.listed !== false);
}

function ledgerItem(kind: KindInfo): MenuItem {
  return { to: `/ledger/${kind.kind}`, title: `${kind.name}台账`, group: navGroupOf(kind.room) };
}
