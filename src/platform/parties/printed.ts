import { markedParties, type PartyDetails, withPartyWords } from '#law';
import { inTransaction, type Pool } from '../db.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import type { PartySealing } from './hold.ts';
import { opened, storedParties } from './store.ts';

/** What stands in a document drawn anew for a party that has been erased. */
const ERASED = '〔已依法删除〕';

/**
 * A document, or anything else of plain JSON shapes, with its parties filled in, for whoever may have it (asked before this):
 * its facts hold only marks. Only parties of the matter itself are filled in, whatever anybody may have typed. `shown`: what
 * of a party the reader is shown.
 */
export async function withPartiesPrinted<T>(
  { pool, sealing }: { readonly pool: Pool; readonly sealing?: PartySealing },
  matterId: string,
  value: T,
  shown: (details: PartyDetails) => PartyDetails = (details) => details,
): Promise<T> {
  const ids = markedParties(value);
  if (ids.length === 0) return value;
  if (sealing === undefined) throw new Error('no keys for parties');
  const stored = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => storedParties(client, matterId, ids));
  const details = opened(sealing, stored);
  // Wrong keys must not print a page that says a party was erased.
  if (stored.length !== details.size) throw new Error('a party cannot be opened: another key');
  return withPartyWords(value, new Map([...details].map(([id, one]) => [id, shown(one)])), ERASED);
}
