import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type Json } from '#law';
import { randomPart } from './random.ts';

export const CHAIN_START = Buffer.alloc(32);

export function newSalt(): Buffer {
  return randomPart(32);
}

/** commit = HMAC-SM3(salt, canonical payload): erasing salt and payload leaves the chain whole and says nothing. */
export function commitOf(salt: Buffer, payload: Json): Buffer {
  return createHmac('sm3', salt).update(canonicalJson(payload)).digest();
}

/** What an act says and who is said to have done it, from where: committed to together, erased together. */
export type Committed = { readonly payload: Json; readonly actor: Json; readonly source: string | null };

/** The version of frame that is written. Frame 1, of the first release, bound neither actor, source nor account. */
export const FRAME = 2;
export type FrameVersion = 1 | 2;

export function actCommit(version: FrameVersion, salt: Buffer, { payload, actor, source }: Committed): Buffer {
  return commitOf(salt, version === 1 ? payload : { payload, actor, source });
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
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly causeId: string | null;
  readonly factsUsed: readonly string[];
};

export function chainHash(version: FrameVersion, prev: Buffer, frame: ChainedFrame, commit: Buffer): Buffer {
  const { factsUsed, accountId, ...rest } = frame;
  const bound = { ...rest, factsUsed: [...factsUsed], commit: commit.toString('hex') };
  const text = canonicalJson(version === 1 ? bound : { ...bound, frame: version, accountId });
  return createHash('sm3').update(prev).update(text).digest();
}
