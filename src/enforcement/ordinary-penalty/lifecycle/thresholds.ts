import { citedLaws, type LocalDate, needsHearingRight, type Profile, partyKindOf, SHIPPED_LAWS } from '#law';
import { loadedSpecialLaw, type SpecialLaw } from '#law/rules/special-laws';
import { noticeOf, type OrdinaryPenalty, reportOf, reviewOf } from '../model.ts';
import type { Penalty, ReviewGround } from '../model-deciding.ts';

type S = OrdinaryPenalty;

/** On what the case rests: by its report, and before there is one by its filing. */
export function basisOf(s: S): string | null {
  return reportOf(s)?.basis ?? s.basis;
}

/** The special law under which the case is handled on that day; null: the penalty law alone. */
export function specialLawOf(s: S, on: LocalDate): SpecialLaw | null {
  const basis = basisOf(s);
  return basis === null ? null : loadedSpecialLaw(citedLaws(basis, SHIPPED_LAWS), on);
}

/** 63, and where a special law has a sum of its own by that (治安管理处罚法 117): the party is told that it may ask for a hearing. */
export function mustOfferHearing(s: S, penalty: Penalty, profile: Profile, on: LocalDate): boolean {
  return needsHearingRight(penalty, partyKindOf(s.party.kind), profile, on, specialLawOf(s, on)?.hearing?.fineFen ?? null);
}

/** 57¶2: 情节复杂或者重大违法行为 are decided by the leaders together (D02). */
export function needsDiscussion(s: S, penalty: Penalty, profile: Profile, on: LocalDate): boolean {
  return reportOf(s)?.isGrave === true || mustOfferHearing(s, penalty, profile, on);
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

/** The last notice that was served, whatever has become of its report. */
export function servedNotice(s: S): S['notices'][number] | null {
  return s.notices.findLast((n) => n.receivedOn !== null) ?? null;
}

export function noticeServedOn(s: S): LocalDate | null {
  return noticeOf(s)?.receivedOn ?? null;
}
