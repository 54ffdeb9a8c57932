import { disobeyedOrders, uncheckedOrders } from '#law/correcting/index';
import type { FormStarts } from '#ui/form/typed.ts';
import { CORRECTING_ROOM } from '../lifecycle/checking.ts';
import type { OrderToCorrect } from '../model.ts';

/** The order in hand is known by its number, whoever looks at it or repeats it; who found it is likely to look again. */
export const startsOfCorrectionOrder: FormStarts = (state, act) => {
  if (!('officerIds' in state)) return null;
  const s = state as unknown as OrderToCorrect;
  const [unchecked] = uncheckedOrders(CORRECTING_ROOM, s);
  const [disobeyed] = disobeyedOrders(CORRECTING_ROOM, s);
  if (act === 'check-correction') return unchecked === undefined ? null : { no: unchecked.no, officers: [...s.officerIds] };
  const followed = disobeyed ?? unchecked;
  if (act === 'follow-correction') return followed === undefined ? null : { no: followed.no };
  if (act !== 'order-again' || disobeyed === undefined) return null;
  return { again: disobeyed.no, basis: s.basis, content: disobeyed.content, court: s.wanted.court };
};
