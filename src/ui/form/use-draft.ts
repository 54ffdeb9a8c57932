import { useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '#law';
import { call } from '../api/client.ts';

type Kept = { readonly body: unknown; readonly savedAt: string };
type DraftState =
  | { readonly is: 'reading' }
  | { readonly is: 'none' }
  | { readonly is: 'restored'; readonly savedAt: string }
  | { readonly is: 'saved'; readonly savedAt: string }
  | { readonly is: 'unsaved' };

const SETTLE = 800;

/**
 * Keeps a form as typed on the server under its subject. `restore` is called once, if something was kept.
 * Saving never disturbs typing: a failed save is told by the state and tried again with the next change.
 */
export function useDraft(subject: string, restore: (body: unknown) => void) {
  const [state, setState] = useState<DraftState>({ is: 'reading' });
  const pending = useRef<Json | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
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
    try {
      const kept = await call<{ readonly savedAt: string }>('PUT', path, { body, quiet: true });
      setState({ is: 'saved', savedAt: kept.savedAt });
    } catch {
      setState({ is: 'unsaved' });
    }
  }, [path]);

  useEffect(() => () => void flush(), [flush]);

  const keep = (body: Json): void => {
    pending.current = body;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SETTLE);
  };
  const discard = async (): Promise<void> => {
    clearTimeout(timer.current);
    pending.current = null;
    setState({ is: 'none' });
    await call('DELETE', path, { quiet: true }).catch(() => undefined);
  };
  return { state, keep, discard };
}
