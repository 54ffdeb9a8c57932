import { useEffect, useState } from 'react';
import { NAV_GROUPS, type NavGroup } from '#ui/nav.ts';
import { useSession } from '#ui/session.tsx';
import { isTextList, useRemembered } from '#ui/table/remembered.ts';
import type { MenuItem } from './menu-items.ts';

/** More lines than this do not stand in one window. */
const MOST_LINES = 30;
/** What is looked up now and then; the daily work stays open. */
const SELDOM: readonly NavGroup[] = ['registers', 'statistics', 'administration'];

/** A short menu does not fold at all. */
export function isLong(items: readonly MenuItem[]): boolean {
  return items.length > MOST_LINES;
}

export function isAt(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** The group in which the page shown stands; null where the menu does not name it. */
export function groupAt(items: readonly MenuItem[], pathname: string): NavGroup | null {
  return items.find((item) => isAt(pathname, item.to))?.group ?? null;
}

/** Which groups are folded, remembered in this browser for each account. Coming to a page of a folded group opens it. */
export function useFolding(folds: boolean, here: NavGroup | null) {
  const { accountId } = useSession();
  const [kept, keep] = useRemembered<readonly string[]>(`menu-folded:${accountId}`, SELDOM, isTextList);
  const [opened, open] = useState<NavGroup | null>(here);
  useEffect(() => open(here), [here]);
  const isFolded = (group: NavGroup): boolean => folds && group !== 'work' && group !== opened && kept.includes(group);
  const turn = (group: NavGroup): void => {
    const fold = !isFolded(group);
    if (fold && opened === group) open(null);
    const others = kept.filter((one) => one !== group && Object.hasOwn(NAV_GROUPS, one));
    keep(fold ? [...others, group] : others);
  };
  return { folds, isFolded, turn };
}
