import { unreachable } from '#law';
import type { FindingEvent, FindingEventBody, FindingState, RuleStamp, Seen } from './model.ts';

/** The state that a finding's events make; null where the first event is not its opening. */
export function foldFinding(events: readonly FindingEvent[]): FindingState | null {
  return events.reduce<FindingState | null>(foldEvent, null);
}

export function foldEvent(state: FindingState | null, event: FindingEvent): FindingState | null {
  const { body, at } = event;
  if (body.type === 'opened' || body.type === 'reopened') return opened(body, at);
  return state === null ? null : { ...state, ...change(state, body, at), changed_at: at };
}

function opened(body: Extract<FindingEventBody, { type: 'opened' | 'reopened' }>, at: string): FindingState {
  return {
    status: 'open',
    organisation_id: body.organisationId,
    ...stamped(body.rule),
    ...doubtOf(body.seen),
    missing: null,
    stands: true,
    check_id: null,
    answer: null,
    taken_into: null,
    problem_id: null,
    exclusion: null,
    opened_at: at,
    changed_at: at,
    settled_at: null,
  };
}

function stamped(rule: RuleStamp) {
  const { version, ...rest } = rule;
  return { rule_version: version, ...rest };
}

function seenNow(seen: Seen | null) {
  return seen === null ? { stands: false } : { ...doubtOf(seen), stands: true };
}

function doubtOf(seen: Seen) {
  return { ...seen, others: seen.others ?? null };
}

/** 红 does not end by the facts alone: a supervisor confirms. */
function clearedFrom(severity: FindingState['severity'], at: string) {
  return { status: severity === 'red' ? ('cleared-unconfirmed' as const) : ('cleared' as const), stands: false, settled_at: at };
}

function change(state: FindingState, body: Exclude<FindingEventBody, { type: 'opened' | 'reopened' }>, at: string): Partial<FindingState> {
  switch (body.type) {
    case 'changed':
      return { organisation_id: body.organisationId, missing: body.missing, ...seenNow(body.seen) };
    case 'rejudged': {
      const rule = stamped(body.rule);
      const ends = body.seen === null && mayClear(state.status);
      return { ...rule, missing: null, ...seenNow(body.seen), ...(ends ? clearedFrom(state.severity, at) : {}) };
    }
    case 'cleared':
      return { missing: null, ...clearedFrom(state.severity, at) };
    case 'confirmed-cleared':
      return { status: 'cleared', settled_at: at };
    case 'sent-down':
      return { status: 'sent-down', check_id: body.checkId };
    case 'answered':
      return { status: 'answered', answer: body.answer };
    case 'returned':
      return { status: state.answer === null ? 'open' : 'answered', taken_into: null };
    case 'taken-up':
      return { status: 'taken-up', taken_into: body.matterId };
    case 'established':
      return { status: 'established', taken_into: body.matterId, problem_id: body.problemId, settled_at: at };
    case 'excluded':
      return { status: 'excluded', exclusion: body.reason, settled_at: at };
    default:
      return unreachable(body);
  }
}

/** Until it is taken up a finding ends when its facts change; afterwards only people end it. */
export function mayClear(status: FindingState['status']): boolean {
  return status === 'open' || status === 'sent-down' || status === 'answered';
}
