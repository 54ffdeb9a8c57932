import type { TaskNeed } from './matter-kind.ts';
import type { Role } from './roles.ts';

/** What is waiting, before it is said for which organisation. */
export type Waiting = Pick<TaskNeed, 'act' | 'title' | 'roles' | 'clock'> & { readonly key?: string };

/** `clock`: the period in which it has to be done, and which of its runs. */
export const todo = (act: string, title: string, roles: readonly Role[], clock?: string, key = ''): Waiting => ({
  ...{ act, title, roles },
  ...(clock === undefined ? {} : { clock: { id: clock, key } }),
});
