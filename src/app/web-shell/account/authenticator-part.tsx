import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import type { SessionView } from '#ui/api/types.ts';
import { useTakeSession } from '../sign-in/session-query.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

type Pending = { readonly secret: string; readonly uri: string; readonly qr: string };
type Bound = { readonly session: SessionView; readonly recoveryCodes: readonly string[] };

/** Binds an authenticator app: scan, prove by one code, keep the recovery codes. */
export function AuthenticatorPart({ startLabel }: { startLabel: string }) {
  const [pending, setPending] = useState<Pending | null>(null);
  const [bound, setBound] = useState<Bound | null>(null);
  const [code, setCode] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const take = useTakeSession();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setReason(null);
    try {
      await work();
    } catch (error) {
      setReason(failureOf(error).reason);
    }
  };
  if (bound !== null) return <RecoveryCodes codes={bound.recoveryCodes} kept={() => take(bound.session)} />;
  return (
    <div className="fh-narrow-form">
      {pending === null ? (
        <Button onClick={() => void run(async () => setPending(await call<Pending>('POST', '/api/account/authenticator')))}>
          {startLabel}
        </Button>
      ) : (
        <form
          className="fh-sign-in-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(async () =>
              setBound(await call<Bound>('POST', '/api/account/authenticator/confirm', { body: { code: code.trim() } })),
            );
          }}
        >
          <p>用手机上的验证器应用扫描二维码，再填入显示的 6 位数字。</p>
          <img src={pending.qr} alt="绑定验证器的二维码" width={200} height={200} />
          <p className="fh-quiet">
            扫不了时手工录入密钥：<code>{pending.secret}</code>
          </p>
          <label htmlFor="bind-code">验证码</label>
          <Input
            id="bind-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="primary" htmlType="submit">
            确认绑定
          </Button>
        </form>
      )}
      {reason === null ? null : <Alert type="error" showIcon role="alert" title={reason} />}
    </div>
  );
}
