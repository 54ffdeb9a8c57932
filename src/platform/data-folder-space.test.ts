import { describe, expect, it } from 'vitest';
import { isReadOnly, reserveOf, type Space, watchDisk } from './data-folder-space.ts';

const GIB = 1024 ** 3;

describe('磁盘余量', () => {
  it.each([
    [100 * GIB, 5 * GIB, '二十分之一'],
    [10 * GIB, 1 * GIB, '至少 1 GiB'],
    [4000 * GIB, 10 * GIB, '大盘最多留 10 GiB'],
    [2 * GIB, 0.4 * GIB, '小盘留五分之一'],
  ])('%d 字节的磁盘保留 %d 字节（%s）', (total, reserve) => {
    expect(reserveOf(total)).toBe(reserve);
  });

  it('正好等于保留量时仍可办理，少一个字节即只读', () => {
    expect(isReadOnly({ free: 5 * GIB, total: 100 * GIB }, false)).toBe(false);
    expect(isReadOnly({ free: 5 * GIB - 1, total: 100 * GIB }, false)).toBe(true);
  });

  it('只读以后要多出一成才恢复，不来回摇摆', () => {
    expect(isReadOnly({ free: 5 * GIB, total: 100 * GIB }, true)).toBe(true);
    expect(isReadOnly({ free: 5.5 * GIB, total: 100 * GIB }, true)).toBe(false);
  });

  it('看着磁盘满、再看着它腾出来', async () => {
    let space: Space = { free: 50 * GIB, total: 100 * GIB };
    const disk = await watchDisk('/data', 60_000, async () => space);
    expect(disk.readOnly()).toBe(false);
    space = { free: 1, total: 100 * GIB };
    await disk.refresh();
    expect(disk.readOnly()).toBe(true);
    expect(disk.space().free).toBe(1);
    space = { free: 50 * GIB, total: 100 * GIB };
    await disk.refresh();
    expect(disk.readOnly()).toBe(false);
    disk.stop();
  });
});
