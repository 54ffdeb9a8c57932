import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '#law';
import { call } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';

type Kept = { readonly body: unknown; readonly savedAt: string };
type DraftState =
  | { readonly is: 'reading' }
  | { readonly is: 'none' }
  | { readonly is: 'restored'; readonly savedAt: string }
  | { readonly is: 'saved'; readonly savedAt: string }
  | { readonly is: 'unsaved' };

const SETTLE = 800;
const LATER = 10_000;
const PASSING: readonly Failure['is'][] = ['offline', 'database'];

/**
 * Keeps a form as typed on the server under its subject. `restore` is called once, if something was kept.
 * Saving never disturbs typing: a failed save is told by the state and tried again with the next
 * change, and every ten seconds while the connection is gone.
 */
export function useDraft(subject: string, restore: (body: unknown) => void) {
  const [state, setState] = useState<DraftState>({ is: 'reading' });
  const pending = useRef<Json | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Whether the last attempt failed; leaving the page would then lose what is typed. */
  const unsaved = useRef(false);
  /** The attempt under way: what it saves must not come behind the throwing away. */
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** What was thrown away is not saved once more by an attempt begun before. */
  const round = useRef(0);
  const restorer = useRef(restore);
  restorer.current = restore;
  const path = `/api/drafts/${encodeURIComponent(subject)}`;

  useEffect(() => {
    let gone = false;
    call<{ readonly draft: Kept | null }>('GET', path, { quiet: true })
      .then(({ draft: kept }) => {
        if (gone) return;
        if (kept === null) return setState({ is: 'none' });
        restorer.current(kept.body);
        setState({ is: 'restored', savedAt: kept.savedAt });
      })
      .catch(() => {
        if (!gone) setState({ is: 'none' });
      });
    return () => {
      gone = true;
    };
  }, [path]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const body = pending.current;
    if (body === null) return;
    pending.current = null;
    const { current } = round;
    try {
      const sent = call<{ readonly savedAt: string }>('PUT', path, { body, quiet: true });
      sending.current = sent.catch(() => undefined);
      const kept = await sent;
      if (round.current !== current) return;
      unsaved.current = false;
      setState({ is: 'saved', savedAt: kept.savedAt });
    } catch (error) {
      if (round.current !== current) return;
      unsaved.current = true;
      setState({ is: 'unsaved' });
      // What was typed in the meantime is newer and waits already.
      pending.current ??= body;
      clearTimeout(timer.current);
      // Only what may pass by itself: asking again and again would keep a session alive that nobody uses.
      if (PASSING.includes(failureOf(error).is)) timer.current = setTimeout(() => void flush(), LATER);
    }
  }, [path]);

  useConnection(flush, unsaved);

  useEffect(() => () => void flush(), [flush]);

  const keep = (body: Json): void => {
    pending.current = body;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SETTLE);
  };
  const discard = async (): Promise<void> => {
    clearTimeout(timer.current);
    pending.current = null;
    unsaved.current = false;
    round.current += 1;
    setState({ is: 'none' });
    await sending.current;
    await call('DELETE', path, { quiet: true }).catch(() => undefined);
  };
  return { state, keep, discard };
}

/** Saves when the connection is back, and asks whoever leaves the page with something unsaved. */
function useConnection(flush: () => Promise<void>, unsaved: RefObject<boolean>): void {
  useEffect(() => {
    const back = (): void => void flush();
    const leaving = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener('online', back);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [flush, unsaved]);
}
