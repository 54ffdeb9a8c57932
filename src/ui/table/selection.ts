/** Rows ticked for doing something with many at once. */
export type Selection<T> = {
  readonly selected: ReadonlySet<string>;
  readonly change: (selected: ReadonlySet<string>) => void;
  /** Rows that cannot be ticked. */
  readonly closed?: (row: T) => boolean;
};

export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
