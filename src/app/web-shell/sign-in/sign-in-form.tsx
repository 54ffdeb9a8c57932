import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import type { SessionView } from '#ui/api/types.ts';

export type Credentials = { readonly login: string; readonly password: string; readonly code: string };
type Props = {
  readonly typed: Credentials;
  readonly change: (typed: Credentials) => void;
  /** Signing in again over an open page: the account stays the same. */
  readonly fixedLogin?: boolean;
  readonly onSignedIn: (session: SessionView) => void;
};

export const NOTHING_TYPED: Credentials = { login: '', password: '', code: '' };

/** Account, password, code. */
export function SignInForm({ typed, change, fixedLogin, onSignedIn }: Props) {
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setReason(null);
    try {
      onSignedIn(
        await call<SessionView>('POST', '/api/session', { body: { ...typed, code: typed.code.trim() }, quiet: true, renews: true }),
      );
    } catch (error) {
      setReason(failureOf(error).reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="fh-sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor="login">账号</label>
      <Input
        id="login"
        autoComplete="username"
        size="large"
        disabled={fixedLogin === true}
        value={typed.login}
        onChange={(event) => change({ ...typed, login: event.target.value })}
      />
      <label htmlFor="password">口令</label>
      <Input.Password
        id="password"
        autoFocus={fixedLogin === true}
        autoComplete="current-password"
        size="large"
        value={typed.password}
        onChange={(event) => change({ ...typed, password: event.target.value })}
      />
      <label htmlFor="code">动态验证码</label>
      <Input
        id="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        size="large"
        placeholder="认证应用上的 6 位数字，或一个恢复码"
        value={typed.code}
        onChange={(event) => change({ ...typed, code: event.target.value })}
      />
      {reason === null ? null : <Alert type="error" showIcon role="alert" title={reason} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        登录
      </Button>
    </form>
  );
}
