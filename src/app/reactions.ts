import type { Handlers } from '#platform/outbox';
import { renderingHandlers } from './rendering.ts';
import type { Opened } from './server.ts';

/** What follows from what, across rooms; every effect is an act of its own with its cause's id. */
export const REACTIONS: readonly string[] = [];

export function handlersOf(opened: Opened): Handlers {
  return new Map([...renderingHandlers(opened)]);
}
