import { yuan } from '#law';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import { KIND_LABELS, OUTCOME_LABELS, REVIEW_GROUND_LABELS } from '../model-deciding.ts';
import { reviewGrounds } from './thresholds.ts';

type S = OrdinaryPenalty;

/** What the legal office is asked to look at: why the case comes to it, and what is proposed. */
export function askedOfReview(s: S): string {
  const grounds = reviewGrounds(s).map((ground) => REVIEW_GROUND_LABELS[ground]);
  const again = s.disagreements?.at(-1)?.outcome === 'again' && s.disagreements.at(-1)?.reviewNo === s.reviews.length;
  const why = again ? '复审' : grounds.length === 0 ? '承办人送审' : grounds.join('；');
  return `出具法制审核意见（${why}；${proposed(s)}）`;
}

function proposed(s: S): string {
  const report = reportOf(s);
  if (report === null || report.penalty === null) return report === null ? '' : `拟${OUTCOME_LABELS[report.outcome]}`;
  const { kinds, fineFen } = report.penalty;
  return `拟${kinds.map((kind) => (kind === 'CF03' && fineFen !== null ? `罚款${yuan(fineFen)}` : KIND_LABELS[kind])).join('、')}`;
}
