import { disobeyedOrders, uncheckedOrders } from '#law/correcting/index';
import type { FormStarts } from '#ui/form/typed.ts';
import { CORRECTING_ROOM } from '../lifecycle/corrections.ts';
import type { SummaryPenalty } from '../model.ts';

/** What is taken on the spot is taken by its officers, at its place, in that stage: on a phone nobody types it again. */
export const startsOfSummaryPenalty: FormStarts = (state, act) => {
  if (!('officerIds' in state)) return null;
  const { officerIds, place } = state as unknown as SummaryPenalty;
  if (act === 'check-correction' || act === 'follow-correction') {
    const [first] = (act === 'check-correction' ? uncheckedOrders : disobeyedOrders)(CORRECTING_ROOM, state as unknown as SummaryPenalty);
    if (first === undefined) return null;
    return act === 'check-correction' ? { officers: [...officerIds], no: first.no } : { no: first.no };
  }
  if (act === 'evidence') return { officers: [...officerIds], place, how: 'surveyed', form: 'original' };
  return act === 'record-av' ? { officers: [...officerIds], stage: 'on-spot' } : null;
};
