import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#law';
import type { PartySealing } from '../parties/hold.ts';
import type { Loaded } from './load.ts';
import type { ActAnswer, ActRequest, Performed } from './request.ts';
import type { Batch } from './write.ts';

const SYSTEM_CALLER = '00000000-0000-7000-8000-000000000000';

/** Whose keys these are: one caller never meets another's. */
export function callerOf({ by }: ActRequest): string {
  return 'system' in by ? SYSTEM_CALLER : by.postId;
}

/**
 * What a key stands for: the same request again is answered as before, another one under its key is not done. Keyed where a
 * party is typed: a plain digest of a known body would let its numbers be tried out.
 */
export function digestOf(request: ActRequest, sealing?: PartySealing): Buffer {
  const body = {
    kind: request.kind,
    act: request.act,
    id: request.matterId,
    input: (request.input ?? null) as Json,
    on: request.legalDate ?? null,
    at: request.legalTime ?? null,
    source: request.reported?.source ?? null,
    account: 'system' in request.by ? null : request.by.accountId,
  };
  const text = canonicalJson(body);
  return sealing === undefined ? createHash('sha256').update(text).digest() : sealing.mark(`act ${text}`);
}

/** What the same caller was told under the same key. */
export function answeredBefore({ remembered }: Loaded, digest: Buffer): ActAnswer | null {
  if (remembered === null) return null;
  if (remembered.body_digest !== digest.toString('hex')) return { ok: false, error: 'key-reused' };
  return { ok: true, done: remembered.answer as unknown as Performed };
}

export function rememberedAs(request: ActRequest, digest: Buffer, done: Performed): Batch['remember'] {
  const key = request.idempotencyKey ?? null;
  return key === null ? null : { caller: callerOf(request), key, digest, answer: done as unknown as Json };
}
