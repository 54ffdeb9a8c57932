/** What a payload may hold: JSON with safe integers. Money is fen, dates are text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value (RFC 8785 for the values we allow: integers only, so no float formatting is needed):
 * keys sorted by code unit, no spaces. Digests and commits are taken over this text.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((v: Json) => canonicalJson(v)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const object = value as { readonly [key: string]: Json };
    const body = Object.keys(object)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
    return `{${body.join(',')}}`;
  }
  return JSON.stringify(value);
}
