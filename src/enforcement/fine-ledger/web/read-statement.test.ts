import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { readStatement } from './read-statement.ts';

const line = (receipt: string, fen: number, on: string) => ({ receipt, fen, on: localDate(on) });

describe('读粘贴的银行、国库对账单（处罚法第六十七条、第七十四条）', () => {
  it('读从表格复制的对账单：表头略过，读不出的逐行说明，千分位、日期写法不一的照读', () => {
    const { lines, problems } = readStatement(
      '票据号\t日期\t金额\nA1\t2026-06-01\t1,234.50\nA2,2026/6/2,5\nA3\t2026年6月3日\t6元\nA4\t\t7\n\n',
    );
    expect(lines).toEqual([line('A1', 123_450, '2026-06-01'), line('A2', 500, '2026-06-02'), line('A3', 600, '2026-06-03')]);
    expect(problems).toEqual([expect.stringContaining('第5行')]);
    expect(readStatement('A1\t2026-06-01\t1.234').problems).toHaveLength(1);
  });

  it('银行导出的八位日期、全角数字、引号中的千分位照读', () => {
    expect(readStatement('A1\t20260601\t１２３.５\r\nA2,2026.6.2,"1,234.50"')).toEqual({
      lines: [line('A1', 12_350, '2026-06-01'), line('A2', 123_450, '2026-06-02')],
      problems: [],
    });
  });

  it('没有的日期、冲正的负数、缺票据号的不读成别的，逐行说明', () => {
    const { lines, problems } = readStatement('A1\t2026-02-30\t1\nA2\t2026-06-01\t-5\n\t2026-06-01\t5');
    expect([lines, problems.map((words) => words.slice(0, 3))]).toEqual([[], ['第1行', '第2行', '第3行']]);
  });
});
