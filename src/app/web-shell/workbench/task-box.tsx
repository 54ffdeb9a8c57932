import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
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

/** One box of tasks; more come when asked for. */
export function TaskBox({ box }: { box: Box }) {
  const pages = useInfiniteQuery({
    queryKey: ['tasks', box],
    queryFn: ({ pageParam }) => get<TaskPage>(`/api/tasks${queryString({ box, cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  });
  return (
    <Loaded query={pages} what={BOX_LABELS[box]}>
      {(data) => {
        const tasks = data.pages.flatMap((page) => page.items);
        if (tasks.length === 0) return <EmptyState>{EMPTY[box]}</EmptyState>;
        return (
          <>
            <TaskList tasks={tasks} box={box} />
            {pages.hasNextPage ? (
              <p className="fh-more">
                <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  再显示 20 件
                </Button>
              </p>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
