import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleWords } from './words.ts';

describe('标题回行词意完整（GB/T 9704 第7.3.1条）', () => {
  it('词、书名号和括号内外不拆开', () => {
    const words = titleWords('关于临河区市场监督管理局（演示）违反《行政处罚法》的监督意见书');
    expect(words).toContain('（演示）');
    expect(words).toContain('监督');
    expect(words.filter((word) => /^[）》，。、]|[（《]$/.test(word))).toEqual([]);
  });

  it('任何文字拆开再合上，一字不差', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('关', '于', '市', '（', '）', '《', '》', '、', ' ', 'A', '1', '演', '示') }),
        (text) => {
          expect(titleWords(text).join('')).toBe(text);
        },
      ),
    );
  });

  it('无空格的长串可以在任何一字后回行', () => {
    expect(titleWords('A'.repeat(40))).toHaveLength(40);
  });
});
