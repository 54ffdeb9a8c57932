import type { MatterView } from '#ui/api/types.ts';

/** Before it has been filed; on the spot, where no filing stands between, before it has been decided. */
const OPENING: Readonly<Record<string, readonly string[]>> = {
  'ordinary-penalty': ['clue', 'filing'],
  'summary-penalty': ['onsite', 'heard'],
  'correction-order': ['signing', 'draft'],
};

/** Whether somebody has still to say that this is a case of its own. */
export function isBeingOpened({ kind, status }: Pick<MatterView, 'kind' | 'status'>): boolean {
  return OPENING[kind]?.includes(status) ?? false;
}
