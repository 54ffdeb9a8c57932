import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { failureOf } from '#ui/api/failure.ts';
import { listenToKeys } from '#ui/keys.ts';
import { ErrorState, Loading } from '#ui/layout/states.tsx';
import { usePhone } from '#ui/media.ts';
import { SessionProvider } from '#ui/session.tsx';
import { SetUpPage } from '../account/set-up-page.tsx';
import { AskDialogs } from '../sign-in/ask-dialogs.tsx';
import { useSessionQuery } from '../sign-in/session-query.ts';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { Menu } from './menu.tsx';

/** Everything behind the sign-in: who asks is known before any page is shown. */
export function Frame() {
  const session = useSessionQuery();
  const phone = usePhone();
  useEffect(listenToKeys, []);
  if (session.data === undefined) {
    if (session.error === null) return <Loading what="登录信息" />;
    if (failureOf(session.error).is === 'signed-out') return <ToSignIn />;
    return (
      <main className="fh-page">
        <h1>法衡</h1>
        <ErrorState error={session.error} where="登录信息" retry={() => session.refetch()} />
      </main>
    );
  }
  if (session.data.setUp !== null) return <SetUpPage session={session.data} setUp={session.data.setUp} />;
  return (
    <SessionProvider session={session.data}>
      <a className="fh-skip" href="#main">
        跳到正文
      </a>
      <Header />
      <div className="fh-shell">
        {phone ? null : <Menu />}
        <div className="fh-shell-body" key={session.data.post.id}>
          <Outlet />
        </div>
      </div>
      <AskDialogs session={session.data} />
      <KeyHelp />
    </SessionProvider>
  );
}

/** Goes there once, from the address that was opened: the router's own location already changes on the way. */
function ToSignIn() {
  const navigate = useNavigate();
  useEffect(() => {
    const { pathname, search } = window.location;
    if (pathname === '/sign-in') return;
    void navigate({ href: `/sign-in?next=${encodeURIComponent(pathname + search)}`, replace: true });
  }, [navigate]);
  return <Loading what="登录页" />;
}
