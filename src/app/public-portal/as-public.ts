import { type Client, inTransaction, type Pool } from '#platform/db';

/** Reads as a role without a right on any table: the functions made for the public answer, and nothing else can be read. */
export function asPublic<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'set transaction read only; set local role app_public;', work);
}
