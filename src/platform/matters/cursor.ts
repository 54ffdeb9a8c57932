/** A place in a list, opaque to the caller: the sort values of the last row shown. null: no cursor, or none of ours. */
export function readCursor(text: string | undefined, length: number): readonly string[] | null {
  if (text === undefined || text === '') return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) && parsed.length === length && parsed.every((v) => typeof v === 'string') ? parsed : null;
  } catch {
    return null;
  }
}

export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export type Total = { readonly count: number; readonly exact: boolean };
export const COUNT_LIMIT = 10_000;

/** Totals are exact to 10,000, then 一万以上. */
export function total(counted: number): Total {
  return { count: Math.min(counted, COUNT_LIMIT), exact: counted <= COUNT_LIMIT };
}
