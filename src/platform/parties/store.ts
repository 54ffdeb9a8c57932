import type { PartyDetails } from '#law';
import type { Client, Queryable } from '../db.ts';
import { sendLater } from '../db-together.ts';
import type { HeldParty, PartySealing } from './hold.ts';

export type PartyPlace = { readonly city: number; readonly cohort: number; readonly matterId: string; readonly recordedAt: string };

/** One encrypted row a party, in the transaction of the act that refers to it; no round trip of its own. */
export async function storeParties(client: Client, sealing: PartySealing, at: PartyPlace, held: readonly HeldParty[]): Promise<void> {
  for (const { ref, details } of held) {
    await sendLater(client, {
      name: 'new party',
      text: 'insert into party (city, cohort, id, matter_id, recorded_at, sealed) values ($1, $2, $3, $4, $5, $6)',
      values: [at.city, at.cohort, ref.id, at.matterId, at.recordedAt, sealing.seal(JSON.stringify(details), ref.id)],
    });
  }
}

export type StoredParty = { readonly id: string; readonly sealed: Buffer };

/**
 * Parties of one matter as typed, those that the asker may read in whole: a party of another matter, one erased and one
 * out of sight are left out alike.
 */
export async function readParties(
  client: Queryable,
  sealing: Pick<PartySealing, 'unseal'>,
  matterId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartyDetails>> {
  return opened(sealing, await storedParties(client, matterId, ids));
}

/** The same as they are stored. */
export async function storedParties(client: Queryable, matterId: string, ids: readonly string[]): Promise<readonly StoredParty[]> {
  if (ids.length === 0) return [];
  const found = await client.query<StoredParty>({
    name: 'parties',
    text: 'select id, sealed from party where matter_id = $1 and id = any($2::uuid[])',
    values: [matterId, ids],
  });
  return found.rows;
}

/** Parties of several matters as they are stored, for the platform's own work alone: who may see them is asked before this. */
export async function partiesOfMatters(client: Queryable, of: readonly MatterParty[]): Promise<readonly StoredParty[]> {
  if (of.length === 0) return [];
  const found = await client.query<StoredParty>('select id, sealed from party where matter_id = any($1::uuid[]) and id = any($2::uuid[])', [
    of.map(({ matterId }) => matterId),
    of.map(({ id }) => id),
  ]);
  return found.rows;
}
type MatterParty = { readonly matterId: string; readonly id: string };

/** Those that open: the others were sealed under another key, or have been changed. */
export function opened(sealing: Pick<PartySealing, 'unseal'>, stored: readonly StoredParty[]): ReadonlyMap<string, PartyDetails> {
  return new Map(
    stored.flatMap(({ id, sealed }): [string, PartyDetails][] => {
      const text = sealing.unseal(sealed, id);
      // Written by storeParties and authenticated under the key: nothing else can open.
      return text === null ? [] : [[id, JSON.parse(text) as PartyDetails]];
    }),
  );
}
