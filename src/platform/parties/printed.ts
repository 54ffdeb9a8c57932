import { markedParties, type OfficialDocument, withPartyWords } from '#law';
import { inTransaction, type Pool } from '../db.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import type { PartySealing } from './hold.ts';
import { opened, storedParties } from './store.ts';

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
  const stored = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => storedParties(client, matterId, ids));
  const details = opened(sealing, stored);
  // Wrong keys must not print a page that says a party was erased.
  if (stored.length !== details.size) throw new Error('a party cannot be opened: another key');
  return withPartyWords(document, details, ERASED);
}
