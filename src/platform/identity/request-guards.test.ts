import { describe, expect, it } from 'vitest';
import { isLoopback } from './cross-site.ts';
import { rateLimit } from './rate-limit.ts';
import { sourceOf, waitAfter } from './sign-in-source.ts';

describe('来源地址与退避', () => {
  it.each([
    ['10.20.30.40', '10.20.30.40'],
    ['::ffff:10.20.30.40', '10.20.30.40'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s 记作 %s（IPv6 以 /64 计）', (address, source) => {
    expect(sourceOf(address)).toBe(source);
  });
  it('同一地址第 20 次失败起等待，逐次加倍，最长十五分钟', () => {
    expect([19, 20, 21, 22, 40].map(waitAfter)).toEqual([0, 1000, 2000, 4000, 900_000]);
  });
  it.each([
    ['localhost', true],
    ['app.localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example', false],
    ['10.0.0.5', false],
  ])('%s 是否本机：%s', (host, local) => {
    expect(isLoopback(host)).toBe(local);
  });
  it('每分钟的次数用完即止，换一分钟重新计', () => {
    let at = 0;
    const within = rateLimit(() => at);
    expect([within('甲', 2), within('甲', 2), within('甲', 2), within('乙', 2)]).toEqual([true, true, false, true]);
    at = 59_999;
    expect(within('甲', 2)).toBe(false);
    at = 60_000;
    expect(within('甲', 2)).toBe(true);
  });
});
