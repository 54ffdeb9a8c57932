import { type RefObject, useEffect, useRef } from 'react';
import { usePhone } from '../media.ts';

/** What takes the focus when a form opens. Never its button: the key that opened the form, held a little long, would confirm it. */
const CONTROLS = 'input:not([type="file"]), textarea';

/**
 * Keys go on in the first field of a form that has just opened. On a phone the keyboard would cover what is to be read
 * first. Once only: whoever enlarges the page or turns the screen while writing stays where they write.
 */
export function useFocusOnOpening(root: RefObject<HTMLFormElement | null>, ready: boolean): void {
  const phone = usePhone();
  const opened = useRef<HTMLFormElement | null>(null);
  useEffect(() => {
    if (!ready || opened.current === root.current) return;
    opened.current = root.current;
    if (!phone) (root.current?.querySelector<HTMLElement>(CONTROLS) ?? root.current)?.focus();
  }, [root, ready, phone]);
}
