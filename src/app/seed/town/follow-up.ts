import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { drainOutbox, type Handlers } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';

type At = Pick<Platform, 'pool' | 'now'>;

/** Beyond the longest pause that the platform makes between two attempts. */
const LATER_MS = 3_700_000;
const TRIES = 5;

/**
 * Does all that follows from what has been done. What failed is tried again at once, as if its pause were over: the clock of a
 * story goes by its acts, and a page that a busy machine did not draw in time would be missing when it is to be sealed.
 */
export async function followUp({ pool, now }: At, handlers: Handlers): Promise<void> {
  const drained = async (at: At): Promise<void> => {
    while ((await drainOutbox(at, handlers)) > 0);
  };
  await drained({ pool, now });
  for (let tries = 1; tries <= TRIES && (await hasFailed(pool)); tries += 1) {
    const later = now() + tries * LATER_MS;
    await drained({ pool, now: () => later });
  }
}

async function hasFailed(pool: At['pool']): Promise<boolean> {
  const sql = 'select from outbox where done_at is null and given_up_at is null and error is not null limit 1';
  return (await inTransaction(pool, SYSTEM_PREAMBLE, (client) => rows(client, sql))).length > 0;
}
