import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '#platform/db';
import { seedTestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { seedCommand } from './operator-seed.ts';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'faheng-seed-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function typed(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const env = { DATABASE_URL: database.url, DATA_DIR: folder, ...more };
  const code = await seedCommand(args, { say: (line) => said.push(line), now: () => Date.now(), env });
  return { code, said: said.join('\n') };
}
const units = async () => (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from organisation'))[0]?.n;

describe('faheng seed --year 不肯做的', () => {
  it.each([
    [[], '没有写明 --year'],
    [['--year', '--decisions', '99'], '--decisions 应为100至200000的整数，现为“99”'],
    [['--year', '--decisions', '一万'], '--decisions 应为100至200000的整数，现为“一万”'],
    [['--year', '--seed', '-1'], '--seed'],
    [['--year', '--month'], '不认识的选项 --month'],
    [['--year', 'all'], '多出的参数：all'],
  ])('%j：说明并给出用法', async (args, says) => {
    const { code, said } = await typed(args);
    expect(code).toBe(2);
    expect(said).toContain(says);
    expect(said).toContain('用法：faheng seed --year');
  });

  it('正式运行的数据库，即使是空的', async () => {
    const secret = { MODE: 'production', FAHENG_KEY: '5a'.repeat(32), PUBLIC_ORIGIN: 'https://faheng.example' };
    const { code, said } = await typed(['--year'], secret);
    expect([code, said]).toEqual([2, expect.stringContaining('MODE=production')]);
    expect(await units()).toBe(0);
  });

  it('已有单位的数据库：什么也不改，说明用空的文件夹', async () => {
    await seedTestCity(database.pool);
    const before = await units();
    const { code, said } = await typed(['--year']);
    expect([code, said]).toEqual([2, expect.stringContaining('新的空文件夹')]);
    expect(await units()).toBe(before);
  });
});
