import { useEffect, useState } from 'react';
import type { Json } from '#law';
import { call } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import type { ActPreview, DrawnPages } from '../api/types.ts';
import { useSettled } from './use-settled.ts';

export type PreviewBody = {
  readonly kind: string;
  readonly act: string;
  readonly matterId: string | null;
  readonly input: { readonly [key: string]: Json };
  readonly legalDate?: string;
  readonly reported?: boolean;
  readonly which: number;
};

export type PreviewState = {
  /** The latest answer; an older one stays on screen until a newer one is there. */
  readonly preview: ActPreview | null;
  readonly page: DrawnPages | null;
  /** Why there is no newer one. */
  readonly reason: string | null;
  readonly busy: boolean;
};

const SETTLE = 450;
const TRY_AGAIN = 4_000;

/** Asks for the page of what is typed, once typing pauses; an answer that has been overtaken is given up. */
export function usePreview(body: PreviewBody | null): PreviewState {
  const settled = useSettled(body === null ? '' : JSON.stringify(body), SETTLE);
  const [state, setState] = useState<PreviewState>({ preview: null, page: null, reason: null, busy: body !== null });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks for the same again.
  useEffect(() => {
    if (settled === '') return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      timer = setTimeout(() => setRound((n) => n + 1), TRY_AGAIN);
    };
    setState((before) => ({ ...before, busy: true }));
    call<ActPreview>('POST', '/api/previews', { body: JSON.parse(settled), signal: gone.signal, quiet: true })
      .then((preview) => {
        if (gone.signal.aborted) return;
        const isBusy = preview.noPage?.because === 'busy';
        setState((before) => ({ preview, page: isBusy ? before.page : preview.page, reason: null, busy: false }));
        if (isBusy) later();
      })
      .catch((error: unknown) => {
        if (gone.signal.aborted) return;
        const failure = failureOf(error);
        setState((before) => ({ ...before, reason: failure.reason, busy: false }));
        if (['offline', 'database', 'too-many'].includes(failure.is)) later();
      });
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [settled, round]);
  return state;
}
