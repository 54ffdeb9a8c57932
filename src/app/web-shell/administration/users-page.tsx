import { useLocation, useNavigate } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { useHasRole } from '#ui/session.tsx';
import { AccountsTab } from './accounts-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';

/** Accounts and posts: the system administrator asks, the security administrator decides. */
export function UsersPage() {
  const location = useLocation();
  const navigate = useNavigate();
  const asks = useHasRole(['system-admin']);
  const tab = new URLSearchParams(location.searchStr).get('tab') ?? 'accounts';
  return (
    <Page
      title="账号管理"
      status={asks ? '您提出申请，由安全管理员审批；停用和结束登录立即生效。' : '您审批系统管理员的申请；停用和结束登录立即生效。'}
    >
      <Tabs
        label="账号管理"
        active={tab}
        onChange={(key) => void navigate({ href: `/administration/users?tab=${key}`, replace: true })}
        items={[
          { key: 'accounts', label: '账号', children: <AccountsTab asks={asks} /> },
          { key: 'requests', label: '变更申请', children: <RequestsTab asks={asks} /> },
          { key: 'keys', label: '接口密钥', children: <KeysTab /> },
          ...(asks ? [{ key: 'health', label: '运行状况', children: <HealthTab /> }] : []),
        ]}
      />
    </Page>
  );
}
