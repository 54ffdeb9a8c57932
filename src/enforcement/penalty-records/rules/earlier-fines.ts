import type { FinedAct, FinesOfOneParty } from '#law/rules/index';

/** Most other fines of one party that D05 looks at, the latest before the decision. */
export const MOST_PEERS = 200;

/** The order in which fines of one party count as earlier and later: by day, on one day by organ and number. */
export function inOrder(a: FinedAct, b: FinedAct): number {
  return order(a.decidedOn, b.decidedOn) || order(a.organ, b.organ) || order(a.number, b.number);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isFined({ fineFen }: Pick<FinedAct, 'fineFen'>): boolean {
  return fineFen !== null && fineFen > 0;
}

/** Walks over the fines of one party in order and keeps only the latest in hand. */
export class EarlierFines {
  #latest: readonly FinedAct[] = [];

  /** The fine with those before it; it stands before the next. */
  next(fined: FinedAct): FinesOfOneParty {
    const sameParty = this.#latest;
    if (isFined(fined)) this.#latest = [...sameParty.slice(-(MOST_PEERS - 1)), fined];
    return { fined, sameParty };
  }
}
