import {
  allBanked,
  countedLastDay,
  endingGuards,
  endingIssues,
  endingWords,
  type Folds,
  type Guard,
  type InputOf,
  type Lifecycle,
  landedBetween,
  noLetterInHand,
  notBefore,
  nothingLeft,
  owedNow,
  receiptOnce,
  yuan,
} from '#law';
import type { Forms } from '../forms.ts';
import { fineOf, isPaidUp, isSettled, next, paidFen, receiptsOf, type SummaryPenalty, surchargePaidFen } from '../model.ts';
import { ART_52_REPORT, ART_66, ART_67, ART_68, ART_69, ART_70, ART_72, COERCION_40 } from './articles.ts';
import { form, law } from './conditions.ts';
import { EXECUTING_ROOM, settledQuietly } from './execution.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;
type Collecting = InputOf<Forms['collect']>;
type Paying = InputOf<Forms['pay']>;
export type Money = Pick<Forms, 'report' | 'collect' | 'pay' | 'complete-performance' | 'end'>;

/** 依法给予一百元以下罚款 (68(1)), in fen. */
const SMALL = 10_000;

const OWED = form<null>('还有罚款没有缴清', ART_66, ({ state }) =>
  paidFen(state) < fineOf(state) && state.ended === null ? null : ['nothing-owed', '没有尚未缴纳的罚款'],
);

/** The fine, or what was added to it since, is still to come in, or to be looked at. */
const NOT_SETTLED = form<null>('罚款、加处罚款还没有全部办结', ART_66, ({ state }) =>
  state.ended === null && state.collection === null && !isSettled(state) ? null : ['nothing-owed', '没有尚未缴纳的罚款、加处罚款'],
);
const NO_LETTER_IN_HAND = noLetterInHand<S>();
const LANDED = landedBetween<S, Collecting>();

const WHOLE_FINE: Guard<S, Collecting> = form('当场收缴的是决定书上的罚款', ART_68, ({ state, input }) =>
  input.fine === fineOf(state) - paidFen(state) ? null : ['other-sum', `应当收缴${yuan(fineOf(state) - paidFen(state))}，与所填不一致`],
);

/** 67: whoever fines does not collect, but in the cases of 68 and 69. */
const MAY_COLLECT: Guard<S, Collecting> = law('属于可以当场收缴的情形', ART_68, ({ state, input }) => {
  if (input.ground === 'at-most-100')
    return fineOf(state) <= SMALL ? null : ['over-100', `罚款${yuan(fineOf(state))}，超过一百元，不能以此为由当场收缴`];
  return null;
});

const GROUND_TOLD: Guard<S, Collecting> = law('写明当场收缴的具体情况', ART_69, ({ input }) =>
  input.ground === 'at-most-100' || input.reason !== null
    ? null
    : ['no-ground', input.ground === 'remote' ? '当事人提出的，应当记明当事人如何提出' : '应当写明不当场收缴事后难以执行的理由'],
);

const RECEIPT_GIVEN: Guard<S, Collecting> = law('出具财政部门统一制发的专用票据', ART_70, ({ input }) =>
  input.given ? null : ['no-receipt', '当场收缴罚款的，必须向当事人出具财政部门统一制发的专用票据；不出具的，当事人有权拒绝缴纳'],
);

const NOT_TOO_MUCH: Guard<S, Paying> = form('缴纳数额不超过尚欠的罚款', ART_67, ({ state, input }) =>
  input.fine <= fineOf(state) - paidFen(state) ? null : ['too-much', `尚欠${yuan(fineOf(state) - paidFen(state))}，所填超过尚欠数额`],
);
const NOT_BEFORE_DECISION = notBefore<S, never>('处罚决定', ART_67, (s) => s.decision?.on ?? null);
const SOMETHING: Guard<S, Paying> = form('有缴纳的数额', ART_67, ({ input }) =>
  input.fine + (input.surcharge ?? 0) > 0 ? null : ['nothing-paid', '罚款、加处罚款至少填写一项数额'],
);

