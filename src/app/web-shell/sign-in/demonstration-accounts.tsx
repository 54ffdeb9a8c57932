import { Button, Input } from 'antd';
import { useState } from 'react';
import { useDemonstrationAccounts } from './demonstration.ts';
import type { Credentials } from './sign-in-form.tsx';

/** The bureau that supervises first, then those it supervises. */
function rank(organisation: string): number {
  if (organisation.endsWith('市司法局')) return 0;
  if (organisation.includes('司法')) return 1;
  return organisation.includes('政府') ? 2 : 3;
}

/** Demonstration only: every post of the demonstration city, filled in by one click with the code of this half minute. */
export function DemonstrationAccounts({ fill }: { fill: (typed: Credentials) => void }) {
  const accounts = useDemonstrationAccounts();
  const [typed, setTyped] = useState('');
  if (accounts.length === 0) return null;
  const shown = accounts.filter((account) => `${account.organisation}${account.post}${account.name}`.includes(typed.trim()));
  const organisations = [...new Set(shown.map((account) => account.organisation))].sort((a, b) => rank(a) - rank(b));
  return (
    <section className="fh-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">演示账号</h2>
      <p className="fh-quiet">演示数据，不具法律效力。点一下即填入账号、口令和当前动态验证码。</p>
      <Input
        aria-label="查找演示账号"
        placeholder="按单位、岗位或姓名查找"
        value={typed}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
        className="fh-demo-find"
      />
      {organisations.map((organisation) => (
        <div key={organisation} className="fh-demo-group">
          <h3>{organisation === '' ? '平台' : organisation}</h3>
          <div className="fh-demo-accounts">
            {shown
              .filter((account) => account.organisation === organisation)
              .map((account) => (
                <Button key={account.login} onClick={() => fill({ login: account.login, password: account.password, code: account.code })}>
                  {account.post} <span className="fh-quiet">{account.name}</span>
                </Button>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}
