import { randomBytes, timingSafeEqual } from 'node:crypto';
import { digestOf } from './keys.ts';

/** 256 bits from the system's random source, as text for a cookie or a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The form in which a token is stored and looked up; null for text that cannot be one. */
export function tokenDigest(token: string): Buffer | null {
  return TOKEN.test(token) ? digestOf(token) : null;
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Text for people to copy by hand: no 0/O, 1/I; five bits a character. */
export function readableSecret(characters: number): string {
  return Array.from(randomBytes(characters), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

export function equalBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
