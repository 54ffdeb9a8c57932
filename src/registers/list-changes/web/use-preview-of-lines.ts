import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptList } from '#registers/power-lists';
import { call } from '#ui/api/client.ts';
import { type Failure, failureOf } from '#ui/api/failure.ts';
import type { Preview, SentLine } from '../contract.ts';

/** So many lines are checked as they are typed; more when it is asked for. */
const CHECKED_AT_ONCE = 300;

export type Checked = {
  readonly preview: Preview | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly check: () => Promise<void>;
};

/** The lines held against the register by the server; an answer that is overtaken by another change is dropped. */
export function usePreviewOfLines(list: KeptList, lines: readonly SentLine[]): Checked {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const check = useCallback(async () => {
    turn.current += 1;
    const own = turn.current;
    setBusy(true);
    try {
      const found = await call<Preview>('POST', '/api/list-changes/preview', { body: { list, lines } });
      if (own === turn.current) {
        setPreview(found);
        setFailure(null);
      }
    } catch (error) {
      if (own === turn.current) setFailure(failureOf(error));
    } finally {
      if (own === turn.current) setBusy(false);
    }
  }, [list, lines]);
  useEffect(() => {
    turn.current += 1;
    setPreview(null);
    setBusy(false);
    if (lines.length > 0 && lines.length <= CHECKED_AT_ONCE) void check();
  }, [check, lines]);
  return { preview, failure, busy, check };
}
