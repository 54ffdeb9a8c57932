import { markedParties, type OfficialDocument, type PartyDetails, withPartyWords } from '#law';
import { inTransaction, type Pool, rows } from '../db.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import type { PartySealing } from './hold.ts';
import { readParties } from './store.ts';

/** What stands in a document drawn anew for a party that has been erased. */
const ERASED = '〔已依法删除〕';

/**
 * An issued document with its parties filled in, for whoever may have the document itself (asked before this): its facts
 * hold only marks. Only parties of the document's own matter are filled in, whatever anybody may have typed.
 */
export async function withPartiesPrinted(
  { pool, sealing }: { readonly pool: Pool; readonly sealing?: PartySealing },
  matterId: string,
  document: OfficialDocument,
): Promise<OfficialDocument> {
  const ids = markedParties(document);
  if (ids.length === 0) return document;
  if (sealing === undefined) throw new Error('no keys for parties');
  const details = await inTransaction(pool, SYSTEM_PREAMBLE, async (client): Promise<ReadonlyMap<string, PartyDetails>> => {
    const known = await readParties(client, sealing, matterId, ids);
    const stored = await rows(client, 'select from party where matter_id = $1 and id = any($2::uuid[])', [matterId, ids]);
    // Wrong keys must not print a page that says a party was erased.
    if (stored.length !== known.size) throw new Error('a party cannot be opened: another key');
    return known;
  });
  return withPartyWords(document, details, ERASED);
}
