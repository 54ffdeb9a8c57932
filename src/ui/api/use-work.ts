import { useState } from 'react';
import { type Failure, failureOf } from './failure.ts';

export type Work = {
  readonly busy: boolean;
  /** Why the last piece of work was not done; null: it was, or nothing was tried. */
  readonly failure: Failure | null;
  readonly forget: () => void;
  readonly run: (work: () => Promise<void>) => Promise<void>;
};

/** One thing at a time that a page asks of the server: whether it is under way, and why it was not done. */
export function useWork(): Work {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, forget: () => setFailure(null), run };
}
