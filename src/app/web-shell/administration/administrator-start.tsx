import { Link } from '@tanstack/react-router';
import type { Role } from '#law';
import { Page, Section } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import { isSeenBy } from '../frame/seen-by.ts';
import { PAGES } from '../page-entries.ts';

type Duty = { readonly to: string; readonly label: string; readonly words: string };
const REQUESTS = '/administration/users?tab=requests';
const DUTIES: Readonly<Partial<Record<Role, readonly Duty[]>>> = {
  'system-admin': [
    { to: REQUESTS, label: '变更申请', words: '已提出的申请，由安全管理员审批' },
    { to: '/administration/users?tab=keys', label: '接口密钥', words: '各系统对接用的密钥和停用' },
    { to: '/administration/users?tab=health', label: '运行状况', words: '数据库、磁盘、后台任务' },
  ],
  'security-admin': [
    { to: REQUESTS, label: '变更申请', words: '待您审批的账号、岗位、口令和密钥申请' },
    { to: '/administration/users?tab=keys', label: '接口密钥', words: '各系统对接用的密钥和停用' },
  ],
};

/** 三员: what each of the three has in hand, and no more. */
const CHARGES: Readonly<Partial<Record<Role, string>>> = {
  'system-admin': '管理账号和运行参数',
  'security-admin': '审批账号、岗位、口令和密钥的变更',
  'audit-admin': '查阅、导出审计日志',
};
const PAGE_WORDS: Readonly<Record<string, string>> = { users: '查找账号，看各自的岗位和状态', log: '谁在什么时候做了什么' };

/** 三员 start here: none of them sees business data. */
export function AdministratorStart() {
  const session = useSession();
  const pages = PAGES.filter((page) => page.nav === 'administration' && isSeenBy(page, session));
  return (
    <Page title="工作台" status={`${session.post.roleName}：${CHARGES[session.post.role] ?? '管理平台'}，不接触业务数据。`}>
      <Section title="可以办理">
        <ul className="fh-parties">
          {pages.map((page) => (
            <li key={page.id}>
              <Link to={page.path}>{page.title}</Link>
              <span className="fh-quiet">　{PAGE_WORDS[page.id] ?? ''}</span>
            </li>
          ))}
          {DUTIES[session.post.role]?.map(({ to, label, words }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
              <span className="fh-quiet">　{words}</span>
            </li>
          ))}
          <li>
            <Link to="/account">我的账号</Link>
            <span className="fh-quiet">　口令、验证器、恢复码和本人的登录</span>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
