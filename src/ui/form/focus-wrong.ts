/** Brings the first field that needs correction into view, once it is marked. */
export function focusFirstWrong(root: HTMLElement | null): void {
  setTimeout(() => {
    const wrong = root?.querySelector('.fh-field-wrong');
    wrong?.scrollIntoView({ block: 'center' });
    wrong?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus({ preventScroll: true });
  }, 0);
}
