import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { TaskRow } from '#ui/api/types.ts';
import { LampBadge } from '#ui/law/lamp.tsx';
import { useRowKeys } from '#ui/row-keys.ts';
import { instantWords } from '#ui/time-words.ts';
import { useActLabel } from '../frame/kinds.ts';

export const BOXES = ['todo', 'started', 'done', 'copied'] as const;
export type Box = (typeof BOXES)[number];
export const BOX_LABELS = { todo: '待办', started: '我发起', done: '已办', copied: '抄送' } as const satisfies Record<Box, string>;

/** One line a task: how near, what to do, about what, and the way there. */
export function TaskList({ tasks, box }: { tasks: readonly TaskRow[]; box: Box }) {
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list, 'a');
  return (
    <ul className="fh-tasks" aria-label={BOX_LABELS[box]} ref={list}>
      {tasks.map((task) => (
        <li key={`${task.matterId}:${task.key}:${task.at}`}>
          <TaskLine task={task} box={box} />
        </li>
      ))}
    </ul>
  );
}

function TaskLine({ task, box }: { task: TaskRow; box: Box }) {
  const label = useActLabel(task.kind, task.act);
  const todo = box === 'todo';
  const about = [task.number ?? '', task.title === '' ? '' : task.subject].filter((word) => word !== '').join('　');
  return (
    <Link to={`/matters/${task.matterId}`} search={todo && task.act !== '' ? { act: task.act } : {}} className="fh-task">
      <span className="fh-task-when">{todo ? <Near task={task} /> : <span className="fh-quiet">{instantWords(task.at)}</span>}</span>
      <span className="fh-task-title">{task.title === '' ? task.subject : task.title}</span>
      <span className="fh-task-sub">{about === '' ? task.kindName : about}</span>
      <span className="fh-task-go">{todo ? (label ?? '办理') : '查看'} →</span>
    </Link>
  );
}

function Near({ task }: { task: TaskRow }): ReactNode {
  if (task.lamp !== null) return <LampBadge lamp={task.lamp} daysLeft={task.daysLeft} />;
  return <span className="fh-quiet">没有期限</span>;
}
