import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Manifest, sha256Of } from '#platform/backup/manifest';
import { systemNow } from '#platform/clock-now';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { staff } from '#testing/bureau-staff';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { type TestDatabase, testDatabase } from '#testing/database';
import { BUREAUS, documentWriter } from '#testing/document-writers';
import { lookInside } from '#testing/look-inside';
import { copyPlantedFolder } from '#testing/planted-folder';
import { backupCommand } from './operator-backup.ts';
import { restoreCommand } from './operator-restore.ts';

let folder = '';
let source = '';
let server: ChildServer;
let other: TestDatabase;
const at = (name: string): string => join(folder, name);

/** A demonstration city in which people have acted, papers have been rendered and somebody is still writing. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-backup-'));
  chmodSync(folder, 0o711);
  source = at('source');
  mkdirSync(source);
  await copyPlantedFolder(source);
  server = await startChild(serverPlan(source, { REQUESTS_PER_MINUTE: '0' }));
  const people = staff();
  const writer = documentWriter(people, BUREAUS.city);
  for (let n = 0; n < 8; n += 1) await writer.next(server.said, `backup-${n}`);
  await untilNone("select count(*)::int as n from outbox where topic = 'render-documents' and done_at is null", SYSTEM_PREAMBLE);
  other = await testDatabase({ migrated: false });
});
afterAll(async () => {
  await server?.kill();
  await other?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function untilNone(counting: string, preamble: string): Promise<void> {
  const inside = lookInside(source);
  try {
    for (;;) {
      const [row] = await inTransaction(inside.pool, preamble, (client) => rows<{ n: number }>(client, counting));
      if (row?.n === 0) return;
      await sleep(100);
    }
  } finally {
    await inside.close();
  }
}

async function typed(command: typeof backupCommand, args: readonly string[], env: Record<string, string>) {
  const said: string[] = [];
  const code = await command(args, { say: (line) => said.push(line), now: systemNow, env });
  return { code, said: said.join('\n') };
}
const manifestOf = (name: string) => JSON.parse(readFileSync(join(at(name), 'manifest.json'), 'utf8')) as Manifest;
const restored = (name: string, more: Record<string, string> = {}) => ({ DATA_DIR: at(name), ...more });

/** The log goes on: each command writes its own line. All else must be equal, byte for byte. */
const digests = (name: string) =>
  manifestOf(name)
    .tables.filter((t) => !t.name.startsWith('audit_'))
    .map(({ name: table, rows, sha256 }) => ({ table, rows, sha256 }));

