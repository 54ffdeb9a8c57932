import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NAV_GROUPS, type NavGroup } from '#ui/nav.ts';
import { useSession } from '#ui/session.tsx';
import { useKinds } from './kinds.ts';
import { groupAt, isAt, isLong, useFolding } from './menu-folding.ts';
import { type MenuItem, menuItems } from './menu-items.ts';
import { useIsAdministrator } from './seen-by.ts';

/** The menu: pages by their group, and one ledger for every kind of matter that the server names. A long one folds. */
export function Menu() {
  const session = useSession();
  const administrator = useIsAdministrator();
  const { pathname } = useLocation();
  const kinds = useKinds(!administrator);
  const items = menuItems(session, kinds.data?.kinds ?? []);
  const groups = (Object.keys(NAV_GROUPS) as NavGroup[]).filter((group) => items.some((item) => item.group === group));
  const folding = useFolding(isLong(items), groupAt(items, pathname));
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
      {groups.map((group) => {
        const own = items.filter((item) => item.group === group);
        const folded = folding.isFolded(group);
        return (
          <div key={group} className="fh-nav-group">
            {group === 'work' ? null : folding.folds ? (
              <button type="button" className="fh-nav-title fh-nav-fold" aria-expanded={!folded} onClick={() => folding.turn(group)}>
                {folded ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
                {NAV_GROUPS[group]}
                {folded ? <span className="fh-quiet">{own.length} 项</span> : null}
              </button>
            ) : (
              <span className="fh-nav-title">{NAV_GROUPS[group]}</span>
            )}
            {folded ? null : <Entries group={group} items={own} pathname={pathname} />}
          </div>
        );
      })}
    </nav>
  );
}

function Entries({ group, items, pathname }: { readonly group: NavGroup; readonly items: readonly MenuItem[]; readonly pathname: string }) {
  return (
    <ul aria-label={NAV_GROUPS[group]}>
      {items.map((item) => (
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
  );
}
