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
  return { row: rowOf(key, state, next.seq, event.hash.toString('hex')), event };
}

/** Every field by name: an object of so many that is joined by spreading is built several times slower, and a load opens one a row. */
function rowOf(key: FindingKey, state: FindingState, seq: number, head: string): Standing {
  return {
    city: key.city,
    cohort: key.cohort,
    id: key.id,
    matter_id: key.matter_id,
    rule_id: key.rule_id,
    fact: key.fact,
    status: state.status,
    rule_version: state.rule_version,
    organisation_id: state.organisation_id,
    severity: state.severity,
    because: state.because,
    facts: state.facts,
    asks: state.asks,
    clears: state.clears,
    others: state.others,
    cites: state.cites,
    grade: state.grade,
    duty: state.duty,
    conduct: state.conduct,
    missing: state.missing,
    stands: state.stands,
    check_id: state.check_id,
    answer: state.answer,
    taken_into: state.taken_into,
    problem_id: state.problem_id,
    exclusion: state.exclusion,
    opened_at: state.opened_at,
    changed_at: state.changed_at,
    settled_at: state.settled_at,
    seq,
    head,
  };
}
