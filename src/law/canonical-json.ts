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
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as JsonObject;
  let body = '';
  for (const key of inOrder(Object.keys(object))) {
    body += (body === '' ? '{' : ',') + labelOf(key) + canonicalJson(object[key] ?? null);
  }
  return body === '' ? '{}' : `${body}}`;
}

/** None of those that stand for themselves: a quote, a backslash, a control, half of a pair. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

const MOST_KEPT = 5_000;
const labels = new Map<string, string>();

/** The few names of fields stand in every payload: each is quoted once. */
function labelOf(key: string): string {
  const known = labels.get(key);
  if (known !== undefined) return known;
  const label = `${quoted(key)}:`;
  if (labels.size < MOST_KEPT) labels.set(key, label);
  return label;
}

type Order = { readonly keys: readonly string[]; readonly sorted: readonly string[] };
/** By the number of keys, the object of that many which came last: payloads of one kind come in rows. */
const lastOrders = new Map<number, Order>();
const MOST_KEYS = 200;

function inOrder(keys: readonly string[]): readonly string[] {
  const last = lastOrders.get(keys.length);
  if (last?.keys.every((key, i) => key === keys[i]) === true) return last.sorted;
  const sorted = keys.toSorted();
  if (keys.length <= MOST_KEYS) lastOrders.set(keys.length, { keys, sorted });
  return sorted;
}
