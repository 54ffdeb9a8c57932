import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, personOf } from '#law';
import { reviewIssues } from '../documents/deciding.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { CHECK_LABELS, type Check } from '../model-deciding.ts';
import { ART_58 } from './articles.ts';
import { form, handlersNeeded, law, tookPart } from './conditions.ts';
import { wasHeard } from './thresholds.ts';
import { HANDLERS, office, REVIEWERS } from './who.ts';

type S = OrdinaryPenalty;

const { 'send-review': sendReview, review } = FORMS;
const REVIEW_FORMS = { 'send-review': sendReview, review };
type ReviewForms = typeof REVIEW_FORMS;
type Opinion = InputOf<ReviewForms['review']>;

/** S12: whoever looked into the case does not review it. */
const NOT_INVESTIGATOR = law<null>('审核人员没有参与本案调查', ART_58, ({ state, actor }) => {
  const { officerId } = actor;
  return officerId !== null && tookPart(state, officerId) ? ['own-case', '您参与了本案的调查，不得担任本案的法制审核人员'] : null;
});
/** S13: 58¶2 asks the 法律职业资格 of those who take up the work for the first time. */
const QUALIFIED = law<Opinion>('初次从事法制审核的人员取得法律职业资格', ART_58, ({ input }) =>
  input.firstAfter2018 && input.qualification === null
    ? ['no-qualification', '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格，请填写证书号']
    : null,
);
const CONSISTENT = form<Opinion>('审核意见与九项审核一致', ART_58, ({ input }) => {
  const doubtful = doubtfulOf(input);
  if (input.opinion === 'agree') return doubtful.length === 0 ? null : ['doubtful', '九项审核中有问题的，不能出具“同意”的意见'];
  return doubtful.length === 0 ? ['sound', '九项审核均符合的，应当出具“同意”的意见'] : null;
});

function doubtfulOf(input: Opinion): readonly Check[] {
  return (Object.keys(CHECK_LABELS) as Check[]).filter((check) => input[check] === 'doubtful');
}

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
    inputGuards: [CONSISTENT, QUALIFIED],
    needs: handlersNeeded,
    issues: (s, input, frame, facts) => reviewIssues(s, input, frame, facts),
    says: (s) => (s.reviews.at(-1)?.opinion === 'agree' ? '法制审核通过。' : '法制审核未通过，退回补充调查、纠正。'),
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
        opinion: input.opinion,
        words: input.words,
        afterHearing: wasHeard(s),
      },
    ],
  }),
};
