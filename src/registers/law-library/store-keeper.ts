import type { LawLibrary } from '#law/library/library';
import type { Pool } from '#platform/db';
import { keptLaws } from './store-kept.ts';

export type LibraryKeeper = () => Promise<LawLibrary>;

/** How old the library of a running server may be against what a command or another server has imported. */
const LOOK_AGAIN_MS = 15_000;

/** The library as pages read it: looked after at most every 15 seconds. */
export function keepLibrary(pool: Pool, now: () => number): LibraryKeeper {
  let looked = Number.NEGATIVE_INFINITY;
  let current: Promise<LawLibrary> | null = null;
  return async () => {
    if (current !== null && now() - looked < LOOK_AGAIN_MS) return current;
    looked = now();
    const reading = keptLaws(pool).then(({ library }) => library);
    current = reading;
    reading.catch(() => {
      if (current === reading) current = null;
    });
    return reading;
  };
}
