import type { Disputed } from '../disputing/index.ts';
import { mustGiveBack } from '../disputing/redressing.ts';
import type { LocalDate } from '../local-date.ts';

/** 罚没收入 of one case, in fen: what was decided, what of it stands, what came in and where it is, what goes back. */
export type MoneyLine = {
  /** As decisions were made, before anything was changed; the decision in hand. */
  readonly decidedFen: number;
  /** What is to be paid of it now. */
  readonly dueFen: number;
  /** Everything that was paid, upon revoked decisions and as 加处罚款, too. */
  readonly paidFen: number;
  /** Taken by officers and not yet in the bank (处罚法 71). */
  readonly onTheWayFen: number;
  /** In the bank. */
  readonly bankedFen: number;
  /** To be given back, or given back already, because a decision was put right. */
  readonly backFen: number;
  readonly backOpenFen: number;
};

type Paid = { readonly decidedFen: number; readonly dueFen: number; readonly paidFen: number; readonly onTheWayFen: number };

export function moneyLine({ redresses }: Pick<Disputed, 'redresses'>, paid: Paid): MoneyLine {
  const sum = (list: Disputed['redresses']): number => list.reduce((all, c) => all + c.backFen, 0);
  return {
    ...paid,
    bankedFen: paid.paidFen - paid.onTheWayFen,
    backFen: sum(redresses),
    backOpenFen: sum(redresses.filter(mustGiveBack)),
  };
}

/** One payment as a bank or the treasury knows it: by the number of its 票据. */
export type Receipt = { readonly receipt: string; readonly on: LocalDate; readonly fen: number };
