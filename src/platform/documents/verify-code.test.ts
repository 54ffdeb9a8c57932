import { describe, expect, it } from 'vitest';
import { qrSvg, verifyAddress } from './verify-code.ts';

describe('核验码', () => {
  it('指向公众核验页，码中的特殊字符转义', () => {
    expect(verifyAddress('https://faheng.example.cn/', 'A B&C=1')).toBe('https://faheng.example.cn/public/verify?code=A%20B%26C%3D1');
    expect(verifyAddress(null, 'ABC')).toBeNull();
  });

  it('二维码的三个定位图形在角上，四周留白', () => {
    const svg = qrSvg('https://faheng.example.cn/public/verify?code=K7QF-3M2X-9TVB');
    const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((m) => `${m[1]},${m[2]}`));
    const corners = [
      [2, 2],
      [side - 9, 2],
      [2, side - 9],
    ] as const;
    for (const [x, y] of corners) for (let i = 0; i < 7; i += 1) expect(dark.has(`${x + i},${y}`)).toBe(true);
    expect([...dark].filter((at) => at.startsWith('1,') || at.endsWith(',1'))).toEqual([]);
  });

  it('不同的码，图不同', () => {
    expect(qrSvg('A')).not.toBe(qrSvg('B'));
  });
});
