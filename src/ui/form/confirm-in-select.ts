import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter confirms from a closed select as from any other field: the select would take the key for an Enter and open
 * its list. In an open list it still takes what is marked.
 */
export function confirmInSelect(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !event.ctrlKey || !(event.target instanceof HTMLElement)) return;
  if (event.target.getAttribute('role') !== 'combobox' || event.target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.requestSubmit();
}
