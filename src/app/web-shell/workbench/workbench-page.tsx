import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { Workbench } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { useSession } from '#ui/session.tsx';
import { MissingLists } from '../../../registers/list-changes/web/missing-section.tsx';
import { FindingsDigest } from '../../../supervision/online-watch/web/findings-digest.tsx';
import { AdministratorStart } from '../administration/administrator-start.tsx';
import { NoticeList } from '../frame/notices.tsx';
import { useIsAdministrator } from '../frame/seen-by.ts';
import { DraftsSection } from './drafts-section.tsx';
import { NewMatterButton } from './new-matter-button.tsx';
import { TaskBox, TodoBox } from './task-box.tsx';
import { BOX_LABELS, BOXES, type Box } from './task-list.tsx';
import { WeekBars } from './week-bars.tsx';

/** The first page after signing in: what this post has to do today. */
export function WorkbenchPage() {
  return useIsAdministrator() ? <AdministratorStart /> : <BusinessWorkbench />;
}

function BusinessWorkbench() {
  const session = useSession();
  const workbench = useApi<Workbench>('/api/workbench');
  return (
    <Page
      title="工作台"
      status={workbench.data?.sentence ?? `${session.post.organisationName} · ${session.post.roleName}`}
      actions={<NewMatterButton />}
    >
      <div className="fh-bench">
        <div className="fh-bench-main">
          <div className="fh-section">
            <Boxes todo={workbench.data?.todo} undated={workbench.data?.undated} />
          </div>
          <FindingsDigest />
        </div>
        <aside aria-label="提醒">
          <Section title="本周到期">
            <Loaded query={workbench} what="本周到期">
              {(bench) => <WeekBars week={bench.week} today={session.today} />}
            </Loaded>
            <p>
              <Link to="/calendar">期限日历</Link>
            </p>
          </Section>
          <DraftsSection />
          <MissingLists />
          <Section title="消息">
            <Loaded query={workbench} what="消息">
              {(bench) => <NoticeList notices={bench.notices.slice(0, 6)} />}
            </Loaded>
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function Boxes({ todo, undated }: { todo: number | undefined; undated: number | undefined }) {
  const location = useLocation();
  const navigate = useNavigate();
  const address = new URLSearchParams(location.searchStr);
  const named = address.get('box');
  const onlyUndated = address.get('period') === 'none';
  const box = BOXES.find((one) => one === named) ?? 'todo';
  const label = (one: Box): string => (one === 'todo' && todo !== undefined ? `${BOX_LABELS.todo} ${todo}` : BOX_LABELS[one]);
  const items = BOXES.map((one) => ({
    key: one,
    label: label(one),
    children: one === 'todo' ? <TodoBox todo={todo} undated={undated} only={onlyUndated} /> : <TaskBox box={one} />,
  }));
  return (
    <Tabs
      label="事项"
      active={box}
      items={items}
      onChange={(key) => void navigate({ href: key === 'todo' ? '/' : `/?box=${key}`, replace: true })}
    />
  );
}
