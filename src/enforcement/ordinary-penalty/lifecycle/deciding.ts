import {
  besideTold,
  CITATIONS_STAND,
  EDUCATED_FOR,
  type Folds,
  type InputOf,
  type Lifecycle,
  type LifecycleRow,
  notBefore,
  personOf,
  redone,
  weighsMore,
} from '#law';
import { deadlineAhead, withOrder } from '#law/correcting/index';
import { approvalIssues } from '../documents/approval.ts';
import { discussionIssues } from '../documents/deciding.ts';
import { decisionIssues, noPenaltyIssues } from '../documents/letters.ts';
import { FORMS } from '../forms.ts';
import { noticeOf, type OrdinaryPenalty, reportOf } from '../model.ts';
import { ART_28, ART_30, ART_33, ART_36, ART_44, ART_57, ART_58, ART_59, ART_62, ART_74 } from './articles.ts';
import {
  DECIDER_APART,
  form,
  handlersNeeded,
  law,
  NO_LETTER_IN_HAND,
  QUALIFIED_ORGAN,
  RECUSALS_DECIDED,
  TWO_STAND_AT_DECISION,
} from './conditions.ts';
import { FIRST, firstNeeds } from './first-time.ts';
import { CRIME_DECIDED } from './leaving.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { PERIODS_OVER, RECHECKED } from './notice.ts';
import { penaltyFits, penaltyOf, saysOneFine, termsFit, thingsNamed } from './penalty-input.ts';
import { NOT_THE_SAME_AGAIN } from './remaking.ts';
import { awaitsReview, needsDiscussion } from './thresholds.ts';
import { barredWithoutProof, harmOf, isHarmProven, timeBarStop } from './time-bar.ts';
import { DECIDED_AS_WEIGHED, DECIDED_MITIGATION_PROVEN, DEVIATION_DISCUSSED, decidedWeighing, weighingNeeds } from './weighing.ts';
import { LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { discuss, decide, 'decide-none': decideNone } = FORMS;
const DECIDING_FORMS = { discuss, decide, 'decide-none': decideNone };
type DecidingForms = typeof DECIDING_FORMS;
type Decide = InputOf<DecidingForms['decide']>;
type DecideNone = InputOf<DecidingForms['decide-none']>;

/** D01, 58: the review is not to be skipped. */
const REVIEWED = law<null>('应当法制审核的已经审核通过', ART_58, ({ state }) =>
  awaitsReview(state) ? ['not-reviewed', '本案属于应当进行法制审核的情形，未经法制审核或者审核未通过的，不得作出决定'] : null,
);
/** N03. */
const NOT_HEAVIER = law<Decide>('处罚不重于事先告知', ART_44, ({ state, input }) => {
  const [told, penalty] = [noticeOf(state)?.penalty ?? null, penaltyOf(input)];
  if (told === null) return ['not-told', '没有按现在的调查结论告知当事人'];
  return penalty !== null && weighsMore(penalty, told)
    ? [
        'heavier',
        `${besideTold(told, penalty, '决定')}：处罚的种类、数额或者证照、期限、财物超出事先告知的范围；事实、理由有变化的，补充调查后重新告知`,
      ]
    : null;
});
/** F01, of the decision itself: the law in its name, the harm by the evidence of the report. */
const IN_TIME = law<null>('违法行为在追责时效内', ART_36, (c) => {
  const report = reportOf(c.state);
  return report === null ? null : barredWithoutProof(c, report.basis, isHarmProven(c.state));
});
/** D02. */
const DISCUSSED = law<Decide>('情节复杂或者重大的经负责人集体讨论', ART_57, ({ state, input, profile, legalDate }) => {
  const penalty = penaltyOf(input);
  const isDone = state.discussions.some((d) => d.reportNo === state.reports.length);
  if (penalty === null || isDone || !needsDiscussion(state, penalty, profile, legalDate)) return null;
  return ['not-discussed', '情节复杂或者重大违法行为给予行政处罚的，应当由本机关负责人集体讨论决定'];
});
/** D06, 28. */
const CORRECTED = law<Decide>('责令改正，或者写明无需责令的情况', ART_28, ({ input }) =>
  input.correction.length >= 4
    ? null
    : ['no-correction', '实施行政处罚时应当责令当事人改正违法行为；写明责令改正的要求，或者已经改正、无需改正的情况'],
);
/** 28: whether anything is ordered is said apart from the words: what is ordered is checked. */
const SAYS_WHETHER = form<Decide>('写明是否责令改正', ART_28, ({ input, reported }) =>
  reported === true || input.ordered !== null ? null : ['no-order', '请选定是责令当事人改正，还是已经改正、无需改正'],
);
/** 59(4): money without a place to pay it cannot be performed. */
const PAYABLE = law<Decide>('写明罚款、没收违法所得的缴纳方式', ART_59, ({ input }) =>
  (input.fine !== null || input.income !== null) && input.payTo === null
    ? ['no-account', '决定书应当写明罚款、没收违法所得的履行方式，请填写指定银行、电子支付系统']
    : null,
);

/** D10, 33¶3. */
const EDUCATED = law<DecideNone>('不予处罚的对当事人进行教育', ART_33, ({ input }) =>
  EDUCATED_FOR.includes(input.reason) && input.education === null
    ? ['not-educated', '依照第三十三条不予行政处罚的，应当对当事人进行教育，请填写教育记录']
    : null,
);
const REASON_FITS = form<DecideNone>('不予处罚的情形与责任能力相符', ART_30, ({ state, input }) => {
  const capacity = reportOf(state)?.capacity ?? null;
  if (capacity === null || (input.reason !== 'child' && input.reason !== 'incapable')) return null;
  return capacity === 'none' ? null : ['capacity', '调查终结报告没有认定当事人不满十四周岁或者不能辨认、控制自己行为'];
});

/** 36: whoever lets go because it is too late shows that it is; a bar that cannot be reckoned is left to the leader. */
const BARRED = law<DecideNone>('以超过追责时效不予处罚的，已经超过', ART_36, (c) => {
  if (c.input.reason !== 'barred') return null;
  const stop = timeBarStop(c, reportOf(c.state)?.basis ?? c.state.basis ?? '', harmOf(c.state));
  if (stop !== null) return stop === 'unknown' || stop[0] !== 'no-basis' ? null : stop;
  const ended = c.state.actEndedOn === null ? '尚在连续或者继续' : `${c.state.actEndedOn}终了`;
  return ['not-barred', `违法行为${ended}，${c.state.discoveredOn}发现，没有超过追责时效`];
});

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const DECIDING: Lifecycle<S, DecidingForms> = {
  discuss: {
    ...office(LEADERS, ART_57),
    does: 'entry',
    label: '集体讨论',
    from: ['deliberating'],
    to: 'stays',
    inputGuards: [notBefore('调查终结报告', ART_57, (s: S) => reportOf(s)?.on ?? null)],
    issues: (s, input, frame, facts) => discussionIssues(s, input, frame, facts),
    says: () => '集体讨论笔录已登记。',
  },
  decide: {
    ...STEP,
    ...office(LEADERS, ART_57, [
      NO_LETTER_IN_HAND,
      REVIEWED,
      RECHECKED,
      { ...PERIODS_OVER, cite: ART_62 },
      RECUSALS_DECIDED,
      DECIDER_APART,
      CITATIONS_STAND,
      TWO_STAND_AT_DECISION,
      IN_TIME,
      CRIME_DECIDED,
    ]),
    label: '作出处罚决定',
    from: ['deliberating'],
    to: 'decided',
    inputGuards: [
      QUALIFIED_ORGAN,
      penaltyFits(ART_59, () => true),
      saysOneFine(ART_59),
      termsFit(ART_59),
      thingsNamed(ART_74),
      NOT_HEAVIER,
      NOT_THE_SAME_AGAIN,
      ...DECIDED_AS_WEIGHED,
      DECIDED_MITIGATION_PROVEN,
      DEVIATION_DISCUSSED,
      DISCUSSED,
      CORRECTED,
      SAYS_WHETHER,
      deadlineAhead((i) => i.correctBy),
      PAYABLE,
      ownNumber(ART_59),
    ],
    stepUp: true,
    needs: (s) => [...handlersNeeded(s), ...weighingNeeds(s)],
    checksCitations: true,
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.decision, input)),
    issues: (s, input, frame, facts) => [...approvalIssues(s, input.reasons, frame, facts), ...decisionIssues(s, input, frame, facts)],
    says: (s) => `${s.letters.at(-1)?.number ?? ''}处罚决定书已签发；用印后七个工作日内送达。`,
  },
  'decide-none': {
    ...STEP,
    ...office(LEADERS, ART_57, [NO_LETTER_IN_HAND, REVIEWED, RECUSALS_DECIDED, DECIDER_APART, TWO_STAND_AT_DECISION, CRIME_DECIDED]),
    label: '决定不予处罚',
    from: ['concluded', 'deliberating'],
    to: 'decided',
    aside: true,
    inputGuards: [QUALIFIED_ORGAN, EDUCATED, REASON_FITS, BARRED, FIRST, ownNumber(ART_57)],
    stepUp: true,
    needs: (s, input) => [...handlersNeeded(s), ...firstNeeds(s, input)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES['no-penalty'], input)),
    issues: (s, input, frame, facts) => [...approvalIssues(s, input.words, frame, facts), ...noPenaltyIssues(s, input, frame, facts)],
    says: (s) => `${s.letters.at(-1)?.number ?? ''}不予行政处罚决定书已签发；用印、送达。`,
  },
};

