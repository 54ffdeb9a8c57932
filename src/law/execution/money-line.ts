import type { Disputed } from '../disputing/index.ts';
import { mustGiveBack } from '../disputing/redressing.ts';
import type { LocalDate } from '../local-date.ts';
import type { BaseState, Guard } from '../matter-kind.ts';
import { unverified } from '../unverified.ts';
import { PENALTY_67 } from './articles.ts';

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
export type PaidReceipt = { readonly receipt: string; readonly on: LocalDate; readonly fen: number };

/** Numbers are typed by hand: width, case and blanks make no other number. */
export const receiptKey = (receipt: string): string => receipt.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** One 票据 for one payment: 67 and 70 ask for the bank and its 票据 and do not say so in as many words (待核定). Cases of the organ are compared with each other where it is compared with the bank's statement. */
export function receiptOnce<S extends BaseState>(receiptsOf: (s: S) => readonly PaidReceipt[]): Guard<S, { readonly receipt: string }> {
  return unverified({ name: '票据号没有登记过', cite: PENALTY_67, parameter: 'payment.receipt-once' }, ({ state, input }) => {
    const same = receiptsOf(state).find(({ receipt }) => receiptKey(receipt) === receiptKey(input.receipt));
    return same === undefined
      ? null
      : ['receipt-twice', `票据号${input.receipt}已经登记在${same.on}的缴款上，一张票据只对应一笔缴款（规则参数，待核定）`];
  });
}
