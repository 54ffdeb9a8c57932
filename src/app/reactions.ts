import type { Handlers } from '#platform/outbox';
import type { Opened } from './opened.ts';
import { renderingHandlers } from './rendering.ts';

/** What follows from what, across rooms; every effect is an act of its own with its cause's id. */
export const REACTIONS: readonly string[] = [];

export function handlersOf(opened: Opened): Handlers {
  return new Map([...renderingHandlers(opened)]);
}
