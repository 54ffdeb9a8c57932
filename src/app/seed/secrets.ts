import { createHash } from 'node:crypto';
import { addYears, shanghaiMidnight } from '#law';
import type { Client } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { digestOf } from '#platform/identity/keys';
import { MACHINE_SCOPES } from '#platform/identity/machine-keys';
import { hashPassword } from '#platform/identity/passwords';
import { insertRows } from './insert.ts';
import { seededId } from './world/seeded.ts';
import { accountId, postId, type SeedWorld } from './world/world.ts';

/** Printed at start and in the README: whoever can read it may use it, so production refuses these accounts. */
export const DEMONSTRATION_PASSWORD = 'Hetao-Xiaomai-2618';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The authenticator secret of a demonstration account: fixed, so that a phone once set up fits every fresh city. */
export function demonstrationTotpSecret(login: string): string {
  const bytes = createHash('sha256').update(`faheng-demonstration-totp:${login}`).digest();
  return Array.from(bytes, (byte) => BASE32.charAt(byte % 32)).join('');
}

const KEY_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The key of the demonstration's machine client. */
export function demonstrationMachineKey(login: string): string {
  const bytes = createHash('sha512').update(`faheng-demonstration-key:${login}`).digest().subarray(0, 52);
  return `fhk_${Array.from(bytes, (byte) => KEY_ALPHABET.charAt(byte % 32)).join('')}`;
}

/** Password and authenticator for every account of a seeded world, and a key for its machine clients. Run as the owner. */
export async function giveDemonstrationSecrets(identity: Pick<Identity, 'keys' | 'now'>, client: Client, world: SeedWorld): Promise<void> {
  const at = new Date(identity.now()).toISOString();
  const hash = await hashPassword(DEMONSTRATION_PASSWORD);
  const columns = 'account_id password_hash password_set_at password_provisional totp_secret totp_confirmed_at demonstration';
  const people = world.people.flatMap((p) =>
    p.login === null ? [] : [{ id: accountId(world.city, p.key), login: p.login, posts: p.posts, key: p.key }],
  );
  const secrets = people.map((p) => {
    const sealed = identity.keys.seal(demonstrationTotpSecret(p.login), p.id);
    return [p.id, hash, at, false, `\\x${sealed.toString('hex')}`, at, true];
  });
  await insertRows(client, 'account_secret', columns.split(' '), secrets);
  const until = new Date(shanghaiMidnight(addYears(world.anchor, 1))).toISOString();
  const machines = people
    .filter((p) => p.posts.some((post) => post.role === 'machine'))
    .map((p) => {
      const mark = `\\x${digestOf(demonstrationMachineKey(p.login)).toString('hex')}`;
      const scopes = Object.keys(MACHINE_SCOPES);
      return [seededId(`machine-key/${p.id}`), '演示对接密钥', mark, p.id, postId(world.city, p.key, 0), scopes, at, until];
    });
  await insertRows(client, 'machine_key', 'id name key_hash account_id post_id scopes created_at expires_at'.split(' '), machines);
}
