import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemNow } from '#platform/clock-now';
import { restoreCommand } from './operator-restore.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-restore-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('备份文件夹不存在：先说明这一点，不问密钥，不建立数据库', async () => {
  const said: string[] = [];
  const absent = join(folder, 'absent');
  const env = { DATA_DIR: join(folder, 'data') };
  const code = await restoreCommand([absent], { say: (line) => said.push(line), now: systemNow, env });
  expect({ code, said }).toEqual({ code: 2, said: [`没有备份文件夹 ${absent}。请核对路径。`] });
  expect(readdirSync(folder)).toEqual([]);
});
