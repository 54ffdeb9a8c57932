import { Link } from '@tanstack/react-router';
import { Page, Section } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import { isSeenBy } from '../frame/seen-by.ts';
import { PAGES } from '../page-entries.ts';

/** 三员 start here: none of them sees business data. */
export function AdministratorStart() {
  const session = useSession();
  const pages = PAGES.filter((page) => page.nav === 'administration' && isSeenBy(page, session));
  return (
    <Page title="工作台" status={`${session.post.roleName}：管理账号、参数与日志，不接触业务数据。`}>
      <Section title="可以办理">
        <ul>
          {pages.map((page) => (
            <li key={page.id}>
              <Link to={page.path}>{page.title}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