/** 72(1): three per cent a day from the day after the last day, never more than the fine. */
const SURCHARGE_FITS: Guard<S, Paying> = law('加处罚款不超过罚款数额，且在缴款期限届满以后', ART_72, (c) => {
  const { state, input, legalDate } = c;
  const added = (input.surcharge ?? 0) + surchargePaidFen(state);
  if (added === 0) return null;
  if (added > fineOf(state)) return ['surcharge-cap', `加处罚款${yuan(added)}，超过罚款数额${yuan(fineOf(state))}`];
  const last = countedLastDay(EXECUTING_ROOM, c);
  const owed = owedNow(EXECUTING_ROOM, c);
  if (last === 'unknown' || owed === 'unknown') return 'unknown';
  if (last !== null && legalDate <= last) return ['surcharge-early', `缴款期限${last}届满，届满以前不得加处罚款`];
  return added <= owed.surchargeFen
    ? null
    : [
        'surcharge-rate',
        `缴款期限${last}届满，至今每日百分之三的加处罚款累计${yuan(owed.surchargeFen)}，所填合计${yuan(added)}，超过该数额`,
      ];
});

const OWING = ['recorded', 'urged', 'court'] as const;

export const MONEY: Lifecycle<S, Money> = {
  report: {
    ...office(HANDLERS, ART_52_REPORT),
    label: '报本机关备案',
    does: 'step',
    from: ['delivered'],
    to: next,
    says: (s) => (isSettled(s) ? '已报备；请负责人结案。' : '已报备；等待缴纳罚款。'),
  },
  collect: {
    ...office(HANDLERS, ART_68, [OWED]),
    label: '当场收缴罚款',
    does: 'entry',
    from: ['delivered', 'recorded'],
    to: next,
    aside: true,
    inputGuards: [WHOLE_FINE, MAY_COLLECT, GROUND_TOLD, RECEIPT_GIVEN, LANDED, NOT_BEFORE_DECISION],
    says: () => '已收缴；自收缴之日起二日内交至本机关，本机关二日内缴付指定银行。',
  },
  pay: {
    ...office(HANDLERS, ART_67, [NOT_SETTLED]),
    label: '登记缴款',
    does: 'entry',
    from: ['delivered', ...OWING],
    to: next,
    inputGuards: [SOMETHING, NOT_TOO_MUCH, SURCHARGE_FITS, receiptOnce(receiptsOf), NOT_BEFORE_DECISION],
    says: (s) => {
      if (isSettled(s)) return '罚款已缴清。';
      return isPaidUp(s)
        ? '罚款已缴清；逾期缴纳的，加处罚款缴清、减免后登记履行完毕。'
        : `已登记；尚欠罚款${yuan(fineOf(s) - paidFen(s))}。`;
    },
  },
  'complete-performance': {
    ...office(HANDLERS, ART_66, [NOT_SETTLED, nothingLeft(EXECUTING_ROOM), allBanked(EXECUTING_ROOM)]),
    label: '履行完毕',
    does: 'step',
    from: ['delivered', ...OWING],
    to: next,
    says: (s) => (s.reportedOn === null ? '罚款和加处罚款已缴清；请报本机关备案。' : '罚款和加处罚款已缴清；待结案。'),
  },
  end: {
    ...office(LEADERS, COERCION_40, [NOT_SETTLED, NO_LETTER_IN_HAND]),
    label: '终结执行',
    does: 'step',
    from: OWING,
    to: 'settled',
    aside: true,
    inputGuards: endingGuards(EXECUTING_ROOM),
    issues: (s, input, frame, facts) => endingIssues(EXECUTING_ROOM, s, input, frame, facts),
    says: () => '已终结执行；待结案。',
  },
};

export const MONEY_FOLDS: Folds<S, Money> = {
  report: (s, _, frame) => ({ ...s, reportedOn: frame.legalDate }),
  collect: (s, { fine, ground, receipt, landedOn }, frame) => ({
    ...s,
    // Told in the first payloads without a day of landing.
    collection: { on: frame.legalDate, fen: fine, ground, receipt, landedOn: landedOn ?? null, handedInOn: null, bankedOn: null },
  }),
  pay: (s, { fine, surcharge, receipt }, frame) =>
    settledQuietly({ ...s, payments: [...s.payments, { on: frame.legalDate, fen: fine, surchargeFen: surcharge ?? 0, receipt }] }),
  'complete-performance': (s, _, frame) => settledQuietly({ ...s, completedOn: frame.legalDate }),
  end: (s, input, frame) => ({ ...s, ended: { on: frame.legalDate, reason: endingWords(input) } }),
};
