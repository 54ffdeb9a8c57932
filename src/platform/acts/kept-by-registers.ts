import type { Pool, Queryable } from '../db.ts';
import { registersMark } from './registers.ts';

type Kept<T> = { readonly version: string; readonly read: T };

/**
 * What a whole city's registers of organisations, officers and certificates say in one respect, read anew only where they stand under
 * another mark than when it was read last. Kept for each database and city; not for a transaction that has changed them itself.
 */
export function keptByRegisters<T>(
  read: (client: Queryable, city: number) => Promise<T>,
): (client: Queryable, pool: Pool, city: number) => Promise<T> {
  const kept = new WeakMap<Pool, Map<number, Kept<T>>>();
  return async (client, pool, city) => {
    // The mark before the registers: what changes in between is kept under the older one, and read again by the next who asks.
    const version = await registersMark(client);
    const cities = kept.get(pool) ?? new Map<number, Kept<T>>();
    const last = cities.get(city);
    if (last !== undefined && last.version === version) return last.read;
    const found = await read(client, city);
    if (version !== null) kept.set(pool, cities.set(city, { version, read: found }));
    return found;
  };
}
