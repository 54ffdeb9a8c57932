import { Button } from 'antd';
import { call } from '#ui/api/client.ts';
import { useApi } from '#ui/api/use-api.ts';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { instantWords } from '#ui/time-words.ts';

type Key = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};
type Answer = { readonly items: readonly Key[]; readonly scopes: Readonly<Record<string, string>> };

/** Keys of machine clients; revoking works at once. */
export function KeysTab() {
  const keys = useApi<Answer>('/api/admin/machine-keys');
  const revoke = async (id: string): Promise<void> => {
    await call('POST', `/api/admin/machine-keys/${id}/revoke`).catch(() => undefined);
    await keys.refetch();
  };
  return (
    <div className="fh-list">
      <Loaded query={keys} what="接口密钥">
        {({ items, scopes }) =>
          items.length === 0 ? (
            <EmptyState>还没有接口密钥。部门系统对接获批后列在这里。</EmptyState>
          ) : (
            <ul className="fh-cards">
              {items.map((key) => (
                <li key={key.id} className="fh-card">
                  <div className="fh-card-body">
                    <div className="fh-card-head">
                      <span>{key.name}</span>
                      <span className="fh-quiet">{key.login}</span>
                      {key.revokedAt === null ? null : <span className="fh-mark">已停用</span>}
                    </div>
                    <p>可以：{key.scopes.map((scope) => scopes[scope] ?? scope).join('、')}</p>
                    <p className="fh-quiet">
                      {instantWords(key.createdAt)} 签发，{instantWords(key.expiresAt)} 到期
                    </p>
                  </div>
                  {key.revokedAt === null ? (
                    <Button danger onClick={() => void revoke(key.id)}>
                      停用
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
