import { ENDS_PENALTY, type MoneyLine, moneyLine, type PaidReceipt } from '#law';
import { fineOf, paidFen, type SummaryPenalty, surchargePaidFen } from './model.ts';

/** 罚没收入 of a case decided on the spot. */
export function moneyLineOf(s: SummaryPenalty): MoneyLine {
  const { collection } = s;
  return moneyLine(s, {
    decidedFen: (s.decision?.original ?? s.decision)?.fineFen ?? 0,
    dueFen: s.redresses.some((c) => ENDS_PENALTY.includes(c.undoing)) ? 0 : fineOf(s),
    paidFen: paidFen(s) + surchargePaidFen(s),
    onTheWayFen: collection !== null && collection.bankedOn === null ? collection.fen : 0,
  });
}

/** Every payment by its receipt: what officers took, and what came to the bank with what had been added. */
export function receiptsOf({ collection, payments }: SummaryPenalty): readonly PaidReceipt[] {
  const taken = collection === null ? [] : [collection];
  return [
    ...taken.map(({ receipt, on, fen }) => ({ receipt, on, fen })),
    ...payments.map(({ receipt, on, fen, surchargeFen }) => ({ receipt, on, fen: fen + surchargeFen })),
  ];
}
