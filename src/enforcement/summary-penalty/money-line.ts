import { ENDS_PENALTY, type MoneyLine, moneyLine } from '#law';
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
