import { Alert, Button, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { askThrough, call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import type { SessionView } from '#ui/api/types.ts';
import { DemonstrationCode } from './demonstration-code.tsx';
import { useTakeSession } from './session-query.ts';
import { NOTHING_TYPED, SignInForm } from './sign-in-form.tsx';

type Open = { readonly what: 'sign-in' | 'step-up'; readonly reason: string };

/** Asked over the open page when a call needs it; the call waits and is then repeated. */
export function AskDialogs({ session }: { session: SessionView }) {
  const [open, setOpen] = useState<Open | null>(null);
  const waiting = useRef<((answer: boolean) => void)[]>([]);
  const take = useTakeSession();
  useEffect(() => {
    const ask = (next: Open): Promise<boolean> =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
        setOpen((now) => now ?? next);
      });
    askThrough({
      signIn: () => ask({ what: 'sign-in', reason: '登录已过期' }),
      stepUp: (reason) => ask({ what: 'step-up', reason }),
    });
    return () => askThrough(null);
  }, []);
  const answer = (yes: boolean): void => {
    setOpen(null);
    for (const resolve of waiting.current.splice(0)) resolve(yes);
  };
  return (
    <>
      <Modal
        title="请重新登录"
        open={open?.what === 'sign-in'}
        onCancel={() => answer(false)}
        afterOpenChange={focusOn('password')}
        footer={null}
        destroyOnHidden
      >
        <SignInAgain
          session={session}
          onSignedIn={(next) => {
            take(next);
            answer(true);
          }}
        />
      </Modal>
      <Modal
        title="再次验证身份"
        open={open?.what === 'step-up'}
        onCancel={() => answer(false)}
        afterOpenChange={focusOn('step-up-code')}
        footer={null}
        destroyOnHidden
      >
        <StepUp
          session={session}
          reason={open?.reason ?? ''}
          onDone={(next) => {
            take(next);
            answer(true);
          }}
        />
      </Modal>
    </>
  );
}

/** A dialog puts the focus on its closing cross; whoever is asked for something goes on typing instead. */
function focusOn(id: string): (open: boolean) => void {
  return (open) => {
    if (open) document.getElementById(id)?.focus();
  };
}

function SignInAgain({ session, onSignedIn }: { session: SessionView; onSignedIn: (next: SessionView) => void }) {
  const [typed, setTyped] = useState({ ...NOTHING_TYPED, login: session.login });
  const [other, setOther] = useState(false);
  return (
    <>
      <Alert type="info" showIcon className="fh-note" title="登录已过期。重新登录后接着办理，本页已填写的内容都在。" />
      {session.demonstration ? (
        <DemonstrationCode
          login={session.login}
          label="填入口令和验证码"
          fill={({ password, code }) => {
            setTyped({ ...typed, password, code });
            document.getElementById('code')?.focus();
          }}
        />
      ) : null}
      <SignInForm
        typed={typed}
        change={setTyped}
        fixedLogin
        onSignedIn={(next) => {
          if (next.accountId === session.accountId && next.post.id === session.post.id) return onSignedIn(next);
          void backToPost(session.post.id).then((back) => (back === null ? setOther(true) : onSignedIn(back)));
        }}
      />
      {other ? <Alert type="warning" showIcon title="原岗位已不可用，请刷新页面后继续。" /> : null}
    </>
  );
}

/** Signing in starts at the first post; the open page belongs to the one that was left. */
async function backToPost(postId: string): Promise<SessionView | null> {
  try {
    return await call<SessionView>('POST', '/api/session/post', { body: { postId }, quiet: true, renews: true });
  } catch {
    return null;
  }
}

function StepUp({ session, reason, onDone }: { session: SessionView; reason: string; onDone: (next: SessionView) => void }) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      onDone(await call<SessionView>('POST', '/api/session/step-up', { body: { code: code.trim() }, quiet: true, renews: true }));
    } catch (error) {
      setWrong(failureOf(error).reason);
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
      <p>{reason}</p>
      <label htmlFor="step-up-code">动态验证码</label>
      <Input
        id="step-up-code"
        autoFocus
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {session.demonstration ? (
        <DemonstrationCode
          login={session.login}
          label="填入验证码"
          fill={(account) => {
            setCode(account.code);
            document.getElementById('step-up-code')?.focus();
          }}
        />
      ) : null}
      {wrong === null ? null : <Alert type="error" showIcon role="alert" title={wrong} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        验证
      </Button>
    </form>
  );
}
