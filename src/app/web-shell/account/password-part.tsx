import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { type Failure, failureOf } from '#ui/api/failure.ts';
import type { SessionView } from '#ui/api/types.ts';
import { useTakeSession } from '../sign-in/session-query.ts';

/** Changing the own password; a change ends every other session. */
export function PasswordPart({ done }: { done?: () => void }) {
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState(false);
  const take = useTakeSession();
  const reasonAt = (path: string): string | undefined =>
    failure?.is === 'input'
      ? failure.problems
          .filter((p) => p.path === path)
          .map((p) => p.reason)
          .join('；') || undefined
      : undefined;
  const submit = async (): Promise<void> => {
    setChanged(false);
    if (typed.next !== typed.again) {
      setFailure({ is: 'input', reason: '', problems: [{ path: 'again', label: '再次输入', reason: '两次输入的新口令不一致' }] });
      return;
    }
    try {
      const session = await call<SessionView>('POST', '/api/account/password', { body: { current: typed.current, next: typed.next } });
      setFailure(null);
      setTyped({ current: '', next: '', again: '' });
      setChanged(true);
      take(session);
      done?.();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const field = (id: 'current' | 'next' | 'again', label: string, autoComplete: string) => (
    <>
      <label htmlFor={`password-${id}`}>{label}</label>
      <Input.Password
        id={`password-${id}`}
        autoComplete={autoComplete}
        value={typed[id]}
        status={reasonAt(id) === undefined ? '' : 'error'}
        onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
      />
      {reasonAt(id) === undefined ? null : (
        <p className="fh-error" role="alert">
          {reasonAt(id)}
        </p>
      )}
    </>
  );
  return (
    <form
      className="fh-sign-in-form fh-narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {field('current', '当前口令', 'current-password')}
      {field('next', '新口令', 'new-password')}
      <p className="fh-hint">不少于 12 个字符，不用单位名、姓名和常见词。</p>
      {field('again', '再次输入新口令', 'new-password')}
      {failure === null || failure.is === 'input' ? null : <Alert type="error" showIcon role="alert" title={failure.reason} />}
      {changed ? <Alert type="success" showIcon role="status" title="口令已修改，其他登录已全部退出。" /> : null}
      <Button htmlType="submit" type="primary">
        修改口令
      </Button>
    </form>
  );
}
