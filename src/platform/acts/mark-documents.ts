import type { Client } from '../db.ts';
import type { DocumentMark } from './append.ts';

/** Of the numbered papers of a matter the one that is meant, with those of the same act; all where none is named. `$2`: its id. */
export const MEANT = `number is not null and ($2::uuid is null or seq = (select o.seq from document o where o.matter_id = $1 and o.id = $2))`;

/** Seals, serves or voids the numbered documents of a matter; a voided number stays on the register as 作废. */
export async function markDocuments(client: Client, matterId: string, mark: DocumentMark): Promise<void> {
  const only = mark.only ?? null;
  if (mark.mark === 'sealed-by-hand') {
    await client.query(
      `update document set state = 'sealed', sealed_file = $3 where matter_id = $1 and ${MEANT} and state in ('rendering', 'rendered')`,
      [matterId, only, mark.file],
    );
  } else if (mark.mark === 'served') {
    await client.query(`update document set state = 'served' where matter_id = $1 and ${MEANT} and state = 'sealed'`, [matterId, only]);
  } else if (mark.only !== undefined) {
    await client.query(VOID_ONE, [matterId, mark.only]);
    await client.query(VOID_ITS_NUMBER, [matterId, mark.on, mark.reason, mark.only]);
  } else {
    await client.query(`update document set state = 'void' where matter_id = $1 and number is not null and state <> 'served'`, [matterId]);
    await client.query(VOID_NUMBERS, [matterId, mark.on, mark.reason]);
  }
}

/** Only what has not left the house is voided: a served document keeps its number and its force. */
const VOID_NUMBERS = `
update number_register n set voided_on = $2, void_reason = $3
where n.matter_id = $1 and n.voided_on is null and not exists (
  select 1 from document d where d.matter_id = n.matter_id and d.seq = n.seq and d.number is not null and d.state = 'served')`;

/** What was made for the party beside the letter falls with it; what tells inside how it came to be stays in the file. */
const VOID_ONE = `
update document d set state = 'void' from document o
where o.matter_id = $1 and o.id = $2 and o.state <> 'served' and d.matter_id = o.matter_id and d.seq = o.seq and (d.id = o.id or not d.inside)`;

/** A matter that has other numbers, its own among them, loses none of them. */
const VOID_ITS_NUMBER = `
update number_register n set voided_on = $2, void_reason = $3
from document d where d.id = $4 and d.matter_id = $1 and d.state = 'void'
  and n.matter_id = d.matter_id and n.seq = d.seq and n.text = d.number and n.voided_on is null`;
