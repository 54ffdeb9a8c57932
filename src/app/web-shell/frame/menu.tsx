import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NAV_GROUPS, type NavGroup } from '#ui/nav.ts';
import { useSession } from '#ui/session.tsx';
import { useKinds } from './kinds.ts';
import { menuItems } from './menu-items.ts';
import { useIsAdministrator } from './seen-by.ts';

/** The menu: pages by their group, and one ledger for every kind of matter that the server names. */
export function Menu() {
  const session = useSession();
  const administrator = useIsAdministrator();
  const { pathname } = useLocation();
  const kinds = useKinds(!administrator);
  const items = menuItems(session, kinds.data?.kinds ?? []);
  const groups = (Object.keys(NAV_GROUPS) as NavGroup[]).filter((group) => items.some((item) => item.group === group));
  const nav = useRef<HTMLElement>(null);
  // A menu longer than the window shows where one is; only the menu moves, never the page.
  useEffect(() => {
    const here = [...(nav.current?.querySelectorAll('a') ?? [])].find((link) => isAt(pathname, link.pathname));
    if (nav.current === null || here === undefined || items.length === 0) return;
    const [frame, entry] = [nav.current.getBoundingClientRect(), here.getBoundingClientRect()];
    if (entry.top < frame.top || entry.bottom > frame.bottom) nav.current.scrollTop += entry.top - frame.top - frame.height / 2;
  }, [pathname, items.length]);
  return (
    <nav className="fh-nav" aria-label="主菜单" ref={nav}>
      {groups.map((group) => (
        <div key={group} className="fh-nav-group">
          {group === 'work' ? null : <span className="fh-nav-title">{NAV_GROUPS[group]}</span>}
          <ul aria-label={NAV_GROUPS[group]}>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    className={isAt(pathname, item.to) ? 'fh-nav-here' : undefined}
                    aria-current={isAt(pathname, item.to) ? 'page' : undefined}
                  >
                    {item.title}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function isAt(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}
