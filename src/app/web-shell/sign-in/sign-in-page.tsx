import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { useForgetSession, useTakeSession } from './session-query.ts';
import { NOTHING_TYPED, SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const location = useLocation();
  const navigate = useNavigate();
  const forget = useForgetSession();
  const take = useTakeSession();
  const next = new URLSearchParams(location.searchStr).get('next');
  return (
    <main className="fh-sign-in" id="main">
      <section className="fh-sign-in-card">
        <h1>法衡</h1>
        <p className="fh-quiet">行政执法综合管理监督信息系统</p>
        <SignInForm
          typed={typed}
          change={setTyped}
          onSignedIn={(session) => {
            forget();
            take(session);
            void navigate({ href: ownPath(next), replace: true });
          }}
        />
        <p className="fh-sign-in-foot">
          <a href="/public/verify">核验文书真伪（不用登录）</a>
        </p>
      </section>
      <DemonstrationAccounts fill={setTyped} />
    </main>
  );
}

/** Only a path of this site: an address handed in from outside leads nowhere else. */
function ownPath(next: string | null): string {
  const text = next?.replace(/^"|"$/g, '') ?? '/';
  return text.startsWith('/') && !text.startsWith('//') && !text.startsWith('/\\') && !text.startsWith('/sign-in') ? text : '/';
}
