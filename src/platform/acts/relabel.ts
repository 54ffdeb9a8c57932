import type { Client } from '../db.ts';
import { asSystem } from '../findings/as-system.ts';

/**
 * A matter that changed its label or its place takes all its rows along: none may stay readable under the old one, and
 * none is left behind because whoever acts does not see it, there or here.
 */
export function relabelChildren(client: Client, matterId: string, cohort: number): Promise<void> {
  return asSystem(client, async () => {
    for (const table of ['participant', 'clock', 'task', 'document', 'finding', 'judgement']) {
      await client.query(
        `update ${table} t set region_ord = m.region_ord, line_ord = m.line_ord, label = m.label
         from matter m where m.id = $1 and m.cohort = $2 and t.matter_id = m.id and t.cohort = m.cohort`,
        [matterId, cohort],
      );
    }
    await client.query('update notice t set label = m.label from matter m where m.id = $1 and m.cohort = $2 and t.matter_id = m.id', [
      matterId,
      cohort,
    ]);
  });
}
