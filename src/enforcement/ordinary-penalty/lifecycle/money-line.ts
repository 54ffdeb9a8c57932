import { type MoneyLine, moneyLine, type PaidReceipt } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { Penalty } from '../model-deciding.ts';
import { dueSum } from './money.ts';

/** 罚没收入 of an ordinary case, over all its decisions. */
export function moneyLineOf(s: OrdinaryPenalty): MoneyLine {
  const payments = [...s.rounds.flatMap((r) => r.payments), ...s.payments];
  const onTheWay = payments.filter((p) => p.channel === 'on-spot' && (p.bankedOn ?? null) === null);
  return moneyLine(s, {
    decidedFen: sumOf(s.decision?.original ?? s.decision?.penalty ?? null),
    dueFen: s.ending === 'revoked' ? 0 : dueSum(s),
    paidFen: payments.reduce((sum, p) => sum + p.fen, 0),
    onTheWayFen: onTheWay.reduce((sum, p) => sum + p.fen, 0),
  });
}

/** Every payment by its receipt, upon every decision of the case. */
export function receiptsOf(s: OrdinaryPenalty): readonly PaidReceipt[] {
  return [...s.rounds.flatMap((r) => r.payments), ...s.payments].map(({ receipt, on, fen }) => ({ receipt, on, fen }));
}

const sumOf = (penalty: Penalty | null): number => (penalty?.fineFen ?? 0) + (penalty?.incomeFen ?? 0);
