import type { PenaltyKind } from '../penalty.ts';
import { reachesFarther } from '../penalty-terms.ts';
import type { Standing } from './model.ts';
import type { DecisionInDispute } from './room.ts';

/** Of words nothing can be given back; of money the sum tells how much; of things the ledger tells whether they are gone. */
const TOLD_APART: readonly PenaltyKind[] = ['CF01', 'CF02', 'CF03', 'CF04', 'CF05'];

type Done = Pick<DecisionInDispute, 'carriedOut' | 'goneThings'>;

/**
 * A change leaves out, or shortens, something besides money that has been carried out: a thing, a licence, a restriction. Where
 * extents were not told on both sides, kinds and values alone are compared.
 */
export function dropsCarriedOut(before: Standing, after: Standing | null, done: Done): boolean {
  const isDropped = (kind: PenaltyKind): boolean => before.kinds.includes(kind) && after?.kinds.includes(kind) !== true;
  if (dropsGoneThings(before, after, done)) return true;
  if (!done.carriedOut) return false;
  return before.kinds.some((kind) => !TOLD_APART.includes(kind) && isDropped(kind)) || (after !== null && reachesFarther(before, after));
}

/** Things that still lie in custody go back by themselves, whatever was told of the carrying out. */
function dropsGoneThings(before: Standing, after: Standing | null, { carriedOut, goneThings }: Done): boolean {
  if (!before.kinds.includes('CF05')) return false;
  const left = after?.kinds.includes('CF05') === true ? after : null;
  if (before.things !== undefined && (left === null || left.things !== undefined))
    return before.things.some((no) => goneThings.includes(no) && left?.things?.includes(no) !== true);
  return (before.goodsFen ?? 0) > (left?.goodsFen ?? 0) && (carriedOut || goneThings.length > 0);
}
