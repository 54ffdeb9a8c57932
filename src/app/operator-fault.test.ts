import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, rows } from '#platform/db';
import { faultSaid } from './operator-fault.ts';
import { OPERATOR_PATIENCE } from './operator-storage.ts';

const callers: Socket[] = [];
let silent: Server;
let port = 0;
beforeAll(async () => {
  silent = createServer((caller) => callers.push(caller));
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const address = silent.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  for (const caller of callers) caller.destroy();
  silent.close();
});

const faultOf = async (url: string): Promise<unknown> => {
  const { pool, close } = openDatabase(url, { max: 1, connectMillis: 50 });
  try {
    return await rows(pool, 'select 1').then(
      () => null,
      (error: unknown) => error,
    );
  } finally {
    await close();
  }
};

describe('命令因数据库而中断时的说明', () => {
  it('数据库迟迟不应答：一句中文，没有英文和堆栈', async () => {
    const said = faultSaid(await faultOf(`postgres://faheng@127.0.0.1:${port}/faheng`));
    expect(said).toContain('数据库没有应答');
    expect(said).not.toMatch(/[A-Za-z]/);
  });

  it('命令比页面等得久', () => {
    expect(OPERATOR_PATIENCE.connectMillis).toBeGreaterThan(60_000);
  });

  it('数据库的错误包在别的错误里，同样说明；磁盘满、被占用各有说法', () => {
    const coded = (code: string): Error => new Error('升级失败', { cause: Object.assign(new Error('x'), { code }) });
    expect(faultSaid(coded('57P01'))).toContain('中断了连接');
    expect(faultSaid(coded('53100'))).toContain('磁盘或者内存已满');
    expect(faultSaid(coded('55P03'))).toContain('占用');
  });

  it('不是数据库的错误（程序缺陷）保留堆栈', () => {
    expect(faultSaid(new TypeError('x is not a function'))).toMatch(/TypeError: x is not a function\n\s+at /);
  });
});
