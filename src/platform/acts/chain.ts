import { createHash, createHmac, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '#law';

export const CHAIN_START = Buffer.alloc(32);

export function newSalt(): Buffer {
  return randomBytes(32);
}

/** commit = HMAC-SM3(salt, canonical payload): erasing salt and payload leaves the chain whole and says nothing. */
export function commitOf(salt: Buffer, payload: Json): Buffer {
  return createHmac('sm3', salt).update(canonicalJson(payload)).digest();
}

/** The frame of an act as the chain holds it; personal data never stand here. */
export type ChainedFrame = {
  readonly id: string;
  readonly matterId: string;
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly mode: string;
  readonly legalDate: string;
  readonly legalTime: string | null;
  readonly recordedAt: string;
  readonly postId: string | null;
  readonly organisationId: string | null;
  readonly causeId: string | null;
  readonly factsUsed: readonly string[];
};

export function chainHash(prev: Buffer, frame: ChainedFrame, commit: Buffer): Buffer {
  const { factsUsed, ...rest } = frame;
  const text = canonicalJson({ ...rest, factsUsed: [...factsUsed], commit: commit.toString('hex') });
  return createHash('sm3').update(prev).update(text).digest();
}
