import { type SealedEvent, sealEvent } from './chain.ts';
import type { Standing } from './difference.ts';
import { foldEvent } from './fold.ts';
import type { FindingActor, FindingEventBody, FindingKey, FindingState } from './model.ts';

export type Extended = { readonly row: Standing; readonly event: SealedEvent };

const CHAIN_START = '00'.repeat(32);

/** The finding after one more event, and that event linked to its chain. */
export function extend(of: Standing, body: FindingEventBody, actor: FindingActor | null, at: string): Extended {
  return linked(of, of, of.seq, of.head, body, actor, at);
}

/** A new finding and its first event. */
export function begin(key: FindingKey, body: FindingEventBody & { readonly type: 'opened' }, at: string): Extended {
  return linked(key, null, 0, CHAIN_START, body, null, at);
}

function linked(
  key: FindingKey,
  before: FindingState | null,
  seq: number,
  head: string,
  body: FindingEventBody,
  actor: FindingActor | null,
  at: string,
): Extended {
  const next = { seq: seq + 1, at, actor, body };
  const state = foldEvent(before, next);
  if (state === null) throw new Error(`finding ${key.id} does not begin with its opening`);
  const event = sealEvent(key, Buffer.from(head, 'hex'), next);
  return { row: { ...keyOf(key), ...state, seq: next.seq, head: event.hash.toString('hex') }, event };
}

function keyOf({ city, cohort, id, matter_id, rule_id, fact }: FindingKey): FindingKey {
  return { city, cohort, id, matter_id, rule_id, fact };
}
