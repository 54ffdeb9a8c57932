import type { KeyboardEvent } from 'react';

/** Enter in a line of text does not send the form: an act is confirmed by its button or by Ctrl+Enter. */
export function noImplicitSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) event.preventDefault();
}
