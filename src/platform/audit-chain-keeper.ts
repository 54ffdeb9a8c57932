import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChainHead, linkAudit } from './audit-chain.ts';
import type { Now } from './clock-now.ts';
import type { Pool } from './db.ts';

const EVERY = 1_000;
/** A head a minute is enough to bound what could be cut off unseen, and a few megabytes a year. */
const NOTE_EVERY = 60_000;

/** Where heads of the chain are noted outside the database. */
export function headsFile(dataDir: string): string {
  return join(dataDir, 'audit-heads.txt');
}

/** Links new rows every second and notes the head outside the database; `stop` waits for the running turn. */
export function keepAuditChain(pool: Pool, dataDir: string, now: Now): { readonly stop: () => Promise<void> } {
  let notedAt = 0;
  let running: Promise<void> = Promise.resolve();
  const turn = async (): Promise<void> => {
    const head = await linkAudit(pool);
    if (head === null || now() - notedAt < NOTE_EVERY) return;
    await appendFile(headsFile(dataDir), `${head.seq} ${head.hash}\n`, { mode: 0o600 });
    notedAt = now();
  };
  // A database that is gone for a while is met again at the next turn; rows wait in the meantime.
  const timer = setInterval(() => {
    running = running.then(turn).catch(() => undefined);
  }, EVERY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Heads noted so far; none when the file is not there yet. */
export async function notedHeads(dataDir: string): Promise<readonly ChainHead[]> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [seq, hash] = line.split(' ');
    return seq !== undefined && hash !== undefined && /^[0-9a-f]{64}$/.test(hash) ? [{ seq: Number(seq), hash }] : [];
  });
}
