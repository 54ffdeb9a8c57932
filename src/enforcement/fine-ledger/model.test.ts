import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { type CaseReceipt, compareReceipts, NO_UNIT, totalsOf } from './model.ts';

const paid = (receipt: string, fen: number, on = '2026-06-10', organ = '区市场监管局'): CaseReceipt => ({
  ...{ receipt, fen, on: localDate(on), matterId: receipt, organ, number: null },
});
const line = (receipt: string, fen: number, on = '2026-06-11') => ({ receipt, fen, on: localDate(on) });
const results = (...of: Parameters<typeof compareReceipts>) => compareReceipts(...of).map(({ receipt, result }) => [receipt, result]);

describe('按票据号、金额与银行、国库的对账单核对（处罚法第六十七条、第七十四条；罚缴分离办法第十二条）', () => {
  it('相符、金额差一分、一方没有，各自列明', () => {
    expect(
      results([paid('A1', 10_000), paid('A2', 10_000), paid('A3', 500)], [line('A1', 10_000), line('A2', 10_001), line('A4', 7)]),
    ).toEqual([
      ['A1', 'matched'],
      ['A2', 'differs'],
      ['A3', 'not-in-statement'],
      ['A4', 'not-in-cases'],
    ]);
  });

  it('全角半角、大小写、空格不同的是同一票据号；任一方重复的列为重复，不算相符', () => {
    expect(results([paid('a 001', 100)], [line('Ａ００１', 100)])).toEqual([['a 001', 'matched']]);
    expect(results([paid('B', 100), paid('B', 100)], [line('B', 200)])).toEqual([['B', 'repeated']]);
    expect(results([paid('B', 100)], [line('B', 100), line('B', 100)])).toEqual([['B', 'repeated']]);
  });

  it('按月份、单位合计；案件没有登记的不归任何单位', () => {
    const rows = compareReceipts(
      [paid('A', 100), paid('B', 50, '2026-07-01'), paid('C', 1, '2026-06-30', '区交通局')],
      [line('A', 100), line('D', 9)],
    );
    expect(totalsOf(rows)).toEqual([
      { month: '2026-06', organ: '区交通局', count: 1, matched: 0, casesFen: 1, linesFen: 0 },
      { month: '2026-06', organ: '区市场监管局', count: 1, matched: 1, casesFen: 100, linesFen: 100 },
      { month: '2026-06', organ: NO_UNIT, count: 1, matched: 0, casesFen: 0, linesFen: 9 },
      { month: '2026-07', organ: '区市场监管局', count: 1, matched: 0, casesFen: 50, linesFen: 0 },
    ]);
  });
});
