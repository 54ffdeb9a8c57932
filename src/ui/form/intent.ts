import { useRef } from 'react';
import { newKey } from '../api/client.ts';

/**
 * One idempotency key per intent: the same content sent twice (double click, lost answer, signing in again) is
 * performed once; changed content is another intent.
 */
export function useIntent(): { keyFor(content: unknown): string; done(): void } {
  const intent = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content);
      if (intent.current?.content !== text) intent.current = { content: text, key: newKey() };
      return intent.current.key;
    },
    done: () => {
      intent.current = null;
    },
  };
}
