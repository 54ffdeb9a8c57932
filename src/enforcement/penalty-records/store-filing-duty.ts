import type { Client } from '#platform/db';
import { sendLater } from '#platform/db-together';

/** What was judged of a decision's duty to be filed; no reasons: it need not be. */
export type JudgedDuty = { readonly matterId: string; readonly reasons: readonly string[] };

/** Only added, and only where something may follow, one statement for all: the filings look at them behind whoever writes decisions. */
export async function noteFilingDuties(client: Client, city: number, duties: readonly JudgedDuty[]): Promise<void> {
  if (duties.length === 0) return;
  await sendLater(client, {
    name: 'filing duties',
    text: `insert into penalty_filing_duty (city, matter_id, reasons)
      select $1, d.id, array(select jsonb_array_elements_text(d.reasons)) from unnest($2::uuid[], $3::jsonb[]) as d(id, reasons)
      where jsonb_array_length(d.reasons) > 0 or has_filing_to_settle(d.id)`,
    values: [city, duties.map((d) => d.matterId), duties.map((d) => JSON.stringify(d.reasons))],
  });
}
