import {
  allBanked,
  endingGuards,
  endingIssues,
  endingWords,
  type Folds,
  type InputOf,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  landedBetween,
  notBefore,
  nothingLeft,
  owedNow,
  receiptOnce,
  type Stop,
  withoutReminder,
  yuan,
} from '#law';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_66, ART_67, ART_69, ART_72, COERCION_40 } from './articles.ts';
import { law } from './conditions.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { receiptsOf } from './money-line.ts';
import { unsent } from './unsigned.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { pay, 'record-performance': recordPerformance, 'complete-performance': completePerformance, 'end-execution': endExecution } = FORMS;
const PERFORMANCE_FORMS = {
  pay,
  'record-performance': recordPerformance,
  'complete-performance': completePerformance,
  'end-execution': endExecution,
};
type PerformanceForms = typeof PERFORMANCE_FORMS;
type Paid = InputOf<PerformanceForms['pay']>;

/** E04, 67: whoever decides does not collect. 68 lets it be done after a decision made on the spot (51) alone; after one of 57 only 69 does. */
const SEPARATE = law<Paid>(
  '当场收缴只限于法定情形',
  ART_69,
  ({ input }): Stop =>
    input.channel !== 'on-spot' || input.onSpot === 'remote'
      ? null
      : [
          'on-spot',
          '普通程序决定的罚款，只有在边远、水上、交通不便地区，当事人缴纳确有困难并经其提出的，才可以当场收缴；第六十八条的情形只适用于当场作出的处罚决定',
        ],
);
/** E04, 67: nor does the money go into an account of whoever decides. */
const NOT_ONE_S_OWN = law<Paid>(
  '罚款不缴入作出决定的机关的账户',
  ART_67,
  ({ input }): Stop =>
    input.channel === 'own-account'
      ? ['own-account', '作出罚款决定的行政机关不得自行收缴；罚款缴至指定的银行、电子支付系统，上缴国库']
      : null,
);
/** 加处罚款 never exceeds the fine: nothing more than is owed can be taken. */
const NOT_TOO_MUCH = law<Paid>('收缴不超过应缴数额', ART_72, (c): Stop => {
  const owed = owedNow(EXECUTING_ROOM, c);
  if (owed === 'unknown') return 'unknown';
  const { leftFen } = owed;
  return c.input.amount <= leftFen ? null : ['too-much', `至${c.legalDate}尚应缴纳${yuan(leftFen)}，不得多收`];
});
const LANDED = landedBetween<S, Paid>();
const DONE_OTHERWISE = law<null>('罚款以外的处罚已经执行', ART_66, ({ state }) =>
  EXECUTING_ROOM.isOtherwiseOpen(state) ? ['not-performed', '没收物品、停产停业、证照处罚等的执行情况还没有登记'] : null,
);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
/** The first decision of the case: what was paid on one that was revoked may be told under the next. */
const decidedOn = (s: S): LocalDate | null => s.rounds[0]?.decision.on ?? s.decision?.on ?? null;
const OWING = ['performing', 'urged', 'court'] as const;

export const PERFORMANCE: Lifecycle<S, PerformanceForms> = {
  pay: {
    ...office(HANDLERS, ART_67),
    ...ENTRY,
    from: OWING,
    label: '登记缴款',
    inputGuards: [SEPARATE, NOT_ONE_S_OWN, NOT_TOO_MUCH, LANDED, receiptOnce(receiptsOf), notBefore('处罚决定', ART_67, decidedOn)],
    says: (s) =>
      `已登记缴款${yuan(s.payments.at(-1)?.fen ?? 0)}。${s.payments.at(-1)?.channel === 'on-spot' ? '二日内交至本机关，本机关二日内缴付指定银行。' : ''}`,
  },
  'record-performance': {
    ...office(HANDLERS, ART_66),
    ...ENTRY,
    from: OWING,
    label: '登记其他处罚的执行',
    inputGuards: [notBefore('处罚决定', ART_66, decidedOn)],
    says: () => '执行情况已登记。',
  },
  'complete-performance': {
    ...office(HANDLERS, ART_66, [nothingLeft(EXECUTING_ROOM), DONE_OTHERWISE, allBanked(EXECUTING_ROOM)]),
    does: 'step',
    from: OWING,
    to: 'ended',
    label: '履行完毕',
    says: () => '处罚决定已履行完毕；办理公示后结案。',
  },
  'end-execution': {
    ...office(LEADERS, COERCION_40),
    does: 'step',
    label: '终结执行',
    from: OWING,
    to: 'ended',
    aside: true,
    inputGuards: endingGuards(EXECUTING_ROOM),
    issues: (s, input, frame, facts) => endingIssues(EXECUTING_ROOM, s, input, frame, facts),
    says: () => '已终结执行；等待结案。',
  },
};

/** 强制法 40(1), 40(2). */
const PARTY_GONE: readonly InputOf<PerformanceForms['end-execution']>['cause'][] = ['no-estate', 'no-successor'];

export const PERFORMANCE_FOLDS: Folds<S, PerformanceForms> = {
  pay: (s, { amount, channel, receipt, landedOn }, frame) => {
    // Payments told in the first payloads have no day of landing.
    const taken = channel === 'on-spot' ? { landedOn: landedOn ?? null, handedInOn: null, bankedOn: null } : {};
    return { ...s, payments: [...s.payments, { on: frame.legalDate, fen: amount, channel, receipt, ...taken }] };
  },
  'record-performance': (s, input) => ({ ...s, performedOtherwise: input.content }),
  'complete-performance': (s, _, frame) => ({ ...withoutReminder(s), ending: 'performed', endedOn: frame.legalDate }),
  'end-execution': (s, input, frame) => ({
    ...unsent(s, PARTY_GONE.includes(input.cause)),
    ending: 'terminated',
    endedOn: frame.legalDate,
    endReason: endingWords(input),
  }),
};
