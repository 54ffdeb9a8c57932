import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import type { Column } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { instantWords } from '#ui/time-words.ts';
import { AccountDetail } from './account-detail.tsx';
import { ACCOUNT_FIELDS, accountBody } from './admin-forms.ts';
import type { AccountLine, HalfAnswer } from './admin-types.ts';
import { HalfNote } from './half-note.tsx';

const COLUMNS: readonly Column<AccountLine>[] = [
  { id: 'login', title: '登录名', always: true, card: 'head', render: (row) => row.login },
  { id: 'name', title: '姓名', card: 'head', render: (row) => row.name },
  {
    id: 'posts',
    title: '岗位',
    wrap: true,
    render: (row) => row.posts.map((post) => `${post.organisation ?? '（已撤销的单位）'} · ${post.roleName}`).join('；') || '没有岗位',
  },
  {
    id: 'status',
    title: '状态',
    render: (row) => (
      <>
        {row.statusName}
        {row.locked ? <span className="fh-mark">已锁定</span> : null}
      </>
    ),
  },
  { id: 'lastSignIn', title: '最近登录', render: (row) => (row.lastSignInAt === null ? '从未' : instantWords(row.lastSignInAt)) },
  { id: 'openSessions', title: '在线', align: 'right', render: (row) => row.openSessions },
];

export function AccountsTab({ asks }: { asks: boolean }) {
  const [chosen, choose] = useState<AccountLine | null>(null);
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<HalfAnswer | null>(null);
  const refresh = useRefreshAll();
  return (
    <>
      {asked === null ? null : (
        <HalfNote half={asked.half} words="已提出新建账号的申请，等待安全管理员审批。" close={() => setAsked(null)} />
      )}
      <DataTable<AccountLine>
        id="accounts"
        what="账号"
        path="/api/admin/accounts"
        columns={COLUMNS}
        filters={[{ id: 'q', label: '登录名、姓名或单位', as: 'text' }]}
        rowKey={(row) => row.id}
        onOpen={choose}
        empty="还没有账号。由系统管理员申请、安全管理员批准后列在这里。"
        toolbar={
          asks ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              申请新建账号
            </Button>
          ) : null
        }
      />
      <Drawer
        open={chosen !== null}
        onClose={() => choose(null)}
        size={620}
        title={chosen === null ? '' : `${chosen.name}（${chosen.login}）`}
        destroyOnHidden
      >
        {chosen === null ? null : <AccountDetail account={chosen} asks={asks} />}
      </Drawer>
      <Drawer open={adding} onClose={() => setAdding(false)} size={720} title="申请新建账号" destroyOnHidden>
        <PlainForm
          fields={ACCOUNT_FIELDS}
          submitLabel="提出申请"
          onCancel={() => setAdding(false)}
          send={async (input, key) => {
            setAsked(await call<HalfAnswer>('POST', '/api/admin/accounts', { body: accountBody(input), key }));
            setAdding(false);
            await refresh();
          }}
        />
      </Drawer>
    </>
  );
}
