import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Going, oneAhead } from './one-ahead.ts';

/** Notes when a piece was read and when it was stored; pieces are numbered. */
function watched(goingOf: (piece: number) => Going | Error) {
  const seen: string[] = [];
  const line = oneAhead<number>(async (piece, turn) => {
    seen.push(`read ${piece}`);
    await turn();
    await sleep(2);
    const going = goingOf(piece);
    seen.push(`store ${piece}`);
    if (going instanceof Error) throw going;
    return going;
  });
  return { seen, line };
}

describe('导入的各批：下一批先读先判，上一批写完才写', () => {
  it('写入的次序就是文件的次序，最多提前一批', async () => {
    const { seen, line } = watched(() => 'on');
    for (const piece of [1, 2, 3]) expect(await line.hand(piece)).toBe('on');
    expect(await line.last()).toBe('on');
    expect(seen.filter((s) => s.startsWith('store'))).toEqual(['store 1', 'store 2', 'store 3']);
    expect(seen.indexOf('read 2')).toBeLessThan(seen.indexOf('store 1'));
    expect(seen.indexOf('read 3')).toBeGreaterThan(seen.indexOf('store 1'));
  });

  it.each(['cancelled', 'stopped'] as const)('一批之后不再继续的（%s），已读的下一批不写', async (how) => {
    const { seen, line } = watched((piece) => (piece === 1 ? how : 'on'));
    expect(await line.hand(1)).toBe('on');
    expect(await line.hand(2)).toBe(how);
    await sleep(5);
    expect(seen).not.toContain('store 2');
  });

  it('一批出错的，已读的下一批不写，错误照原样说出', async () => {
    const { seen, line } = watched((piece) => (piece === 1 ? new Error('断开') : 'on'));
    await line.hand(1);
    await expect(line.hand(2)).rejects.toThrow('断开');
    expect(seen).not.toContain('store 2');
  });

  it('最后一批出错的，在最后说出', async () => {
    const { line } = watched(() => new Error('断开'));
    await line.hand(1);
    await expect(line.last()).rejects.toThrow('断开');
  });
});
