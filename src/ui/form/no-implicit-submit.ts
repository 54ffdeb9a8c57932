import type { KeyboardEvent } from 'react';

/**
 * Enter in a line of text does not send the form: an act is confirmed by its button or by Ctrl+Enter. On a field for
 * files it chooses, as on any button: refusing the key would refuse the chooser with it.
 */
export function noImplicitSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (event.target.type === 'file' && !event.repeat) event.target.click();
}
