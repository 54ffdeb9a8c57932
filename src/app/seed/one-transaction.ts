import pg from 'pg';
import type { Pool } from '#platform/db';
import { type SendsTogether, type Statement as Sent, together } from '#platform/db-together';

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
    const value = await work(standInFor(pool, client));
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
function standInFor(pool: Pool, client: pg.PoolClient): Pool {
  const query = client.query.bind(client) as Statement;
  /** A transaction that has sent nothing yet has no savepoint to go back to. */
  let hasBegun = false;
  const inner = {
    ...(client instanceof pg.Client
      ? sendsTogether(client, (is) => {
          hasBegun = is;
        })
      : {}),
    query: async (...args: unknown[]) => {
      const text = textOf(args[0]);
      if (text === 'rollback' && !hasBegun) return { command: 'ROLLBACK' };
      if (text.startsWith('begin')) hasBegun = true;
      if (text === 'commit' || text === 'rollback') hasBegun = false;
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

const AS_INNER: Readonly<Record<string, readonly Sent[]>> = {
  begin: [{ name: 'inner begin', text: 'savepoint inner_one' }],
  commit: [
    { name: 'inner commit', text: 'release savepoint inner_one' },
    { name: 'inner end', text: 'reset role' },
  ],
};

/** As `query` does it, in one round trip. */
function sendsTogether(client: pg.Client, stands: (isOpen: boolean) => void): SendsTogether {
  return {
    together: async (statements) => {
      const sent = statements.map((statement) => AS_INNER[statement.text] ?? [statement]);
      if (statements.some(({ text }) => text === 'begin')) stands(true);
      const answers = await together(client, sent.flat());
      if (statements.some(({ text }) => text === 'commit')) stands(false);
      let at = 0;
      return sent.flatMap((own, i) => {
        at += own.length;
        const answer = answers[at - 1];
        if (answer === undefined) throw new Error('a statement without an answer');
        return [statements[i]?.text === 'commit' ? { ...answer, command: 'COMMIT' } : answer];
      });
    },
  };
}
