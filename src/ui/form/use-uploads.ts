import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { upload } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import type { FileInfo } from '../api/types.ts';
import { giveUpFile, IN_PARTS_ABOVE, uploadInParts } from '../api/upload-in-parts.ts';

/** A file on its way. */
export type Going = {
  readonly id: number;
  readonly file: File;
  /** 0…1. */
  readonly share: number;
  readonly is: 'sending' | 'paused' | 'failed';
  readonly reason: string;
  readonly abort: AbortController;
};

/** Sends files at once; large ones can be paused and go on where they stopped. `take` gets each when it has come in. */
export function useUploads(take: (file: FileInfo) => void) {
  const [going, setGoing] = useState<readonly Going[]>([]);
  const taker = useRef(take);
  taker.current = take;
  const count = useRef(0);
  const queries = useQueryClient();
  const change = (id: number, next: Partial<Going> | null): void =>
    setGoing((all) => all.flatMap((one) => (one.id !== id ? [one] : next === null ? [] : [{ ...one, ...next }])));
  const send = async ({ id, file, abort }: Going): Promise<void> => {
    try {
      const by = file.size > IN_PARTS_ABOVE ? uploadInParts : upload;
      const info = await by(file, (share) => change(id, { share }), abort.signal);
      change(id, null);
      taker.current(info);
    } catch (error) {
      if (!abort.signal.aborted) change(id, { is: 'failed', reason: failureOf(error).reason });
    }
  };
  const again = (one: Going): void => {
    const next: Going = { ...one, is: 'sending', reason: '', abort: new AbortController() };
    change(one.id, next);
    void send(next);
  };
  return {
    going,
    start: (chosen: readonly File[]): void => {
      for (const file of chosen) {
        count.current += 1;
        const one: Going = { id: count.current, file, share: 0, is: 'sending', reason: '', abort: new AbortController() };
        setGoing((all) => [...all, one]);
        void send(one);
      }
    },
    again,
    pause: (one: Going): void => {
      one.abort.abort();
      change(one.id, { is: 'paused' });
    },
    drop: (one: Going): void => {
      one.abort.abort();
      change(one.id, null);
      // Where it could not be given up, the list of what is unfinished says so.
      void giveUpFile(one.file)
        .catch(() => undefined)
        .then(() => queries.invalidateQueries({ queryKey: ['uploads'] }));
    },
  };
}