describe('备份和恢复', () => {
  it('服务运行时备份：一个时刻的全部数据表和附件，密钥另存；目标已存在、密钥放进备份都拒绝', async () => {
    const env = { DATA_DIR: source };
    expect(await typed(backupCommand, [at('b'), '--keys', join(at('b'), 'keys')], env)).toMatchObject({
      code: 2,
      said: expect.stringContaining('密钥不能放进备份'),
    });
    await untilNone('select count(*)::int as n from audit_pending', '');
    const done = await typed(backupCommand, [at('b'), '--keys', at('keys')], env);
    expect(done, done.said).toMatchObject({ code: 0, said: expect.stringContaining('备份完成') });
    expect(manifestOf('b').tables.find((t) => t.name === 'act')?.rows).toBeGreaterThan(8);
    expect(existsSync(join(at('keys'), 'identity.key'))).toBe(true);
    expect(readdirSync(at('b'), { recursive: true }).filter((name) => String(name).includes('key'))).toEqual([
      'tables/machine_key.copy.gz',
    ]);
    expect(await typed(backupCommand, [at('b')], env)).toMatchObject({ code: 2, said: expect.stringContaining('已经存在') });
    await server.stop();
  });

  it('恢复到另一台数据库（测试所用的 PostgreSQL 版本）：核对一致，再备份逐字节相同', async () => {
    const env = restored('second', { DATABASE_URL: other.url });
    const done = await typed(restoreCommand, [at('b'), '--keys', at('keys')], env);
    expect(done, done.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
    const again = await typed(backupCommand, [at('b2')], env);
    expect(again, again.said).toMatchObject({ code: 0 });
    expect(digests('b2')).toEqual(digests('b'));
    expect(manifestOf('b2').files).toEqual(manifestOf('b').files);
    expect(manifestOf('b2').counters.filter((c) => !c.table.startsWith('audit'))).toEqual(
      manifestOf('b').counters.filter((c) => !c.table.startsWith('audit')),
    );
  });

  it('恢复后的服务照常启动，同一人以同一口令和验证器登录、继续办理', async () => {
    const again = await startChild(serverPlan(at('second'), { DATABASE_URL: other.url, REQUESTS_PER_MINUTE: '0' }));
    try {
      const people = staff();
      const writer = documentWriter(people, BUREAUS.linhe);
      await writer.next(again.said, 'after-restore');
      expect(writer.acknowledged).toHaveLength(1);
    } finally {
      await again.stop();
    }
  });

  it.runIf(process.env['TEST_DATABASE_URL'])(
    '由旧版 PostgreSQL 做的备份恢复到旧版：核对一致',
    async () => {
      const empty = await testDatabase({ migrated: false });
      try {
        const done = await typed(restoreCommand, [at('b2'), '--keys', at('keys')], restored('fourth', { DATABASE_URL: empty.url }));
        expect(done, done.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
      } finally {
        await empty.close();
      }
    },
    120_000,
  );

  it('目标不是空的就拒绝，说明是哪张表，什么也不改', async () => {
    const env = restored('second', { DATABASE_URL: other.url });
    expect(await typed(restoreCommand, [at('b')], env)).toMatchObject({ code: 2, said: expect.stringContaining('不是空的') });
  });

  it('没有密钥、密钥不对、不是备份，都在写入之前拒绝', async () => {
    expect(await typed(restoreCommand, [at('b')], restored('third'))).toMatchObject({ code: 2, said: expect.stringContaining('没有密钥') });
    mkdirSync(at('wrong-keys'));
    writeFileSync(join(at('wrong-keys'), 'identity.key'), sha256Of('another key'));
    const wrong = await typed(restoreCommand, [at('b'), '--keys', at('wrong-keys')], restored('third'));
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('不是备份时所用的那一把') });
    const none = await typed(restoreCommand, [at('keys'), '--keys', at('keys')], restored('third'));
    expect(none).toMatchObject({ code: 2, said: expect.stringContaining('不是法衡的备份') });
  });

  it('备份损坏、缺文件、来自更新的程序：指明是什么，没有恢复任何内容；随后完好的备份恢复成功', async () => {
    const spoilt = async (name: string, spoil: (copy: string) => void): Promise<string> => {
      cpSync(at('b'), at(name), { recursive: true });
      spoil(at(name));
      const answer = await typed(restoreCommand, [at(name), '--keys', at('keys')], restored('third'));
      expect(answer.code).toBe(2);
      return answer.said;
    };
    expect(await spoilt('cut', (b) => truncateSync(join(b, 'tables', 'act.copy.gz'), 100))).toContain('tables/act.copy.gz 不能读取');
    expect(await spoilt('changed', (b) => writeFileSync(join(b, 'manifest.json'), '{}'))).toContain('manifest.json 与其摘要不符');
    const file =
      readdirSync(join(at('b'), 'files'), { recursive: true })
        .map(String)
        .find((name) => name.length > 60) ?? '';
    expect(await spoilt('lost', (b) => rmSync(join(b, 'files', file)))).toContain('缺失');
    const newer = await spoilt('newer', (b) => {
      const manifest = manifestOf('b');
      const text = JSON.stringify({ ...manifest, steps: [...manifest.steps, '209901010000_platform_future'] });
      writeFileSync(join(b, 'manifest.json'), text);
      writeFileSync(join(b, 'manifest.sha256'), sha256Of(text));
    });
    expect(newer).toContain('由更新版本的程序');
    // From the server of the tests (PostgreSQL 15 in the deep ones) back to the built-in one.
    const whole = await typed(restoreCommand, [at('b2'), '--keys', at('keys')], restored('third'));
    expect(whole, whole.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
  });
});
