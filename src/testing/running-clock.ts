import type { LocalDate } from '#law';
import type { Rehearsal } from './rehearsal.ts';

/** The due day of the run of a clock that goes on; null: none does. */
export function due(rehearsal: Rehearsal, clock: string): LocalDate | null {
  return rehearsal.clocks().find((c) => c.clock === clock && c.stoppedOn === null)?.dueOn ?? null;
}
