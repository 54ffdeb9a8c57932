import type { RefObject } from 'react';
import { useKeys } from './keys.ts';

/** j and k move the focus from row to row of a list; Enter opens the focused one. `rows` selects them inside `list`. */
export function useRowKeys(list: RefObject<HTMLElement | null>, rows: string): void {
  const move = (by: number): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>(rows) ?? [])];
    const at = all.findIndex((row) => row.contains(document.activeElement));
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([
    { key: 'j', label: '列表下一行', run: () => move(1) },
    { key: 'k', label: '列表上一行', run: () => move(-1) },
  ]);
}
