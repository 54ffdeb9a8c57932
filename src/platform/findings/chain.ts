import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#law';
import { commitOf, newSalt } from '../acts/chain.ts';
import type { FindingEvent, FindingKey } from './model.ts';

export type SealedEvent = {
  readonly city: number;
  readonly cohort: number;
  readonly finding_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: Json;
  readonly salt: Buffer;
  readonly body: Json;
  readonly commit: Buffer;
  readonly hash: Buffer;
};

/** Links one event to the end of its finding's chain. */
export function sealEvent(key: FindingKey, head: Buffer, event: FindingEvent): SealedEvent {
  const salt = newSalt();
  const body = event.body as unknown as Json;
  const actor = event.actor as unknown as Json;
  const commit = commitOf(salt, body);
  const frame = { seq: event.seq, type: event.body.type, at: event.at, actor };
  return { ...placeOf(key), ...frame, salt, body, commit, hash: findingHash(head, key, frame, commit) };
}

/** The hash runs over what the finding is, so that no event can be moved to another one. */
export function findingHash(
  head: Buffer,
  key: FindingKey,
  event: { readonly seq: number; readonly type: string; readonly at: string; readonly actor: Json },
  commit: Buffer,
): Buffer {
  const text = canonicalJson({
    finding: key.id,
    matter: key.matter_id,
    rule: key.rule_id,
    fact: key.fact,
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    commit: commit.toString('hex'),
  });
  return createHash('sm3').update(head).update(text).digest();
}

function placeOf(key: FindingKey) {
  return { city: key.city, cohort: key.cohort, finding_id: key.id };
}
