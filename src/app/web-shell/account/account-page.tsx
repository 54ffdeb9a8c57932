import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { dayOfInstant, instantWords } from '#ui/time-words.ts';
import { AuthenticatorPart } from './authenticator-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SessionsPart } from './sessions-part.tsx';

type Account = {
  readonly login: string;
  readonly name: string;
  readonly passwordSetAt: string;
  readonly authenticatorSince: string | null;
  readonly recoveryCodesLeft: number;
  readonly posts: readonly {
    readonly id: string;
    readonly roleName: string;
    readonly organisation: string;
    readonly from: string | null;
    readonly through: string | null;
    readonly current: boolean;
  }[];
  readonly certificates: readonly {
    readonly kindName: string;
    readonly number: string;
    readonly status: string;
    readonly statusName: string;
    readonly organisation: string;
    readonly domains: readonly string[];
    readonly from: string | null;
    readonly through: string | null;
  }[];
};

export function AccountPage() {
  const session = useSession();
  const account = useApi<Account>('/api/account');
  return (
    <Page title="我的账号" status={`${session.name}（${session.login}） · ${session.post.organisationName} · ${session.post.roleName}`}>
      <Section title="我的登录">
        <SessionsPart />
      </Section>
      <Section title="口令">
        {account.data === undefined ? null : <p className="fh-quiet">上次修改：{dayOfInstant(account.data.passwordSetAt)}</p>}
        <PasswordPart />
      </Section>
      <Section title="动态验证码与恢复码">
        <Loaded query={account} what="账号">
          {(data) => <SecondFactor account={data} refetch={() => account.refetch()} />}
        </Loaded>
      </Section>
      <Section title="执法监督证件">
        <Loaded query={account} what="证件">
          {(data) => <Certificates account={data} />}
        </Loaded>
      </Section>
      <Section title="我的岗位">
        <Loaded query={account} what="岗位">
          {(data) => <Posts account={data} />}
        </Loaded>
      </Section>
    </Page>
  );
}

function SecondFactor({ account, refetch }: { account: Account; refetch: () => unknown }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = async (): Promise<void> => {
    const answer = await call<{ readonly recoveryCodes: readonly string[] }>('POST', '/api/account/recovery-codes').catch(() => null);
    if (answer !== null) setCodes(answer.recoveryCodes);
  };
  if (codes !== null)
    return (
      <RecoveryCodes
        codes={codes}
        kept={() => {
          setCodes(null);
          refetch();
        }}
      />
    );
  return (
    <>
      <p>
        {account.authenticatorSince === null ? '尚未绑定验证器。' : `验证器绑定于 ${instantWords(account.authenticatorSince)}。`}
        还可使用的恢复码 {account.recoveryCodesLeft} 个。
      </p>
      <div className="fh-buttons">
        <AuthenticatorPart startLabel="换绑验证器" />
        <Button onClick={() => void renew()}>重新生成恢复码</Button>
      </div>
    </>
  );
}

function Certificates({ account }: { account: Account }) {
  if (account.certificates.length === 0) return <EmptyState>没有登记在您名下的证件。证件由司法行政部门登记后在此显示。</EmptyState>;
  return (
    <ul className="fh-cards">
      {account.certificates.map((one) => (
        <li key={one.number} className="fh-card">
          <dl className="fh-law-card">
            <Row label="证件">{`${one.kindName} ${one.number}`}</Row>
            <Row label="状态">{one.statusName}</Row>
            <Row label="有效期">{`${one.from ?? ''} 至 ${one.through ?? '长期'}（含当日）`}</Row>
            <Row label="单位">{one.organisation}</Row>
            {one.domains.length === 0 ? null : <Row label="领域">{one.domains.join('、')}</Row>}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Posts({ account }: { account: Account }) {
  return (
    <ul className="fh-parties">
      {account.posts.map((post) => (
        <li key={post.id}>
          {post.organisation} · {post.roleName}
          <span className="fh-quiet">
            {'　'}
            {post.from ?? ''} 至 {post.through ?? '今'}
          </span>
          {post.current ? <span className="fh-mark">当前</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Row({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
