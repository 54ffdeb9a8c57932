import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isRefusal, type Refusal, refuse } from '#law';
import { audit } from '#platform/audit';
import { examineBackup, restoreBackup } from '#platform/backup/restore';
import { bootCheck } from '#platform/boot-check';
import { type Config, readConfig } from '#platform/config';
import { inTransaction } from '#platform/db';
import { AT_SERVER } from '#platform/identity/at-server';
import { IDENTITY_PREAMBLE } from '#platform/identity/identity';
import { loadIdentityKeys } from '#platform/identity/keys';
import { readArguments } from './operator-arguments.ts';
import { keyMarkOf } from './operator-backup.ts';
import { noRoom, OPERATOR_PATIENCE, type Operator, refused } from './operator-storage.ts';
import { verifyAll } from './operator-verify.ts';
import { connectStorage, type Storage } from './storage.ts';

export const RESTORE_USAGE = `用法：faheng restore 备份文件夹 [--keys 文件夹]
  把备份恢复到 DATA_DIR（或 DATABASE_URL）指明的空数据库，随即全部核对。数据库里有任何记录就拒绝。
  --keys   与备份分开保管的密钥所在的文件夹；密钥已在 DATA_DIR/keys 或环境变量 FAHENG_KEY 中时不必写。
  先检查备份是否完整、密钥是否正确，再开始写入；中断后可以重新执行。`;

export async function restoreCommand(args: readonly string[], operator: Operator): Promise<number> {
  const given = readArguments(args, { places: ['备份文件夹'], options: ['keys'] });
  if (isRefusal(given)) return refused(operator, refuse('usage', null, `${given.reason}。\n\n${RESTORE_USAGE}`));
  const config = readConfig(operator.env);
  if (isRefusal(config)) return refused(operator, config);
  const folder = resolve(given.places[0] ?? '');
  if (!(await isFolder(folder))) return refused(operator, refuse('no-backup', null, `没有备份文件夹 ${folder}。请核对路径。`));
  const key = await keyFor(config, given.option('keys'), operator.env);
  if (isRefusal(key)) return refused(operator, key);
  const storage = await connectStorage(config, OPERATOR_PATIENCE);
  if (isRefusal(storage)) return refused(operator, storage);
  try {
    const answer = await restore(operator, storage, folder, key);
    if (isRefusal(answer)) return refused(operator, answer);
    return answer;
  } catch (error) {
    const full = noRoom(error, '恢复没有完成');
    if (full === null) throw error;
    return refused(operator, full);
  } finally {
    await storage.close();
  }
}

async function restore(operator: Operator, storage: Storage, folder: string, key: Key): Promise<number | Refusal> {
  const { say, now } = operator;
  const manifest = await examineBackup(folder, key.mark, say);
  if (isRefusal(manifest)) return manifest;
  say(`恢复 ${manifest.madeAt} 的备份（程序 ${manifest.program}，PostgreSQL ${manifest.postgres}）……`);
  const fault = await restoreBackup({ database: storage.database, data: storage.folder, folder, manifest, say });
  if (fault !== null) return fault;
  await key.keep();
  await inTransaction(storage.database.pool, IDENTITY_PREAMBLE, (client) =>
    audit(client, { actor: AT_SERVER, at: now(), action: 'backup.restore', result: 'ok', detail: { madeAt: manifest.madeAt } }),
  );
  const unfit = await bootCheck(storage.database.pool);
  if (unfit !== null) return unfit;
  say('恢复完成，核对……');
  return verifyAll({ database: storage.database, folder: storage.folder }, say, true);
}

type Key = { readonly mark: string; readonly keep: () => Promise<void> };

/** The key that will be in force after the restore. Nothing is made: a new key could read nothing of the backup. */
async function keyFor({ dataDir }: Config, from: string | null, env: Operator['env']): Promise<Key | Refusal> {
  const own = join(dataDir, 'keys', 'identity.key');
  const kept = await textOf(own);
  const given = from === null ? null : await textOf(join(resolve(from), 'identity.key'));
  if (from !== null && given === null) return refuse('no-key', null, `${from} 中没有密钥文件 identity.key。`);
  if (env['FAHENG_KEY'] && given !== null) return refuse('two-keys', null, '环境变量 FAHENG_KEY 和 --keys 只能用一个。');
  if (given !== null && kept !== null && given.trim() !== kept.trim())
    return refuse('two-keys', null, `${own} 已有另一把密钥，拒绝覆盖。请核对是否选错了数据文件夹。`);
  const hex = env['FAHENG_KEY'] || (given ?? kept);
  if (hex === null) return refuse('no-key', null, '没有密钥：请用 --keys 指明与备份分开保管的密钥所在的文件夹。');
  const keys = await loadIdentityKeys(dataDir, { FAHENG_KEY: hex });
  if (isRefusal(keys)) return keys;
  const keep = async (): Promise<void> => {
    if (given === null || kept !== null) return;
    await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
    await writeFile(own, `${given.trim()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  };
  return { mark: keyMarkOf(keys), keep };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
