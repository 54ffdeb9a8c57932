import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key of a page: shown in the help, run when pressed. */
export type Key = {
  /** "/", "j", "Enter", "Ctrl+Enter" … */
  readonly key: string;
  readonly label: string;
  /** Also while a field has the focus. */
  readonly inFields?: boolean;
  run(event: KeyboardEvent): void;
};

const open = new Map<symbol, readonly Key[]>();
const listeners = new Set<() => void>();
let shown: readonly Key[] = [];

function changed(): void {
  const byKey = new Map([...open.values()].flat().map((key) => [`${key.key}${key.label}`, key]));
  shown = [...byKey.values()];
  for (const listener of listeners) listener();
}

/** Keys hold while the component stands; the latest component to name a key wins. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = keys.map((key) => `${key.key}${key.label}`).join();
  useEffect(() => {
    if (names === '') return;
    const id = Symbol();
    open.set(
      id,
      latest.current.map((key, index) => ({ ...key, run: (event: KeyboardEvent) => latest.current[index]?.run(event) })),
    );
    changed();
    return () => {
      open.delete(id);
      changed();
    };
  }, [names]);
}

/** Everything that keys do on the open page, for the help. */
export function useShownKeys(): readonly Key[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** The shell calls this once. Returns how to stop. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = nameOf(event);
    const typing = isTyping(event.target);
    const key = [...open.values()].flat().findLast((candidate) => candidate.key === name && (candidate.inFields === true || !typing));
    if (key === undefined) return;
    event.preventDefault();
    key.run(event);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function nameOf(event: KeyboardEvent): string {
  if (event.altKey || event.metaKey) return '';
  return event.ctrlKey ? `Ctrl+${event.key}` : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.getAttribute('role') === 'combobox';
}
