import { Button } from 'antd';
import { useState } from 'react';
import type { FormFields, Json } from '#law';
import { call } from '#ui/api/client.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { POST_GRANT_FIELDS, postBody, REASON_FIELDS } from './admin-forms.ts';
import { type AccountLine, type HalfAnswer, LABEL_REACH, type PostLine } from './admin-types.ts';
import { HalfNote } from './half-note.tsx';

type Input = { readonly [key: string]: Json };
type Doing = {
  readonly label: string;
  readonly path: string;
  readonly fields: FormFields;
  readonly says: string;
  readonly danger?: boolean;
  readonly body?: (input: Input) => Input;
};

/** One account: its posts, and what may be asked for or done at once. */
export function AccountDetail({ account, asks }: { account: AccountLine; asks: boolean }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<{ readonly words: string; readonly half: string | null } | null>(null);
  const refresh = useRefreshAll();
  const run = async (act: Doing, input: Input, key: string): Promise<void> => {
    const answer = await call<Partial<HalfAnswer> | null>('POST', act.path, { body: act.body?.(input) ?? input, key });
    setDone({ words: act.says, half: answer?.half ?? null });
    setDoing(null);
    await refresh();
  };
  return (
    <>
      {done === null ? null : <HalfNote half={done.half} words={done.words} close={() => setDone(null)} />}
      <p>
        {account.statusName}，在线登录 {account.openSessions} 个
      </p>
      <h2 className="fh-group">岗位</h2>
      <ul className="fh-parties">
        {account.posts.map((post) => (
          <li key={post.id} className="fh-session">
            <PostWords post={post} />
            <Button size="small" onClick={() => setDoing(endingPost(post))}>
              结束岗位
            </Button>
          </li>
        ))}
      </ul>
      {doing === null ? (
        <div className="fh-buttons">
          {doings(account, asks).map((act) => (
            <Button key={act.label} danger={act.danger === true} onClick={() => setDoing(act)}>
              {act.label}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <h2 className="fh-group">{doing.label}</h2>
          <PlainForm
            key={doing.label}
            fields={doing.fields}
            submitLabel={doing.label}
            danger={doing.danger === true}
            onCancel={() => setDoing(null)}
            send={(input, key) => run(doing, input, key)}
          />
        </>
      )}
    </>
  );
}

function PostWords({ post }: { post: PostLine }) {
  const reach = Object.entries(LABEL_REACH).find(([level]) => Number(level) === post.labelMax)?.[1] ?? '';
  return (
    <span>
      {post.organisation ?? '（已撤销的单位）'} · {post.roleName}
      <span className="fh-quiet">
        {'　'}
        {post.from} 至 {post.through ?? '今'}　可见：{reach}
      </span>
    </span>
  );
}

function endingPost(post: PostLine): Doing {
  return {
    label: '结束岗位',
    path: `/api/admin/posts/${post.id}/end`,
    fields: REASON_FIELDS,
    says: `已结束岗位“${post.roleName}”，其待办转由本单位负责人处理。`,
    danger: true,
  };
}

function doings(account: AccountLine, asks: boolean): readonly Doing[] {
  const at = (action: string): string => `/api/admin/accounts/${account.id}/${action}`;
  const requests: readonly Doing[] = [
    {
      label: '申请任命岗位',
      path: at('posts'),
      fields: POST_GRANT_FIELDS,
      says: '已提出申请，等待安全管理员审批。',
      body: ({ reason, ...post }) => ({ post: postBody(post), reason: reason ?? null }),
    },
    { label: '申请重置口令和验证器', path: at('reset'), fields: REASON_FIELDS, says: '已提出申请，等待安全管理员审批。' },
    ...(account.status === 'disabled'
      ? [{ label: '申请恢复账号', path: at('enable'), fields: REASON_FIELDS, says: '已提出申请，等待安全管理员审批。' }]
      : []),
  ];
  const atOnce: readonly Doing[] = [
    { label: '结束全部登录', path: at('end-sessions'), fields: {}, says: '该账号的全部登录已结束。' },
    ...(account.status === 'disabled'
      ? []
      : [{ label: '停用账号', path: at('disable'), fields: REASON_FIELDS, says: '账号已停用，登录已全部结束。', danger: true }]),
  ];
  return [...(asks ? requests : []), ...atOnce];
}
