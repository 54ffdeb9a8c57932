import type { Queryable } from '#platform/db';

export type Cell = string | number | boolean | null | readonly string[];

const PARAMETERS = 60_000;

/** Many rows in few statements; tables and columns are names from our own code, never from input. */
export async function insertRows(
  client: Queryable,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const chunk = Math.max(1, Math.floor(PARAMETERS / columns.length));
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk);
    const values = part.map((_, r) => `(${columns.map((_column, c) => `$${r * columns.length + c + 1}`).join(',')})`);
    await client.query(`insert into ${table} (${columns.join(',')}) values ${values.join(',')}`, part.flat());
  }
}

/** Half-open days [from, until). */
export function dateRange(from: string, until: string | null): string {
  return `[${from},${until ?? ''})`;
}

/** Recorded at an instant and not superseded. */
export function knownSince(instant: string): string {
  return `[${instant},)`;
}
