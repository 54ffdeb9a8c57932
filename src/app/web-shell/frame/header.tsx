import { DownOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Dropdown, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '#ui/api/client.ts';
import type { SessionView } from '#ui/api/types.ts';
import { useKeys } from '#ui/keys.ts';
import { usePhone } from '#ui/media.ts';
import { useSession } from '#ui/session.tsx';
import { useForgetSession, useTakeSession } from '../sign-in/session-query.ts';
import { Menu } from './menu.tsx';
import { NoticeBell } from './notices.tsx';
import { useIsAdministrator } from './seen-by.ts';

export function Header() {
  const phone = usePhone();
  const [menu, setMenu] = useState(false);
  const location = useLocation();
  const at = location.pathname;
  useEffect(() => {
    if (at !== '') setMenu(false);
  }, [at]);
  const administrator = useIsAdministrator();
  return (
    <header className="fh-header">
      {phone ? (
        <Button
          type="text"
          className="fh-header-button"
          aria-label="打开菜单"
          icon={<MenuOutlined aria-hidden />}
          onClick={() => setMenu(true)}
        />
      ) : null}
      <Link to="/" className="fh-brand">
        <strong>法衡</strong>
        {phone ? null : <span>法治巴彦淖尔</span>}
      </Link>
      {administrator ? <span className="fh-header-space" /> : <SearchBox />}
      {administrator ? null : <NoticeBell />}
      <PostSwitcher />
      <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={280} title="法衡" className="fh-menu-drawer">
        <Menu />
      </Drawer>
    </header>
  );
}

function SearchBox() {
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [q, setQ] = useState('');
  useKeys([{ key: '/', label: '搜索文号、单位、标题', run: () => field.current?.focus() }]);
  return (
    <search className="fh-search">
      <Input
        ref={field}
        prefix={<SearchOutlined aria-hidden />}
        aria-label="搜索文号、单位或标题"
        placeholder="搜索：文号 / 单位 / 标题"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onPressEnter={() => {
          if (q.trim() !== '') void navigate({ href: `/search?q=${encodeURIComponent(q.trim())}` });
        }}
      />
    </search>
  );
}

function PostSwitcher() {
  const session = useSession();
  const phone = usePhone();
  const navigate = useNavigate();
  const take = useTakeSession();
  const forget = useForgetSession();
  const others = session.posts.filter((post) => post.id !== session.post.id);
  const change = async (postId: string): Promise<void> => {
    take(await call<SessionView>('POST', '/api/session/post', { body: { postId }, renews: true }));
    void navigate({ href: '/' });
  };
  const leave = async (): Promise<void> => {
    await call('DELETE', '/api/session', { quiet: true }).catch(() => undefined);
    forget();
    void navigate({ href: '/sign-in' });
  };
  const items = [
    ...others.map((post) => ({ key: `post:${post.id}`, label: `切换到：${post.organisationName} · ${post.roleName}` })),
    ...(others.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'account', label: '我的账号' },
    { key: 'leave', label: '退出登录' },
  ];
  const onClick = ({ key }: { key: string }): void => {
    if (key === 'account') void navigate({ href: '/account' });
    else if (key === 'leave') void leave();
    else void change(key.slice('post:'.length));
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']} autoFocus>
      <Button
        type="text"
        className="fh-header-button fh-post"
        aria-label={`${session.post.organisationName} ${session.name}（${session.post.roleName}）`}
      >
        {phone ? session.name : `${session.post.organisationName} · ${session.name}（${session.post.roleName}）`}{' '}
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
