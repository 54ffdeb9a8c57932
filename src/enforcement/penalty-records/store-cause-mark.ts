import { type Client, type Queryable, rows } from '#platform/db';

/** What decisions are judged by, as one mark: read before the registers are. */
export async function causeMark(client: Queryable): Promise<string> {
  const [found] = await rows<{ mark: string }>(client, 'select mark from penalty_cause_mark');
  if (found === undefined) throw new Error('the mark of the registers is gone');
  return found.mark;
}

/**
 * The last statement of a transaction that stores decisions: where a register has changed since they read it, they are
 * asked again. A change that is committed from here on waits for this commit, so that its own round finds them.
 */
export async function askLateAgain(client: Client, city: number, mark: string, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  const [held] = await rows<{ mark: string }>(client, 'select hold_penalty_mark() as mark');
  if (held?.mark === mark) return;
  await client.query(`insert into penalty_cause (city, register, keys) values ($1, 'late', $2)`, [city, matterIds]);
}
