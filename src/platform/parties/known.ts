import type { Need, PartyDetails, RegisterFacts } from '#law';
import type { Client } from '../db.ts';
import type { HeldParty, PartySealing } from './hold.ts';
import { readParties } from './store.ts';

/**
 * The parties that conditions may ask about: those just typed, and those of the matter that the act says it needs. Nothing
 * where there are none; no round trip where none is needed beside those typed.
 */
export async function partyFacts(
  client: Client,
  sealing: PartySealing | undefined,
  matterId: string | null,
  held: readonly HeldParty[],
  needs: readonly Need[],
): Promise<Pick<RegisterFacts, 'parties'>> {
  const ids = needs.filter((n) => n.register === 'party' && n.key !== '').map((n) => n.key);
  const typed = held.map(({ ref, details }) => [ref.id, details] as const);
  if (ids.length === 0 && typed.length === 0) return {};
  const kept: ReadonlyMap<string, PartyDetails> =
    matterId === null || sealing === undefined || ids.length === 0 ? new Map() : await readParties(client, sealing, matterId, ids);
  return { parties: new Map([...kept, ...typed]) };
}
