import type { Pool } from '#platform/db';

type Statement = (...args: unknown[]) => Promise<unknown>;

/** Which city is being filled: two servers that start at once on an empty database fill it one after the other. */
const SEEDING = 1508_2023;

/**
 * Runs work that uses a pool, with transactions of its own, as one single transaction: each of them becomes a savepoint.
 * A program killed half way leaves nothing behind. The work must not ask for two connections at once.
 */
export async function inOneTransaction<T>(pool: Pool, work: (whole: Pool) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin; select pg_advisory_xact_lock($1::bigint)'.replace('$1', String(SEEDING)));
    const value = await work(standInFor(pool, client.query.bind(client) as Statement));
    await client.query('commit');
    return value;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

function textOf(asked: unknown): string {
  const text: unknown = typeof asked === 'object' && asked !== null ? Reflect.get(asked, 'text') : asked;
  return typeof text === 'string' ? text : '';
}

/** A pool of this one connection. `set local` of an inner transaction ends with it, as it would in one of its own. */
function standInFor(pool: Pool, query: Statement): Pool {
  const inner = {
    query: async (...args: unknown[]) => {
      const text = textOf(args[0]);
      if (text === 'begin') return query('savepoint inner_one');
      if (text.startsWith('begin;')) return query(text.replace('begin;', 'savepoint inner_one;'));
      if (text === 'commit') {
        await query('release savepoint inner_one; reset role');
        return { command: 'COMMIT' };
      }
      if (text === 'rollback') return query('rollback to savepoint inner_one; release savepoint inner_one; reset role');
      return query(...args);
    },
    release: () => undefined,
  };
  return Object.assign(Object.create(pool) as Pool, { connect: async () => inner, query });
}
