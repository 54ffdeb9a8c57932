import type { LawLibrary } from '#law/library/library';
import type { Pool } from '#platform/db';
import { libraryMark, loadLibrary } from './store-texts.ts';

export type LibraryKeeper = () => Promise<LawLibrary>;

/** How old the library of a running server may be against what a command or another server has imported. */
const LOOK_AGAIN_MS = 15_000;

/** The library of a running server: read when first asked for, and again after something was imported. */
export function keepLibrary(pool: Pool, now: () => number): LibraryKeeper {
  let mark = '';
  let looked = Number.NEGATIVE_INFINITY;
  let current: Promise<LawLibrary> | null = null;
  return async () => {
    if (current !== null && now() - looked < LOOK_AGAIN_MS) return current;
    looked = now();
    const seen = await libraryMark(pool);
    if (current === null || seen !== mark) {
      mark = seen;
      const reading = loadLibrary(pool);
      current = reading;
      // A library that could not be read is read again at the next question.
      reading.catch(() => {
        if (current === reading) current = null;
      });
    }
    return current;
  };
}
