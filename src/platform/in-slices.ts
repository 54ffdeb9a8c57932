import { setImmediate as turn } from 'node:timers/promises';

/** How long one slice may hold up everybody else. */
const SLICE_MS = 8;

/** `list.map(work)` for long lists: between slices of a few milliseconds the requests of others are served. */
export async function inSlices<T, R>(list: readonly T[], work: (item: T, index: number) => R): Promise<R[]> {
  const done: R[] = [];
  let since = performance.now();
  for (const [index, item] of list.entries()) {
    done.push(work(item, index));
    if (performance.now() - since < SLICE_MS) continue;
    await turn();
    since = performance.now();
  }
  return done;
}
