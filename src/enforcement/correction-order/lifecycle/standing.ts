import { type LocalDate, letterInHand } from '#law';
import { type CorrectionOrder, ordersOf } from '#law/correcting/index';
import type { OrderToCorrect, Status } from '../model.ts';

type S = OrderToCorrect;

/** When an order reached the party; null: not yet, or never. */
export function arrivedOn({ letters }: S, { letterNo }: CorrectionOrder): LocalDate | null {
  return letters.find(({ no }) => no === letterNo)?.receivedOn ?? null;
}

/** The order that governs: the last one that the party has. */
function governing(s: S): CorrectionOrder | null {
  return ordersOf(s).findLast((order) => arrivedOn(s, order) !== null) ?? null;
}

/** Where the matter stands, by its letters and by what has become of the order that governs. */
export function standing(s: S): Status {
  if (letterInHand(s) !== null) return 'serving';
  if (s.revocation?.effectOn != null) return 'revoked';
  const order = governing(s);
  if (order === null) return 'withdrawn';
  if (order.followed !== undefined) return order.followed.how === 'filed' && s.toCase === null ? 'filing' : 'followed';
  if (order.corrected === null) return 'with-party';
  return order.corrected ? 'corrected' : 'disobeyed';
}

/** When nothing was waited for any more; null while something is. */
export function endedOn(s: S): LocalDate | null {
  if (s.withdrawnOn !== null) return s.withdrawnOn;
  const order = governing(s);
  switch (standing(s)) {
    case 'revoked':
      return s.revocation?.effectOn ?? null;
    case 'corrected':
      return order?.checkedOn ?? null;
    case 'followed':
      return s.toCase?.on ?? order?.followed?.on ?? null;
    default:
      return null;
  }
}
