import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { TaskRow } from '#ui/api/types.ts';
import { useKeys } from '#ui/keys.ts';
import { LampBadge } from '#ui/law/lamp.tsx';
import { instantWords } from '#ui/time-words.ts';

/** One line a task: how near, what to do, about what, and the way there. */
export function TaskList({ tasks, label }: { tasks: readonly TaskRow[]; label: string }) {
  const list = useRef<HTMLUListElement>(null);
  const move = (by: number): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.findIndex((link) => link.contains(document.activeElement));
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([
    { key: 'j', label: '列表下一行', run: () => move(1) },
    { key: 'k', label: '列表上一行', run: () => move(-1) },
  ]);
  return (
    <ul className="fh-tasks" aria-label={label} ref={list}>
      {tasks.map((task) => (
        <li key={`${task.matterId}:${task.key}:${task.doneAt ?? ''}`}>
          <TaskLine task={task} />
        </li>
      ))}
    </ul>
  );
}

function TaskLine({ task }: { task: TaskRow }) {
  const done = task.doneAt !== undefined && task.doneAt !== null;
  return (
    <Link to={`/matters/${task.matterId}`} search={done || task.act === '' ? {} : { act: task.act }} className="fh-task">
      <span>
        {done ? (
          <span className="fh-quiet">{instantWords(task.doneAt ?? '')}</span>
        ) : task.lamp === null ? (
          <span className="fh-quiet">未定期限</span>
        ) : (
          <LampBadge lamp={task.lamp} daysLeft={task.daysLeft} />
        )}
      </span>
      <span className="fh-task-title">{task.title}</span>
      <span className="fh-task-sub">
        {[task.number ?? '', task.subject, task.organisationName ?? ''].filter((word) => word !== '').join('　')}
      </span>
      <span className="fh-task-go">{done ? '查看' : (task.actLabel ?? '办理')} →</span>
    </Link>
  );
}
