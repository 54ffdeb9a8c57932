import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFound } from '#ui/layout/not-found.tsx';
import { Loading } from '#ui/layout/states.tsx';
import { CrashPage } from './frame/crash-page.tsx';
import { Frame } from './frame/frame.tsx';
import { PAGE_ENTRIES, type PageId } from './page-entries.ts';
import { PAGE_CODE } from './pages.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** The address decides the page; everything but signing in stands inside the frame. */
export function makeRouter() {
  const root = createRootRoute({ component: Outlet });
  const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame, notFoundComponent: NotFound });
  const pages = PAGE_ENTRIES.map((page) =>
    createRoute({
      getParentRoute: () => frame,
      path: page.path,
      component: lazyRouteComponent(() => codeOf(page.id)),
    }),
  );
  const rest = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound });
  return createRouter({
    routeTree: root.addChildren([signIn, frame.addChildren([...pages, rest])]),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: () => <Loading what="页面" />,
    defaultErrorComponent: CrashPage,
  });
}

/**
 * A page left open while the platform was renewed asks for code that is no longer there: the router then opens the
 * address anew, once. Not while the server cannot be reached: the browser's own page would take the place of ours.
 */
async function codeOf(page: PageId): Promise<{ readonly default: ComponentType }> {
  try {
    return { default: await PAGE_CODE[page]() };
  } catch (error) {
    const isThere = await fetch('/', { cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    );
    throw isThere ? error : new Error('the server cannot be reached');
  }
}
