import { isIPv6 } from 'node:net';
import type { Client } from '#platform/db';
import { instant } from './identity.ts';

/** Failures of one address before it has to wait; a whole office may stand behind one address. */
const FREE_FAILURES = 20;
const FORGOTTEN_AFTER = 15 * 60_000;
const LONGEST_WAIT = 15 * 60_000;

/** What stands for a network address in back-off and log: IPv6 counts by /64, the least a customer gets. */
export function sourceOf(address: string): string {
  if (!isIPv6(address)) return address;
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return v4?.[1] ?? `${expanded(address).slice(0, 4).join(':')}::/64`;
}

function expanded(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...middle, ...back];
}

/** Doubles with every further failure, up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT, 1000 * 2 ** (failures - FREE_FAILURES));
}

export async function isSourceWaiting(client: Client, source: string, now: number): Promise<boolean> {
  const found = await client.query<{ failures: number; last_failure_at: string }>(
    'select failures, last_failure_at from sign_in_source where source = $1',
    [source],
  );
  const row = found.rows[0];
  return row !== undefined && now - Date.parse(row.last_failure_at) < waitAfter(row.failures);
}

/** A success does not clear the count: an attacker with one account of their own would clear it at will. */
export async function countSourceFailure(client: Client, source: string, now: number): Promise<void> {
  await client.query(
    `delete from sign_in_source where source in (
       select source from sign_in_source where last_failure_at < $1 limit 100 for update skip locked)`,
    [instant(now - 4 * FORGOTTEN_AFTER)],
  );
  await client.query(
    `insert into sign_in_source (source, failures, last_failure_at) values ($1, 1, $2)
     on conflict (source) do update set last_failure_at = $2,
       failures = case when sign_in_source.last_failure_at < $3 then 1 else least(sign_in_source.failures + 1, 1000) end`,
    [source, instant(now), instant(now - FORGOTTEN_AFTER)],
  );
}
