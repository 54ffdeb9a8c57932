import { type Compilable, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { isRefusal } from '#law';
import { typeParsers } from './db-types.ts';

export type Pool = pg.Pool;
export type Client = pg.PoolClient;
/** Where a read may run: in a transaction of its own, or in the caller's. */
export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>;

/** Tables are named by the rooms' own SQL, so builders are typed loosely: rows are parsed at the border instead. */
export type Tables = Record<string, Record<string, unknown>>;

export type Database = { readonly pool: Pool; readonly db: Kysely<Tables>; readonly close: () => Promise<void> };

export type DatabaseOptions = {
  readonly max?: number;
  readonly applicationName?: string;
  /** How long a new connection is waited for, in milliseconds. People at a page are told after ten seconds. */
  readonly connectMillis?: number;
  /** Called once for every round trip, with its SQL: tests count them. */
  readonly onQuery?: (text: string) => void;
};

/** Opens a pool. Nothing is connected yet: the first query finds out whether the database is there. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    types: typeParsers,
    application_name: options.applicationName ?? 'faheng',
    connectionTimeoutMillis: options.connectMillis ?? 10_000,
    idle_in_transaction_session_timeout: 120_000,
  });
  // A connection that breaks says so by an event; without a listener Node would end the whole server.
  pool.on('error', ignore);
  pool.on('connect', (client) => {
    client.on('error', ignore);
    if (options.onQuery) observe(client, options.onQuery);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}

function ignore(): void {}

function observe(client: pg.ClientBase, onQuery: (text: string) => void): void {
  const original: unknown = Reflect.get(client, 'query');
  if (typeof original !== 'function') return;
  Reflect.set(client, 'query', (...args: unknown[]) => {
    onQuery(textOf(args[0]));
    return Reflect.apply(original, client, args);
  });
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const text: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'text') : '';
  return typeof text === 'string' ? text : '';
}

/** Runs a kysely builder on the caller's connection: `run(client, db.selectFrom('post').select('id'))`. */
export async function run<Row extends pg.QueryResultRow>(client: Queryable, query: Compilable<Row>): Promise<Row[]> {
  const { sql, parameters } = query.compile();
  return rows<Row>(client, sql, parameters);
}

/** The rows of one hand-written statement. The row type is the caller's word; parse where it matters. */
export async function rows<Row extends pg.QueryResultRow>(
  client: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await client.query<Row, unknown[]>(text, [...values]);
  return result.rows;
}

/** For preambles, where parameters are not possible. */
export const quoteLiteral = (text: string): string => pg.escapeLiteral(text);
export const quoteIdentifier = (name: string): string => pg.escapeIdentifier(name);

/** `SET LOCAL` of a custom setting, as a preamble part: `setLocal('app.account_id', id)`. */
export function setLocal(name: string, value: string | number | null): string {
  return `set local ${name} = ${quoteLiteral(String(value ?? ''))};`;
}

/** What is read through such a preamble is read as of one moment. */
export const ONE_MOMENT = 'set transaction isolation level repeatable read, read only;';

/** For transactions whose statements find rows by their keys: planned once for all values, not over all policies every time. */
export const PLAN_ONCE = 'set local plan_cache_mode = force_generic_plan;';

const MAY_SUCCEED_NEXT_TIME = new Set(['40001', '40P01']);

/**
 * One transaction. `BEGIN` and the preamble (`set local role app_rt; …`) are one round trip, `COMMIT` is one.
 * A refusal returned by `work` rolls everything back: a lawful "no" writes nothing. With `repeatable` (work that has
 * no effect outside the database) a lost serialization or a deadlock is tried once more.
 */
export async function inTransaction<T>(
  pool: Pool,
  preamble: string,
  work: (client: Client) => Promise<T>,
  options: { readonly repeatable?: boolean } = {},
): Promise<T> {
  try {
    return await attempt(pool, preamble, work);
  } catch (error) {
    if (!options.repeatable || !MAY_SUCCEED_NEXT_TIME.has(sqlState(error) ?? '')) throw error;
    return attempt(pool, preamble, work);
  }
}

async function attempt<T>(pool: Pool, preamble: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(`begin; ${preamble}`);
    const value = await work(client);
    if (isRefusal(value)) await client.query('rollback');
    else await commit(client);
    return value;
  } catch (error) {
    broken = !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK: taken for a success, an act would be lost. */
async function commit(client: Client): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error('transaction was aborted: a statement failed and its error was swallowed');
}

/** Whether the connection could still be rolled back, and so be used again. */
export async function rolledBack(client: Client): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

/** The five-character code of a PostgreSQL error, or the operating system's code of a broken connection. */
export function sqlState(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : null;
}

export type DatabaseTrouble = 'gone' | 'full' | 'busy';

/** What an error of the database means to the caller: 503 `gone`, 507 `full`, 409 `busy`; null: a bug of ours. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  const code = sqlState(error) ?? '';
  if (code === '53100' || code === '53200' || code === 'ENOSPC') return 'full';
  if (MAY_SUCCEED_NEXT_TIME.has(code) || code === '55P03') return 'busy';
  const isGone = /^(08|57P|53300|ECONN|ENOENT|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/.test(code);
  const isCut =
    error instanceof Error &&
    /Connection terminated|is not queryable|timeout exceeded when trying to connect|timeout expired/.test(error.message);
  return isGone || isCut ? 'gone' : null;
}
