/** What a payload may hold: JSON with safe integers. Money is fen, dates are text. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
  const object = value as JsonObject;
  for (const key of Object.keys(object).sort())
    body += `${body === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`;
  return `{${body}}`;
}
