import { type LocalDate, type PartyKind, type Profile, parameterOf, partyKindOf } from '#law';
import { noticeOf, type OrdinaryPenalty, reportOf, reviewOf } from '../model.ts';
import type { Kind, Penalty, ReviewGround } from '../model-deciding.ts';

type S = OrdinaryPenalty;

/** 63: 降低资质等级、吊销许可证件；责令停产停业、责令关闭、限制从业. */
const HEARD_KINDS: readonly Kind[] = ['CF07', 'CF08', 'CF10', 'CF11', 'CF12'];

/**
 * Whether the party must be told that a hearing may be asked for (63). The region's sum for 较大数额 is not verified: the
 * profile's stands in for it, and the lower one is taken for whoever is no organisation.
 */
export function needsHearingRight(penalty: Penalty, party: S['party'], profile: Profile, on: LocalDate): boolean {
  if (penalty.kinds.some((kind) => HEARD_KINDS.includes(kind))) return true;
  const largest = Math.max(penalty.fineFen ?? 0, (penalty.incomeFen ?? 0) + (penalty.goodsFen ?? 0));
  return largest >= limitOf(partyKindOf(party.kind), profile, on);
}

function limitOf(party: PartyKind, profile: Profile, on: LocalDate): number {
  const name = party === 'organisation' ? 'N06.organisation-fen' : 'N06.citizen-fen';
  // A city without the parameter has no sum below which nobody need be told.
  return parameterOf(profile, name, on)?.value ?? 1;
}

/** 57¶2: 情节复杂或者重大违法行为 are decided by the leaders together (D02). */
export function needsDiscussion(s: S, penalty: Penalty, profile: Profile, on: LocalDate): boolean {
  return reportOf(s)?.isGrave === true || needsHearingRight(penalty, s.party, profile, on);
}

/** 58: the cases in which nothing may be decided before the legal review has passed. A case once heard stays one, whatever is concluded anew. */
export function reviewGrounds(s: S): readonly ReviewGround[] {
  return [...(reportOf(s)?.grounds ?? []), ...(s.hearing?.outcome === 'held' ? (['heard'] as const) : [])];
}

/** A case in which it must be reviewed, or that has been sent back by a review: 审核未通过的，不得作出决定. */
export function needsReview(s: S): boolean {
  const last = s.reviews.at(-1);
  return reviewGrounds(s).length > 0 || (last !== undefined && last.opinion !== 'agree');
}

export function wasHeard(s: S): boolean {
  return s.hearing !== null && s.hearing.reportNo === s.reports.length && s.hearing.outcome === 'held';
}

/** A review of the report in hand that agrees; after a hearing it must have seen the hearing. */
export function isReviewed(s: S): boolean {
  const review = reviewOf(s);
  return review !== null && review.opinion === 'agree' && (!wasHeard(s) || review.afterHearing);
}

/** A review is required and has not passed yet. */
export function awaitsReview(s: S): boolean {
  return needsReview(s) && !isReviewed(s);
}

/** A kind, a sum or goods beyond what was told: 告知 comes again. */
export function isHeavier(penalty: Penalty, than: Penalty): boolean {
  const more = (a: number | null, b: number | null) => (a ?? 0) > (b ?? 0);
  return (
    penalty.kinds.some((kind) => !than.kinds.includes(kind)) ||
    more(penalty.fineFen, than.fineFen) ||
    more(penalty.incomeFen, than.incomeFen) ||
    more(penalty.goodsFen, than.goodsFen)
  );
}

/** The last notice that was served, whatever has become of its report. */
export function servedNotice(s: S): S['notices'][number] | null {
  return s.notices.findLast((n) => n.receivedOn !== null) ?? null;
}

export function noticeServedOn(s: S): LocalDate | null {
  return noticeOf(s)?.receivedOn ?? null;
}
