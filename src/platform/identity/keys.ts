import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal, refuse } from '#law';

/** What protects secrets at rest; kept outside the database, so that a copy of the database alone opens nothing. */
export type IdentityKeys = {
  /** Encrypts a secret for one owner; the same text under another owner does not open. */
  readonly seal: (plain: string, owner: string) => Buffer;
  /** null: sealed under another key, for another owner, or damaged. */
  readonly unseal: (sealed: Buffer, owner: string) => string | null;
  /** Keyed digest for values that must be compared but not be guessable from a copy of the database. */
  readonly mark: (text: string) => Buffer;
};

const VERSION = 1;

export function identityKeys(master: Buffer): IdentityKeys {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'faheng/identity', purpose, 32));
  const sealing = derive('seal');
  const marking = derive('mark');
  return {
    seal: (plain, owner) => seal(sealing, plain, owner),
    unseal: (sealed, owner) => unseal(sealing, sealed, owner),
    mark: (text) => createHmac('sha256', marking).update(text).digest(),
  };
}

/** Layout: version, 12 bytes nonce, 16 bytes tag, cipher text. The version leaves room for another algorithm. */
function seal(key: Buffer, plain: string, owner: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
}

function unseal(key: Buffer, sealed: Buffer, owner: string): string | null {
  if (sealed[0] !== VERSION || sealed.length < 29) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(13, 29));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const HEX_KEY = /^[0-9a-f]{64}$/i;

/**
 * The key named by FAHENG_KEY (64 hex digits), else the one in the data folder, made at the first start. Several
 * servers on one database must share one key; a wrong one makes every second factor unreadable, so it is never replaced.
 */
export async function loadIdentityKeys(
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<IdentityKeys | Refusal> {
  const given = env['FAHENG_KEY'];
  if (given) return keysOfHex(given, '环境变量 FAHENG_KEY');
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'identity.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = (await readKept(file)) ?? (await keepNew(file));
  return isRefusal(kept) ? kept : keysOfHex(kept, `密钥文件 ${file}`);
}

/** A key that everybody could guess protects nothing. */
function keysOfHex(text: string, from: string): IdentityKeys | Refusal {
  const hex = text.trim();
  if (!HEX_KEY.test(hex)) return refuse('identity-key', null, `${from} 应为 64 位十六进制数（32 字节随机密钥）。`);
  if (new Set(hex.toLowerCase()).size < 8) return refuse('identity-key', null, `${from} 不是随机密钥，拒绝使用默认或简单的密钥。`);
  return identityKeys(Buffer.from(hex, 'hex'));
}

async function readKept(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Two servers may start on one folder at the same moment: the file is created once, the other reads it. */
async function keepNew(file: string): Promise<string | Refusal> {
  try {
    const handle = await open(file, 'wx', 0o600);
    const hex = randomBytes(32).toString('hex');
    await handle.writeFile(`${hex}\n`);
    await handle.sync();
    await handle.close();
    return hex;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return (await readKept(file)) ?? refuse('identity-key', null, `密钥文件 ${file} 无法读取。`);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
}

/** For values that are random enough by themselves (tokens, recovery codes, machine keys). */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
