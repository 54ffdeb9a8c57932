import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { get } from '#ui/api/client.ts';
import { queryString } from '#ui/api/query-string.ts';
import type { TaskPage } from '#ui/api/types.ts';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { BOX_LABELS, type Box, TaskList } from './task-list.tsx';

const EMPTY = {
  todo: '现在没有待办。轮到本岗位办理的事项会按期限先后排在这里。',
  started: '您还没有发起过事项。从“新办”开始的事项会列在这里。',
  done: '还没有办理记录。您办过的事项会列在这里。',
  copied: '没有抄送本单位的事项。抄送本单位的文书送达后会列在这里。',
} as const satisfies Record<Box, string>;

type Pages = UseInfiniteQueryResult<InfiniteData<TaskPage>>;

function useTasks(box: Box, period: 'none' | null): Pages {
  return useInfiniteQuery({
    queryKey: ['tasks', box, period],
    queryFn: ({ pageParam }) => get<TaskPage>(`/api/tasks${queryString({ box, period, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  });
}

/** One box of tasks; more come when asked for. */
export function TaskBox({ box }: { box: Box }) {
  return <TaskPages box={box} pages={useTasks(box, null)} more={() => '再显示 20 件'} />;
}

type Todo = {
  /** How many there are in all, and of these without a period; undefined: not known yet. */
  readonly todo: number | undefined;
  readonly undated: number | undefined;
  /** Only those without a period are shown. */
  readonly only: boolean;
};

/** 待办: by their periods; those without one come last, so how many wait there is always said. */
export function TodoBox({ todo, undated, only }: Todo) {
  const pages = useTasks('todo', only ? 'none' : null);
  const all = only ? undated : todo;
  const more = (shown: number): string => (all === undefined || all <= shown ? '再显示 20 件' : `还有 ${all - shown} 件，再显示 20 件`);
  const hidden = !only && pages.hasNextPage && undated !== undefined && undated > 0;
  return (
    <>
      {only ? (
        <p className="fh-quiet">
          只列没有期限的 {undated ?? ''} 件。<Link to="/">列出全部待办</Link>
        </p>
      ) : null}
      <TaskPages box="todo" pages={pages} more={more}>
        {hidden ? (
          <Link to="/" search={{ period: 'none' }}>
            其中没有期限的 {undated} 件排在最后，单独列出
          </Link>
        ) : null}
      </TaskPages>
    </>
  );
}

function TaskPages({
  box,
  pages,
  more,
  children,
}: {
  readonly box: Box;
  readonly pages: Pages;
  /** Words of the button, by how many are shown already. */
  readonly more: (shown: number) => string;
  readonly children?: ReactNode;
}) {
  return (
    <Loaded query={pages} what={BOX_LABELS[box]}>
      {(data) => {
        const tasks = data.pages.flatMap((page) => page.items);
        if (tasks.length === 0) return <EmptyState>{EMPTY[box]}</EmptyState>;
        return (
          <>
            <TaskList tasks={tasks} box={box} />
            {pages.hasNextPage ? (
              <p className="fh-more-tasks">
                <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {more(tasks.length)}
                </Button>
                {children}
              </p>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
