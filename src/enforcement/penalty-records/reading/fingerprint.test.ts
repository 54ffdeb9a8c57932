import { describe, expect, it } from 'vitest';
import { Fingerprint } from './fingerprint.ts';

const printOf = (...texts: readonly string[]) => texts.reduce((print, text) => print.take(text), new Fingerprint()).value;

describe('一个文件内各行内容的指纹', () => {
  it('相同的内容相同，一字之差、移格、换序、多出空格子都不同', () => {
    const row = ['某某公司', '罚款', '500', ''];
    expect(printOf(...row)).toBe(printOf(...row));
    const others = [
      ['某某公司', '罚款', '501', ''],
      ['某某公司罚', '款', '500', ''],
      ['某某公司', '500', '罚款', ''],
      ['某某公司', '罚款', '500', '', ''],
      ['某某公司', '罚款', '', '500'],
    ];
    expect(new Set([row, ...others].map((cells) => printOf(...cells))).size).toBe(6);
  });

  it('两处改动不会互相抵消：四万份只有数字不同的内容各不相同', () => {
    const seen = new Set<number>();
    for (let a = 0; a < 200; a += 1) for (let b = 0; b < 200; b += 1) seen.add(printOf(`罚款${a}元`, `${b}`, `案件编号${a * b}`));
    expect(seen.size).toBe(40_000);
    expect([...seen].every(Number.isSafeInteger)).toBe(true);
  });
});
