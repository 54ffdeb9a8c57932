import { type Client, rows } from '../db.ts';

/**
 * Does what follows from an act that has been found lawful, where the rows it touches need not be in the actor's sight:
 * a unit answers about its own matters wherever they lie. A failure leaves the transaction to its rollback.
 */
export async function asSystem<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const [before] = await rows<{ role: string }>(client, 'select current_user as role');
  if (before === undefined || !/^app_[a-z]+$/.test(before.role)) throw new Error('not inside a transaction of the platform');
  await client.query('set local role app_system');
  const value = await work();
  await client.query(`set local role ${before.role}`);
  return value;
}
