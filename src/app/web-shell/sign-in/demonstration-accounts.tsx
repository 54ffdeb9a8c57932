import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#ui/api/client.ts';
import type { Credentials } from './sign-in-form.tsx';

type Account = {
  readonly login: string;
  readonly name: string;
  readonly post: string;
  readonly organisation: string;
  readonly code: string;
  readonly password?: string;
};
type Answer = { readonly accounts: readonly Account[]; readonly password?: string };

/** Demonstration only: every post of the demonstration city, filled in by one click with the code of this half minute. */
export function DemonstrationAccounts({ fill }: { fill: (typed: Credentials) => void }) {
  const answer = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => call<Answer>('GET', '/api/session/demo', { quiet: true }),
    refetchInterval: 10_000,
    retry: false,
  });
  const accounts = answer.data?.accounts ?? [];
  if (accounts.length === 0) return null;
  const organisations = [...new Set(accounts.map((account) => account.organisation))];
  return (
    <section className="fh-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">演示账号</h2>
      <p className="fh-quiet">演示数据，不具法律效力。点一下即填入账号、口令和当前动态验证码。</p>
      {organisations.map((organisation) => (
        <div key={organisation} className="fh-demo-group">
          <h3>{organisation === '' ? '平台' : organisation}</h3>
          <div className="fh-demo-accounts">
            {accounts
              .filter((account) => account.organisation === organisation)
              .map((account) => (
                <Button
                  key={account.login}
                  onClick={() =>
                    fill({ login: account.login, password: account.password ?? answer.data?.password ?? '', code: account.code })
                  }
                >
                  {account.post} <span className="fh-quiet">{account.name}</span>
                </Button>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}
