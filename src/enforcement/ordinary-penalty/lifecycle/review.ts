import { type Folds, type Lifecycle, type LifecycleRow, notBefore, personOf } from '#law';
import { reviewIssues } from '../documents/deciding.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_58 } from './articles.ts';
import { handlersNeeded } from './conditions.ts';
import {
  CONCERNS_TOLD,
  CONSISTENT,
  concernsOf,
  DISAGREED,
  doubtfulOf,
  HANDED_ON,
  NOT_DISAGREED,
  NOT_INVESTIGATOR,
  NOT_PASSED,
  QUALIFIED,
  reviewerAnswered,
  SETTLED_TOGETHER,
} from './review-conditions.ts';
import { wasHeard } from './thresholds.ts';
import { HANDLERS, HEADS, office, REVIEWERS } from './who.ts';

type S = OrdinaryPenalty;

const { 'send-review': sendReview, review, 'object-review': objectReview, 'settle-review': settleReview } = FORMS;
const REVIEW_FORMS = { 'send-review': sendReview, review, 'object-review': objectReview, 'settle-review': settleReview };
type ReviewForms = typeof REVIEW_FORMS;

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const REVIEW: Lifecycle<S, ReviewForms> = {
  'send-review': {
    ...STEP,
    ...office(HANDLERS, ART_58),
    label: '送法制审核',
    from: ['concluded', 'deliberating'],
    to: 'reviewing',
    says: () => '已送法制审核；审核通过前不得作出决定。',
  },
  review: {
    ...STEP,
    ...office(REVIEWERS, ART_58, [NOT_INVESTIGATOR]),
    label: '出具法制审核意见',
    from: ['reviewing'],
    to: (s) => {
      if (s.reviews.at(-1)?.opinion !== 'agree') return 'investigating';
      if (s.reports.at(-1)?.outcome !== 'penalty') return 'concluded';
      return s.notices.at(-1)?.reportNo === s.reports.length ? 'deliberating' : 'notifying';
    },
    inputGuards: [CONSISTENT, CONCERNS_TOLD, HANDED_ON, QUALIFIED],
    needs: handlersNeeded,
    answered: reviewerAnswered,
    issues: (s, input, frame, facts) => reviewIssues(s, input, frame, facts),
    says: (s) =>
      s.reviews.at(-1)?.opinion === 'agree'
        ? '法制审核通过。'
        : '法制审核未通过，退回补充调查、纠正；承办人不同意审核意见的，可以提出异议，由负责人处理。',
  },
  'object-review': {
    ...office(HANDLERS, ART_58, [NOT_PASSED, NOT_DISAGREED]),
    does: 'entry',
    from: ['investigating'],
    to: 'stays',
    group: '案件管理',
    label: '不同意法制审核意见',
    inputGuards: [notBefore('法制审核意见', ART_58, (s: S) => s.reviews.at(-1)?.on ?? null)],
    says: () => '异议已提交负责人；处理以前不影响继续补充调查。审核未通过的，不得作出决定。',
  },
  'settle-review': {
    ...STEP,
    ...office(HEADS, ART_58, [DISAGREED]),
    label: '处理对审核意见的异议',
    from: ['investigating'],
    to: (s) => (s.disagreements?.at(-1)?.outcome === 'again' ? 'reviewing' : 'investigating'),
    inputGuards: [SETTLED_TOGETHER],
    says: (s) =>
      s.disagreements?.at(-1)?.outcome === 'again'
        ? '已退回法制机构复审；复审通过前不得作出决定。'
        : '审核意见成立；承办人按意见纠正、补充后重新提交调查终结报告。',
  },
};

export const REVIEW_FOLDS: Folds<S, ReviewForms> = {
  'send-review': (s, _, frame) => ({ ...s, sentForReviewOn: frame.legalDate }),
  review: (s, input, frame) => ({
    ...s,
    sentForReviewOn: null,
    reviews: [
      ...s.reviews,
      {
        reportNo: s.reports.length,
        sentOn: s.sentForReviewOn ?? frame.legalDate,
        on: frame.legalDate,
        by: personOf(frame.actor),
        qualification: input.qualification,
        isLater: input.firstAfter2018,
        doubtful: doubtfulOf(input),
        concerns: concernsOf(input),
        opinion: input.opinion,
        words: input.words,
        afterHearing: wasHeard(s),
      },
    ],
  }),
  'object-review': (s, _, frame) => ({
    ...s,
    disagreements: [
      ...(s.disagreements ?? []),
      {
        ...{ reportNo: s.reports.length, reviewNo: s.reviews.length, on: frame.legalDate, by: personOf(frame.actor) },
        ...{ settledOn: null, outcome: null },
      },
    ],
  }),
  'settle-review': (s, { outcome }, frame) => ({
    ...s,
    sentForReviewOn: outcome === 'again' ? frame.legalDate : s.sentForReviewOn,
    disagreements: (s.disagreements ?? []).map((one, i, all) =>
      i === all.length - 1 ? { ...one, settledOn: frame.legalDate, outcome } : one,
    ),
  }),
};
