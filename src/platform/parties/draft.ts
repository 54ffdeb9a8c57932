import { isJsonObject, type Json, type JsonObject } from '#law';
import type { PartySealing } from './hold.ts';

/**
 * A draft keeps what has been typed of a party encrypted too. The page marks it (`personal: true`), for here nobody knows
 * the form that a draft belongs to.
 */
export function sealDraft(sealing: PartySealing, owner: string, body: Json): Json {
  return mapObjects(body, (object) =>
    object['personal'] === true ? { personal: sealing.seal(JSON.stringify(object), owner).toString('base64') } : null,
  );
}

/** What cannot be opened any more (another key) is left out: the field starts empty. */
export function openDraft(sealing: PartySealing, owner: string, body: Json): Json {
  return mapObjects(body, (object) => {
    const { personal } = object;
    if (typeof personal !== 'string') return null;
    const text = sealing.unseal(Buffer.from(personal, 'base64'), owner);
    return text === null ? {} : (JSON.parse(text) as JsonObject);
  });
}

function mapObjects(value: Json, exchange: (object: JsonObject) => JsonObject | null): Json {
  if (Array.isArray(value)) return value.map((inner: Json) => mapObjects(inner, exchange));
  if (!isJsonObject(value)) return value;
  return exchange(value) ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapObjects(inner, exchange)]));
}
