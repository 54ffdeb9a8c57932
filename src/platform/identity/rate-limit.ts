import type { Now } from '#platform/clock-now';

const WINDOW = 60_000;
const KEYS_KEPT = 20_000;

/** True while a key stays within `perMinute` calls of the running minute. Counts live in this process alone. */
export type RateLimit = (key: string, perMinute: number) => boolean;

export function rateLimit(now: Now): RateLimit {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return (key, perMinute) => {
    const at = now();
    if (at - windowStart >= WINDOW || at < windowStart || counts.size > KEYS_KEPT) {
      counts.clear();
      windowStart = at;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perMinute;
  };
}
