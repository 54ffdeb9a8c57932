import { isJsonObject } from '#law';
import type { FormStarts } from './typed.ts';

/** Lists of every penalty whose first open line an act goes on with, with what closes a line. */
const WAITING: Readonly<Record<string, Waits>> = {
  'dispute-accepted': { list: 'disputes', until: 'acceptedOn' },
  'dispute-answered': { list: 'disputes', until: 'answeredOn' },
  'dispute-extended': { list: 'disputes', until: 'until' },
  'dispute-suspended': { list: 'disputes', until: 'until' },
  'dispute-resumed': { list: 'disputes', until: 'until' },
  'dispute-ended': { list: 'disputes', until: 'until' },
  'report-correction': { list: 'disputes', until: 'reportedOn' },
  'stay-ended': { list: 'stays', until: 'until' },
  'withdraw-publication': { list: 'redresses', until: 'offlineOn' },
  'give-back': { list: 'redresses', until: 'givenBackOn' },
};
type Waits = { readonly list: string; readonly until: string };

/** What follows upon a dispute, a stay or a redress begins with the one that has waited longest. */
export const startsOfPenalty: FormStarts = (state, act) => {
  const waits = WAITING[act];
  return waits === undefined ? null : firstWaiting(state, waits);
};

/** The number of the first line that nothing has closed; null: none is open. */
export function firstWaiting(state: Parameters<FormStarts>[0], { list, until }: Waits): ReturnType<FormStarts> {
  const lines = state[list];
  const first = Array.isArray(lines) ? lines.find((line) => isJsonObject(line) && line[until] === null) : undefined;
  return first !== undefined && isJsonObject(first) ? { no: first['no'] ?? null } : null;
}
