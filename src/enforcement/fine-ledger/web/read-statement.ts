import { readDay } from '#registers/loading';
import { readMoney } from '#ui/form/money.ts';
import type { StatementLine } from '../model.ts';

export type Statement = { readonly lines: readonly StatementLine[]; readonly problems: readonly string[] };

/**
 * Reads a statement as it is copied from a table: 票据号, 日期, 金额（元）, parted by tabs or commas, one line a payment. A head
 * without any sum is passed over; every other line that cannot be read is told by its number, never left out silently.
 */
export function readStatement(text: string): Statement {
  const [lines, problems]: [StatementLine[], string[]] = [[], []];
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const [receipt = '', on = '', ...sum] = cellsOf(row);
    const [day, fen] = [readDay(on), readMoney(sum.join('').replaceAll('"', ''))];
    if (receipt !== '' && day !== null && typeof fen === 'number') lines.push({ receipt, on: day, fen });
    else if (i > 0 || /\d/.test(row)) problems.push(`第${i + 1}行“${row.trim().slice(0, 40)}”读不出票据号、日期、金额`);
  }
  return { lines, problems };
}

const cellsOf = (row: string): readonly string[] => (row.includes('\t') ? row.split('\t') : row.split(/[,，]/)).map((cell) => cell.trim());
