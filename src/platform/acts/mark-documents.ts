import type { Client } from '../db.ts';
import type { DocumentMark } from './append.ts';

/** Seals, serves or voids the numbered documents of a matter; a voided number stays on the register as 作废. */
export async function markDocuments(client: Client, matterId: string, mark: DocumentMark): Promise<void> {
  if (mark.mark === 'sealed-by-hand') {
    await client.query(
      `update document set state = 'sealed', sealed_file = $2 where matter_id = $1 and number is not null and state in ('rendering', 'rendered')`,
      [matterId, mark.file],
    );
  } else if (mark.mark === 'served') {
    await client.query(`update document set state = 'served' where matter_id = $1 and number is not null and state = 'sealed'`, [matterId]);
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
