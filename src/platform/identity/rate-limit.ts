import type { Now } from '#platform/clock-now';

const WINDOW = 60_000;
const KEYS_KEPT = 20_000;

/** True while a key stays within so many calls of the running window. Counts live in this process alone. */
export type RateLimit = (key: string, most: number) => boolean;

/** `window`: milliseconds, a minute unless said otherwise. */
export function rateLimit(now: Now, window = WINDOW): RateLimit {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return (key, most) => {
    const at = now();
    if (at - windowStart >= window || at < windowStart || counts.size > KEYS_KEPT) {
      counts.clear();
      windowStart = at;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
}
