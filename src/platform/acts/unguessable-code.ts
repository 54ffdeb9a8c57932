import { randomBytes } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Random, typed by people: sixteen characters without look-alikes (80 bits). */
export function unguessableCode(): string {
  return [...randomBytes(16)].map((b) => ALPHABET.charAt(b % 32)).join('');
}
