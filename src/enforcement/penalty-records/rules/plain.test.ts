import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';

/** The definition, character by character and without any shortcut. */
const defined = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

describe('名称与文字比较时的写法：不计全角半角、空格和标点', () => {
  it.each([
    ['（演示）某某公司', '演示某某公司'],
    ['某某 公司，经营　部。', '某某公司经营部'],
    ['ＡＢＣ－１２３', 'ABC123'],
    ['①号库、㎡', '1号库m2'],
    ['ー゛か\u3099', defined('ー゛か\u3099')],
    ['e\u0301、é', 'éé'],
    ['𐄀地𠮷', '地𠮷'],
    ['+＋~～$￥', '++~~$¥'],
    ['', ''],
    ['……——', ''],
  ])('“%s”写作“%s”', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('每一个字符单独、夹在文字之间，都与定义相同', () => {
    const different: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const char = String.fromCharCode(unit);
      for (const text of [char, `甲${char}乙`, `a${char}，1${char}`]) if (plain(text) !== defined(text)) different.push(unit.toString(16));
    }
    expect(different).toEqual([]);
  });
});
