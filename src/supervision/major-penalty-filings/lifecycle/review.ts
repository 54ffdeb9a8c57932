import {
  cite,
  condition,
  type Folds,
  type InputOf,
  joinedBy,
  type Lifecycle,
  type LocalDate,
  letterGuards,
  type Need,
  personOf,
  reviewedLetter,
  reviewedLetterFolds,
  sealing,
  sealingFolds,
  signingWords,
} from '#law';
import { correctionIssues, opinionIssues, receiptIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import { endOf, HEAD_LABELS, type Head, type Opinion } from '../model.ts';
import {
  ART_8_3,
  ART_18,
  ORGAN_LEADERS,
  ORGAN_OFFICE,
  REVIEW_DESK,
  REVIEW_LEADERS,
  REVIEW_OFFICE,
  REVIEWERS,
  type S,
  SEALERS,
} from './parties.ts';

type OfReview = Omit<
  Forms,
  'open' | 'restate' | 'note-overdue' | 'lapse' | 'prepare' | 'return-package' | 'file' | 'demand' | 'resubmit' | 'register-receipt'
>;
type OpinionInput = InputOf<Forms['revise']>;

/** What was established as a problem is answered by a supervision document. */
const ART_22_1 = cite('实施细则', 22, 1);

const LETTER = letterGuards<S>(ART_18, (s) => s.letter);
const DUE_AHEAD = condition<S, { readonly due: LocalDate }>('请补正的日期不早于今日', 'form', ART_18, ({ input, legalDate }) =>
  input.due < legalDate ? ['due-past', '请补正的日期不得早于办理日期'] : null,
);
const ANSWER_AHEAD = condition<S, OpinionInput>('请报告的日期不早于今日', 'form', ART_18, ({ input, legalDate }) =>
  input.answerBy !== null && input.answerBy < legalDate ? ['due-past', '请报告纠正情况的日期不得早于办理日期'] : null,
);
const ALL_SOUND = condition<S, InputOf<Forms['accept']>>('四个方面都没有发现问题', 'law', ART_18, ({ input }) => {
  const doubtful = (Object.keys(HEAD_LABELS) as Head[]).filter((head) => input[head] === 'doubtful');
  const named = doubtful.map((head) => HEAD_LABELS[head]).join('、');
  return doubtful.length === 0 ? null : ['has-problem', `${named}有问题的，不能予以备案；请要求补正或者拟审查意见`];
});
const TAKEN_UP = condition<S, null>('责令改正、提请撤销的已经立案监督或者制发监督文书', 'law', ART_22_1, ({ state }) =>
  state.opinion?.result === 'order' && state.takenUpBy.length === 0
    ? ['not-taken-up', '责令改正、提请撤销的问题，应当先登记处理它的监督案件或者监督文书']
    : null,
);
const CONCERNS = condition<S, { readonly matter: string }>(
  '监督案件、监督文书针对同一处罚机关',
  'form',
  ART_22_1,
  ({ state, input, facts }) => {
    const named = facts.matters?.get(input.matter);
    if (named === undefined) return 'unknown';
    if (state.takenUpBy.includes(named.id)) return ['twice', '该事项已经登记'];
    return named.about.includes(state.organId) ? null : ['other-organ', '该事项针对的不是本件的处罚机关'];
  },
);

const partiesNeeded = (s: S | null): readonly Need[] =>
  s === null ? [] : [s.organId, s.reviewerId].flatMap((key) => (key === null ? [] : [{ register: 'organisation', key }]));
const handlersNeeded = (s: S | null): readonly Need[] => [
  ...partiesNeeded(s),
  ...(s?.opinion?.handlerIds ?? []).map((key) => ({ register: 'certificates', key }) as const),
];

const DRAFTING = { by: REVIEW_OFFICE, cite: ART_18, inside: 'issuer', inputGuards: [ANSWER_AHEAD], leadsTo: 'sign' } as const;

/** The reviewing organ's side: form, the four heads, and an opinion where there are problems. */
export const REVIEW: Lifecycle<S, OfReview> = {
  receive: {
    label: '收讫',
    does: 'step',
    from: ['receiving'],
    to: 'examining',
    by: REVIEW_DESK,
    cite: ART_18,
    needs: partiesNeeded,
    issues: (s, _, frame, facts) => receiptIssues(s, frame, facts),
    says: () => '材料齐全，已收讫；等待审查。',
  },
  'ask-correction': {
    label: '要求补正',
    does: 'step',
    from: ['receiving', 'examining'],
    to: 'correcting',
    by: REVIEW_DESK,
    cite: ART_18,
    inputGuards: [DUE_AHEAD],
    needs: partiesNeeded,
    issues: (s, _, frame, facts) => correctionIssues(s, frame, facts),
    aside: true,
    says: (s) => `已要求补正，请处罚机关于${s.corrections.at(-1)?.due ?? ''}前报送。`,
  },
  accept: {
    label: '予以备案',
    does: 'step',
    from: ['examining'],
    to: endOf,
    by: REVIEW_OFFICE,
    cite: ART_18,
    inputGuards: [ALL_SOUND],
    says: (s) => (endOf(s) === 'receipting' ? '予以备案；等待处罚机关登记上一级主管部门的回执。' : '予以备案，本件办结。'),
  },
  'draft-opinion': {
    ...DRAFTING,
    label: '拟审查意见',
    does: 'step',
    from: ['examining'],
    to: 'draft',
    says: () => '审查意见已拟；完成后送审核。',
  },
  revise: { ...DRAFTING, label: '修改意见', does: 'entry', from: ['draft'], to: 'stays', says: () => '审查意见已修改。' },
  'drop-opinion': {
    label: '不再制发意见',
    does: 'step',
    from: ['draft'],
    to: 'examining',
    by: REVIEW_OFFICE,
    inside: 'issuer',
    cite: ART_18,
    aside: true,
    says: () => '不再制发审查意见，回到审查。',
  },
  ...reviewedLetter<S>({
    cite: ART_18,
    at: { draft: 'draft', reviewing: 'reviewing', signing: 'signing', sealing: 'sealing' },
    drafters: REVIEW_OFFICE,
    reviewers: REVIEWERS,
    returners: REVIEWERS,
    leaders: REVIEW_LEADERS,
    signing: {
      needs: handlersNeeded,
      number: (s) => (s?.reviewerId == null ? null : { issuerId: s.reviewerId, series: '备审' }),
      issues: (s, input, frame, facts) => opinionIssues(s, signingWords(input.opinion, input.alone), frame, facts),
    },
  }),
  ...sealing<S>({ cite: ART_18, by: SEALERS, from: ['sealing'], to: 'serving', letterOf: (s) => s.letter, inside: 'issuer', next: '送达' }),
  serve: {
    label: '送达',
    does: 'step',
    from: ['serving'],
    to: 'answering',
    by: REVIEW_DESK,
    cite: ART_18,
    guards: [LETTER.sealed],
    documents: 'served',
    says: () => '审查意见书已送达；等待处罚机关报告纠正情况。',
  },
  answer: {
    label: '报告纠正情况',
    does: 'step',
    // What is found to be missing may be added until the review has looked at it.
    from: ['answering', 'answered'],
    to: 'answered',
    by: [...ORGAN_OFFICE, ...ORGAN_LEADERS],
    cite: ART_18,
    says: () => '纠正情况已报告；等待审查机关核查。',
  },
  'return-answer': {
    label: '退回重报',
    does: 'step',
    from: ['answered'],
    to: 'answering',
    by: REVIEW_OFFICE,
    cite: ART_18,
    aside: true,
    says: () => '已退回，请处罚机关重新报告纠正情况。',
  },
  'take-up': {
    label: '登记监督处理',
    does: 'entry',
    from: ['answering', 'answered'],
    to: 'stays',
    // The platform tells it of a case that was opened from this filing.
    by: [...REVIEW_OFFICE, { as: 'system' }],
    cite: ART_22_1,
    inputGuards: [CONCERNS],
    links: (input) => [{ to: input.matter, as: 'same-subject' }],
    aside: true,
    says: () => '已登记处理本件问题的监督案件、监督文书。',
  },
  conclude: {
    label: '核查办结',
    does: 'step',
    from: ['answered'],
    to: endOf,
    by: REVIEW_OFFICE,
    cite: ART_8_3,
    guards: [TAKEN_UP],
    says: () => '纠正情况已核查。',
  },
};

function opinionOf({ result, problems, requirement, answerBy, handlers, contact }: OpinionInput): Opinion {
  return { result, problems, requirement, answerBy, handlerIds: handlers ?? [], contact };
}

const ended = (s: S, on: LocalDate): S => (endOf(s) === 'receipting' ? s : { ...s, endedOn: on });

export const REVIEW_FOLDS: Folds<S, OfReview> = {
  receive: (s, _, frame) => ({ ...s, receivedOn: frame.legalDate }),
  'ask-correction': (s, { words, due }) => ({ ...s, corrections: [...s.corrections, { words, due, doneOn: null }] }),
  accept: (s, _, frame) => ended(s, frame.legalDate),
  'draft-opinion': (s, input, frame) => ({ ...s, opinion: opinionOf(input), drafters: [personOf(frame.actor)] }),
  revise: (s, input, frame) => ({ ...s, opinion: opinionOf(input), drafters: joinedBy(s.drafters, frame.actor) }),
  'drop-opinion': (s) => ({ ...s, opinion: null, drafters: [] }),
  ...reviewedLetterFolds<S>(() => 'DOC-28-审查意见书'),
  ...sealingFolds<S>(),
  serve: (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, servedOn: frame.legalDate } }),
  answer: (s, input) => ({ ...s, answer: input.words }),
  'return-answer': (s) => s,
  'take-up': (s, input) => ({ ...s, takenUpBy: [...s.takenUpBy, input.matter] }),
  conclude: (s, _, frame) => ended(s, frame.legalDate),
};
