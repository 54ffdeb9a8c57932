import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isRefusal, type Refusal, refuse } from '#law';
import { audit } from '#platform/audit';
import { makeBackup } from '#platform/backup/make';
import { sha256Of } from '#platform/backup/manifest';
import { inTransaction, sqlState } from '#platform/db';
import { AT_SERVER } from '#platform/identity/at-server';
import { IDENTITY_PREAMBLE } from '#platform/identity/identity';
import { type IdentityKeys, loadIdentityKeys } from '#platform/identity/keys';
import { executedMigrations } from '#platform/migrate';
import { packageRoot } from '#platform/package-root';
import { readArguments } from './operator-arguments.ts';
import { DONE, noRoom, type Operator, type OperatorStorage, onStorage, refused } from './operator-storage.ts';

export const BACKUP_USAGE = `用法：faheng backup 文件夹 [--keys 文件夹]
  把某一时刻的全部数据表和附件写入新的文件夹，服务可以照常运行。完成后文件夹才出现；中途失败不留下什么。
  密钥不在备份里：用 --keys 另存到别处（与备份分开保管），没有密钥，恢复后验证器和当事人信息都无法读取。
  恢复用 faheng restore；建议定期在另一台机器上恢复一次。`;

export async function backupCommand(args: readonly string[], operator: Operator): Promise<number> {
  const given = readArguments(args, { places: ['备份文件夹'], options: ['keys'] });
  if (isRefusal(given)) return refused(operator, refuse('usage', null, `${given.reason}。\n\n${BACKUP_USAGE}`));
  const target = resolve(given.places[0] ?? '');
  const keysTo = given.option('keys') === null ? null : resolve(given.option('keys') ?? '');
  const fault = (await occupied(target)) ?? inside(keysTo, target);
  if (fault !== null) return refused(operator, fault);
  return onStorage(operator, (storage) => backUp(operator, storage, target, keysTo));
}

async function backUp(operator: Operator, storage: OperatorStorage, target: string, keysTo: string | null): Promise<number | Refusal> {
  const { say, now, env } = operator;
  const keys = await loadIdentityKeys(storage.config.dataDir, env);
  if (isRefusal(keys)) return keys;
  try {
    const steps = await executedMigrations(storage.database.db);
    const program = await programVersion();
    const plan = { pool: storage.database.pool, data: storage.folder, target, keyMark: keyMarkOf(keys), program, steps, nowMs: now(), say };
    const manifest = await makeBackup(plan);
    if (isRefusal(manifest)) return manifest;
    await note(operator, storage, target);
    const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0);
    say(`备份完成：${target}，${manifest.tables.length}张数据表共${rows}行，附件${manifest.files.count}个。`);
    say(`备份的摘要（另行记下，可供日后核对）：${sha256Of(await readFile(join(target, 'manifest.json')))}`);
    say(await keepKeys(storage, keysTo, env));
    return DONE;
  } catch (error) {
    return noRoom(error, '备份没有完成') ?? unwritable(error, target) ?? Promise.reject(error);
  }
}

/** By which a restore recognises the right key; tells nothing about it. */
export function keyMarkOf(keys: IdentityKeys): string {
  return keys.mark('faheng backup').toString('hex');
}

async function note({ now }: Operator, { database }: OperatorStorage, target: string): Promise<void> {
  await inTransaction(database.pool, IDENTITY_PREAMBLE, (client) =>
    audit(client, { actor: AT_SERVER, at: now(), action: 'backup.make', result: 'ok', detail: { target } }),
  );
}

async function keepKeys({ config }: OperatorStorage, to: string | null, env: Operator['env']): Promise<string> {
  if (env['FAHENG_KEY']) return '密钥来自环境变量 FAHENG_KEY，请与备份分开保管。';
  const file = join(config.dataDir, 'keys', 'identity.key');
  if (to === null) return `密钥不在备份里：请把 ${file} 另行保管（或用 --keys 指明存放的文件夹），与备份分开。`;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await copyFile(file, join(to, 'identity.key'));
  return `密钥已另存到 ${to}，请与备份分开保管。`;
}

async function occupied(target: string): Promise<Refusal | null> {
  const content = await readdir(target).catch((error: unknown) => (sqlState(error) === 'ENOENT' ? null : ['?']));
  return content === null ? null : refuse('target-exists', null, `${target} 已经存在，备份只写入新的文件夹，不覆盖任何内容。`);
}

function inside(keys: string | null, target: string): Refusal | null {
  const way = keys === null ? '..' : relative(target, keys);
  const isOutside = way.startsWith('..') || isAbsolute(way);
  return isOutside ? null : refuse('keys-inside', null, '密钥不能放进备份文件夹里：拿到备份的人就能读出一切。请另指一个位置。');
}

function unwritable(error: unknown, target: string): Refusal | null {
  const code = sqlState(error) ?? '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)
    ? refuse('target', null, `不能写入 ${target}：没有权限、磁盘只读，或路径中有一段不是文件夹。`)
    : null;
}

async function programVersion(): Promise<string> {
  const value: unknown = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8'));
  const version: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : null;
  return typeof version === 'string' ? version : '';
}
