import { type LocalDate, type PaidReceipt, receiptKey } from '#law';

/** A payment as a case tells it. */
export type CaseReceipt = PaidReceipt & { readonly matterId: string; readonly organ: string; readonly number: string | null };
/** A line of the statement of the bank or the treasury. */
export type StatementLine = PaidReceipt;

export const COMPARED_LABELS = {
  matched: '相符',
  differs: '金额不符',
  'not-in-statement': '对账单没有',
  'not-in-cases': '案件没有登记',
  repeated: '票据号重复',
} as const;
export type Compared = keyof typeof COMPARED_LABELS;

/** What both sides know under one number. */
export type ComparedReceipt = {
  readonly receipt: string;
  readonly result: Compared;
  readonly cases: readonly CaseReceipt[];
  readonly lines: readonly StatementLine[];
  readonly casesFen: number;
  readonly linesFen: number;
};
export type ComparedTotal = {
  readonly month: string;
  readonly organ: string;
  readonly count: number;
  readonly matched: number;
  readonly casesFen: number;
  readonly linesFen: number;
};

/**
 * 对账 by number and sum. One number stands for one payment: where a side has it twice, nothing says which of them is meant,
 * so it is neither matched nor missing but told as repeated.
 */
export function compareReceipts(cases: readonly CaseReceipt[], lines: readonly StatementLine[]): readonly ComparedReceipt[] {
  const ours = grouped(cases);
  const theirs = grouped(lines);
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].toSorted();
  return keys.map((key) => compared(ours.get(key) ?? [], theirs.get(key) ?? []));
}

function compared(cases: readonly CaseReceipt[], lines: readonly StatementLine[]): ComparedReceipt {
  const [casesFen, linesFen] = [sumOf(cases), sumOf(lines)];
  const receipt = (cases[0] ?? lines[0])?.receipt ?? '';
  return { receipt, result: resultOf(cases, lines), cases, lines, casesFen, linesFen };
}

function resultOf(cases: readonly CaseReceipt[], lines: readonly StatementLine[]): Compared {
  if (cases.length > 1 || lines.length > 1) return 'repeated';
  if (lines.length === 0) return 'not-in-statement';
  if (cases.length === 0) return 'not-in-cases';
  return sumOf(cases) === sumOf(lines) ? 'matched' : 'differs';
}

/** A statement names no unit: what no case has stands apart. */
export const NO_UNIT = '未对应到单位';

/** By the month of the payment as the case tells it, or the statement where no case has it, and by unit. */
export function totalsOf(rows: readonly ComparedReceipt[]): readonly ComparedTotal[] {
  const totals = new Map<string, ComparedTotal>();
  for (const { cases, lines, result, casesFen, linesFen } of rows) {
    const month = ((cases[0] ?? lines[0])?.on ?? '').slice(0, 7);
    const organ = cases[0]?.organ ?? NO_UNIT;
    const old = totals.get(`${month} ${organ}`) ?? { month, organ, count: 0, matched: 0, casesFen: 0, linesFen: 0 };
    totals.set(`${month} ${organ}`, {
      ...{ month, organ, count: old.count + 1, matched: old.matched + (result === 'matched' ? 1 : 0) },
      ...{ casesFen: old.casesFen + casesFen, linesFen: old.linesFen + linesFen },
    });
  }
  return [...totals.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

function grouped<R extends PaidReceipt>(receipts: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const one of receipts) {
    const group = groups.get(receiptKey(one.receipt));
    if (group === undefined) groups.set(receiptKey(one.receipt), [one]);
    else group.push(one);
  }
  return groups;
}

const sumOf = (receipts: readonly PaidReceipt[]): number => receipts.reduce((sum, { fen }) => sum + fen, 0);

/** What an official reads beside a day: the earliest on either side. */
export function dayOf({ cases, lines }: ComparedReceipt): LocalDate | null {
  return (cases[0] ?? lines[0])?.on ?? null;
}

/** The organs and the numbers of decisions that cases name under one receipt, each once. */
export const organsIn = ({ cases }: ComparedReceipt): string => named(cases.map((c) => c.organ));
export const numbersIn = ({ cases }: ComparedReceipt): string => named(cases.map((c) => c.number));
const named = (words: readonly (string | null)[]): string => [...new Set(words.filter((word) => word !== null))].join('、');
