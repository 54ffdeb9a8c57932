import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { MatterRow, TaskRow, Workbench } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { LampBadge } from '#ui/law/lamp.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { instantWords } from '#ui/time-words.ts';
import { AdministratorStart } from '../administration/administrator-start.tsx';
import { useIsAdministrator } from '../frame/seen-by.ts';
import { NewMatterButton } from './new-matter-button.tsx';
import { TaskList } from './task-list.tsx';
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
      <Loaded query={workbench} what="工作台">
        {(bench) => (
          <div className="fh-bench">
            <div className="fh-section">
              <Boxes bench={bench} />
            </div>
            <aside aria-label="提醒">
              <Section title="本周到期">
                <WeekBars week={bench.week} today={session.today} />
              </Section>
              <Section title="消息">
                <NoticeList notices={bench.notices} />
              </Section>
            </aside>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Boxes({ bench }: { bench: Workbench }) {
  const location = useLocation();
  const navigate = useNavigate();
  const box = new URLSearchParams(location.searchStr).get('box') ?? 'todo';
  const items = [
    { key: 'todo', label: `待办 ${bench.todo.length}`, children: <Todo tasks={bench.todo} /> },
    { key: 'started', label: `我发起 ${bench.startedByMe.length}`, children: <Started rows={bench.startedByMe} /> },
    { key: 'done', label: '已办', children: <Done tasks={bench.doneRecently} /> },
  ];
  return (
    <Tabs activeKey={box} items={items} onChange={(key) => void navigate({ href: key === 'todo' ? '/' : `/?box=${key}`, replace: true })} />
  );
}

function Todo({ tasks }: { tasks: readonly TaskRow[] }) {
  if (tasks.length === 0) return <EmptyState>现在没有待办。轮到本岗位办理的事项会按期限先后排在这里。</EmptyState>;
  return <TaskList tasks={tasks} label="待办" />;
}

function Done({ tasks }: { tasks: readonly TaskRow[] }) {
  if (tasks.length === 0) return <EmptyState>还没有办理记录。您办过的事项会列在这里。</EmptyState>;
  return <TaskList tasks={tasks} label="已办" />;
}

function Started({ rows }: { rows: readonly MatterRow[] }) {
  if (rows.length === 0) return <EmptyState>您还没有发起过事项。从“新办”开始的事项会列在这里。</EmptyState>;
  return (
    <ul className="fh-tasks" aria-label="我发起">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/matters/${row.id}`} className="fh-task">
            <span>
              {row.lamp === undefined || row.lamp === null ? (
                <span className="fh-quiet">—</span>
              ) : (
                <LampBadge lamp={row.lamp} daysLeft={row.daysLeft ?? null} />
              )}
            </span>
            <span className="fh-task-title">{row.title}</span>
            <span className="fh-task-sub">{[row.number ?? '', row.organisationName ?? ''].filter((word) => word !== '').join('　')}</span>
            <span>{row.statusName}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoticeList({ notices }: { notices: Workbench['notices'] }): ReactNode {
  if (notices.length === 0) return <p className="fh-quiet">没有新消息。期限提醒、送达和签收会在这里告知。</p>;
  return (
    <ul className="fh-notices">
      {notices.slice(0, 6).map((notice) => (
        <li key={notice.id}>
          <span className="fh-quiet">{instantWords(notice.at)}</span>
          {notice.matterId === null ? <span>{notice.text}</span> : <Link to={`/matters/${notice.matterId}`}>{notice.text}</Link>}
        </li>
      ))}
    </ul>
  );
}
