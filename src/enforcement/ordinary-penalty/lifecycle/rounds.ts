import {
  type DecisionInDispute,
  ENDS_PENALTY,
  type LocalDate,
  letterInHand,
  publishedAt,
  type Redress,
  type Standing,
  weighsMore,
  withoutOutdated,
  withoutUnsent,
} from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { type Good, ONLY_CONFISCATED } from '../model-custody.ts';
import { KIND_LABELS, type Kind, type Penalty } from '../model-deciding.ts';
import { paidFen } from './money.ts';

type S = OrdinaryPenalty;

/** Which decision of the case is in hand: the first, or the one made anew after so many were revoked. */
export const decisionNo = (s: S): number => s.rounds.length + 1;

/** The decision in hand as disputes see it. */
export function inDispute(s: S): DecisionInDispute | null {
  const { decision } = s;
  if (decision === null) return null;
  return {
    no: decisionNo(s),
    receivedOn: decision.receivedOn,
    standing: decision.penalty,
    paidFen: paidFen(s),
    carriedOut: s.performedOtherwise !== null,
    goneThings: goneThings(s),
    published: publishedAt(s),
  };
}

/** What the decision confiscates and is destroyed, sold, handed in or passed on; where it names no things, what only confiscation explains. */
function goneThings({ goods, decision }: S): readonly number[] {
  const penalty = decision?.penalty ?? null;
  if (penalty?.kinds.includes('CF05') !== true) return [];
  const { things } = penalty;
  const isGone = ({ no, ended }: Good): boolean => {
    if (ended === null || things?.includes(no) === false) return false;
    return ONLY_CONFISCATED.includes(ended.how) || (things !== undefined && ended.how === 'transferred');
  };
  return goods.filter(isGone).map(({ no }) => no);
}

/** A case that was closed is open again until what has come up is settled. */
export function reopen(s: S): S {
  if (s.status !== 'closed' && s.status !== 'archived') return s;
  const { endedOn, archivedOn, archivedBefore } = s;
  const kept = endedOn !== null && archivedOn !== null ? [...archivedBefore, { endedOn, archivedOn }] : archivedBefore;
  return { ...s, status: 'ended', closedOn: null, archivedOn: null, archiveNumber: null, archivedBefore: kept };
}

/** What becomes of the decision in hand, and of the case. */
export function undo(s: S, redress: Redress): S {
  const { decision } = s;
  const { undoing, effectOn } = redress;
  if (decision === null || (!ENDS_PENALTY.includes(undoing) && undoing !== 'changed' && undoing !== 'partly')) return s;
  const quiet = unsaid(s);
  if (undoing === 'remake') return anew(quiet, redress);
  if (undoing !== 'changed' && undoing !== 'partly')
    return { ...quiet, status: 'ended', ending: 'revoked', endedOn: s.endedOn ?? effectOn, endReason: redress.words, publication: null };
  const penalty = redress.after === null ? null : penaltyOf(redress.after);
  // What was published was the decision as it had been made; as it stands now it is another's to publish.
  const kept = withoutOutdated(s);
  return {
    ...kept,
    status: kept.status === 'urged' && kept.urgings.length === 0 ? 'performing' : kept.status,
    ...owingMore(s, redress),
    publication: null,
    decision: { ...decision, penalty, original: decision.original ?? decision.penalty },
  };
}

/** What was performed in full leaves something to perform where the change makes it heavier (复议法 63¶2 但书). */
function owingMore(s: S, { before, after }: Redress): Partial<S> {
  const isHeavier = before !== null && after !== null && weighsMore(after, before);
  return isHeavier && s.ending === 'performed' ? { status: 'performing', ending: null, endedOn: null } : {};
}

/**
 * A reminder that has not gone out yet speaks of nothing any more, nor does the organ's own correction of what was revoked meanwhile.
 * A letter that orders to correct rests on what was done and not on the decision (处罚法 28): it is served as before.
 */
function unsaid(s: S): S {
  const letter = letterInHand(s);
  return letter === null || letter.kind === 'correction' ? s : withoutUnsent(s);
}

/**
 * The case goes back to where the fault lay: to the inquiry, or, where only the procedure was wrong, to the report, which is
 * then told, reviewed and decided anew.
 */
function anew(s: S, { cause, effectOn, no }: Redress): S {
  const { decision } = s;
  if (decision === null) return s;
  const { payments, deferrals, agreements, urgings, enforcement, performedOtherwise, publication } = s;
  const { filing, ...kept } = s;
  const done = { payments, deferrals, agreements, urgings, enforcement, performedOtherwise, publication };
  const round = { decision, redressNo: no, ...done, ...(filing === undefined ? {} : { filing }) };
  const report = s.reports.at(-1);
  const isProcedure = cause === 'procedure' && report !== undefined;
  return {
    ...kept,
    status: isProcedure ? 'concluded' : 'investigating',
    rounds: [...s.rounds, round],
    reports: isProcedure ? [...s.reports, { ...report, no: s.reports.length + 1, on: effectOn }] : s.reports,
    ...NOTHING_DONE,
  };
}

const NOTHING_DONE = {
  decision: null,
  payments: [],
  deferrals: [],
  agreements: [],
  urgings: [],
  enforcement: null,
  performedOtherwise: null,
  publication: null,
  ending: null,
  endedOn: null,
  endReason: null,
  reviewSkipped: null,
  sentForReviewOn: null,
} as const satisfies Partial<S>;

function penaltyOf(standing: Standing): Penalty {
  return { ...standing, kinds: standing.kinds.filter((kind): kind is Kind => kind in KIND_LABELS) };
}

/** Disputes about the decision in hand: those about a revoked one have had their effect. */
export function disputesInHand(s: S): S['disputes'] {
  return s.disputes.filter((d) => d.decisionNo === decisionNo(s));
}

/** Names a run of a clock by the decision it runs for; the first one's has no name. */
export function runOf(no: number, key = ''): string {
  return no === 1 ? key : `第${no}次决定${key === '' ? '' : `，${key}`}`;
}

/** The day on which a case first came to a decision: the period to decide ends with it, another one runs for making it anew. */
export function firstDecidedOn(s: S): LocalDate | null {
  return s.rounds[0]?.decision.on ?? s.decision?.on ?? null;
}

/** When the decision came that followed a letter: one that was revoked since had come all the same. */
export function decidedAfter(s: S, letterNo: number): LocalDate | null {
  return [...s.rounds.map((r) => r.decision), s.decision].find((d) => d !== null && d.letterNo > letterNo)?.on ?? null;
}
