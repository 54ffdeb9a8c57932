import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { fineWords } from '#law/discretion/benchmark';
import { EXAMPLE } from '#law/discretion/example.fixtures';
import { sheetLines } from './benchmark-sheet.ts';
import { readBounds, readFine } from './read-bounds.ts';
import { readContent } from './read-content.ts';

describe('幅度的写法（民法典第一千二百五十九条）', () => {
  it.each([
    ['1万元以上3万元以下', [10_000, 30_000, false, false]],
    ['10,000元以上不满30,000元', [10_000, 30_000, false, true]],
    ['超过１万元３万元以下', [10_000, 30_000, true, false]],
    ['处1万元至3万元的罚款', [10_000, 30_000, false, false]],
    ['3万元以下', [0, 30_000, false, false]],
    ['不满5000元', [0, 5_000, false, true]],
    ['2000元', [2_000, 2_000, false, false]],
    ['0.5万元以上1.25万元以下', [5_000, 12_500, false, false]],
  ])('%s', (text, [from, to, fromOpen, toOpen]) => {
    expect(readFine(text)).toEqual({ measure: 'amount', from: Number(from) * 100, to: Number(to) * 100, fromOpen, toOpen });
  });

  it.each(['', '酌情', '三万元左右', '1万元以上3万元以下5万元', '-1元', '1.001元', '违法所得三成', '1倍'])('“%s”读不出，不猜测', (text) => {
    expect(readFine(text)).toBeNull();
  });

  it('倍数', () => {
    expect(readFine('违法所得1.5倍以上不满3倍')).toEqual({ measure: 'income', from: 1500, to: 3000, fromOpen: false, toOpen: true });
    expect(readFine('货值金额5倍以上10倍以下')).toMatchObject({ measure: 'goods', from: 5000, to: 10_000 });
    expect(readBounds('超过3次', '次', 1000)).toEqual({ from: 3000, to: null, fromOpen: true, toOpen: false });
  });

  it('写出来再读进去，不变', () => {
    const fine = fc.record({
      measure: fc.constantFrom('amount' as const, 'income' as const, 'goods' as const, 'other' as const),
      from: fc.integer({ min: 1, max: 900_000_000 }),
      more: fc.integer({ min: 1, max: 900_000_000 }),
      fromOpen: fc.boolean(),
      toOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(fine, ({ more, ...f }) => {
        const range = { ...f, to: f.from + more };
        expect(readFine(fineWords(range))).toEqual(range);
      }),
    );
  });
});

describe('表格', () => {
  const lines = sheetLines({
    ...{ violation: '演示', content: EXAMPLE, documentNumber: '文', publishedOn: localDate('2026-01-01') },
    ...{ place: '网站', from: localDate('2026-01-01'), through: null },
  });

  it('导出的各行读进来，与原来同一个基准（数值选项写作区间）', () => {
    const [head] = lines;
    if (head === undefined) throw new Error('no line');
    const { content, problems } = readContent(head, lines);
    expect(problems).toEqual([]);
    expect(content.statutory).toEqual(EXAMPLE.statutory);
    expect(content.tiers.map((t) => [t.level, t.kinds, t.fine])).toEqual(EXAMPLE.tiers.map((t) => [t.level, t.kinds, t.fine]));
    expect(content.factors[0]?.options.map((o) => o.span)).toEqual(EXAMPLE.factors[0]?.options.map((o) => o.span));
    expect(content.tiers[4]?.cases).toHaveLength(2);
  });

  it('读不出的指明是哪一档、哪一列、什么值、为什么', () => {
    const [head, ...rest] = lines;
    if (head === undefined) throw new Error('no line');
    const { problems } = readContent({ ...head, lawKinds: '罚金', factors: '危害' }, [
      { ...head, level: '特重', fine: '酌情' },
      ...rest.slice(0, 0),
    ]);
    expect(problems.map((p) => [p.tier, p.column, p.value])).toEqual([
      [null, 'factors', '危害'],
      [null, 'lawKinds', '罚金'],
      [0, 'level', '特重'],
      [0, 'cases', expect.any(String)],
      [0, 'cases', expect.any(String)],
      [0, 'fine', '酌情'],
    ]);
  });
});
