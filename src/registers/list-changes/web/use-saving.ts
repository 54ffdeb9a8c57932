import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { KeptList } from '#registers/power-lists';
import { call } from '#ui/api/client.ts';
import { type Failure, failureOf } from '#ui/api/failure.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useIntent } from '#ui/form/intent.ts';
import type { DraftView, SentLine } from '../contract.ts';

type Typed = { readonly list: KeptList; readonly lines: readonly SentLine[]; readonly reason: string; readonly grounds: string };

/** Saves the proposal as it stands, whether its lines can stand or not, and goes to its page. */
export function useSaving(id: string | null, draft: DraftView) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const saved = useRef(false);
  const intent = useIntent();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const save = async ({ list, lines, reason, grounds }: Typed): Promise<void> => {
    const words = { reason: reason.trim(), grounds: grounds.trim() === '' ? null : grounds.trim(), lines };
    const body = id === null ? { list, ...words } : { ...words, ifSeq: draft.seq };
    setBusy(true);
    setFailure(null);
    try {
      const path = id === null ? '/api/list-changes' : `/api/list-changes/${id}`;
      const done = await call<ActAnswer>('POST', path, { body, key: intent.keyFor(body) });
      intent.done();
      saved.current = true;
      await navigate({ to: `/list-changes/${done.matterId}` });
      await refresh();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { failure, busy, save, isSaved: () => saved.current };
}
