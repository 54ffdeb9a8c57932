import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { KeptList } from '#registers/power-lists';
import { call } from '#ui/api/client.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { useIntent } from '#ui/form/intent.ts';
import type { DraftView, SentLine } from '../contract.ts';

export type Reason = { readonly reason: string; readonly grounds: string };
type Typed = Reason & { readonly list: KeptList; readonly lines: readonly SentLine[] };

/** Saves the proposal as it stands, whether its lines can stand or not, and goes to its page. */
export function useSaving(id: string | null, draft: DraftView) {
  const { busy, failure, run } = useWork();
  const saved = useRef(false);
  const intent = useIntent();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const save = ({ list, lines, reason, grounds }: Typed): Promise<void> => {
    const words = { reason: reason.trim(), grounds: grounds.trim() === '' ? null : grounds.trim(), lines };
    const body = id === null ? { list, ...words } : { ...words, ifSeq: draft.seq };
    const path = id === null ? '/api/list-changes' : `/api/list-changes/${id}`;
    return run(async () => {
      const done = await call<ActAnswer>('POST', path, { body, key: intent.keyFor(body) });
      intent.done();
      saved.current = true;
      await navigate({ to: `/list-changes/${done.matterId}` });
      await refresh();
    });
  };
  return { failure, busy, save, isSaved: () => saved.current };
}
