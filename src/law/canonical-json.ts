/** What a payload may hold: JSON with safe integers. Money is fen, dates are text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value (RFC 8785 for the values we allow: integers only, so no float formatting is needed):
 * keys sorted by code unit, no spaces. Digests and commits are taken over this text.
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let body = '';
  if (Array.isArray(value)) {
    for (const item of value) body += `${body === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${body}]`;
  }
  const object = value as { readonly [key: string]: Json };
  for (const key of Object.keys(object).sort())
    body += `${body === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`;
  return `{${body}}`;
}