/** What the decision orders is checked like every order. */
function ordering(s: S, { ordered, correction, correctBy }: Decide): S {
  if (ordered !== 'ordered') return s;
  return withOrder(s, { letterNo: s.letters.length + 1, by: correctBy ?? null, content: correction, ofDecision: true });
}

export const DECIDING_FOLDS: Folds<S, DecidingForms> = {
  discuss: (s, { members, conclusion }, frame) => ({
    ...s,
    discussions: [...s.discussions, { reportNo: s.reports.length, on: frame.legalDate, members, conclusion }],
  }),
  decide: (s, input, frame) => ({
    ...withLetter(ordering(s, input), 'decision', input, frame),
    redresses: redone(s.redresses, frame.legalDate),
    decision: {
      ...{ letterNo: s.letters.length + 1, on: frame.legalDate, by: personOf(frame.actor), outcome: 'penalty', penalty: penaltyOf(input) },
      weighing: decidedWeighing(input),
      ...{ reason: null, education: null, original: null, receivedOn: null },
    },
  }),
  'decide-none': (s, input, frame) => ({
    ...withLetter(s, 'no-penalty', input, frame),
    redresses: redone(s.redresses, frame.legalDate),
    decision: {
      ...{ letterNo: s.letters.length + 1, on: frame.legalDate, by: personOf(frame.actor), outcome: 'not-punished', penalty: null },
      ...{ reason: input.reason, education: input.education, original: null, receivedOn: null },
    },
  }),
};
