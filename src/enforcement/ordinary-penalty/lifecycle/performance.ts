import {
  type Folds,
  type GuardCase,
  type InputOf,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  lastDay,
  type Stop,
  yuan,
} from '#law';
import { deferralIssues } from '../documents/execution.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_66, ART_67, ART_69, ART_72 } from './articles.ts';
import { form, law } from './conditions.ts';
import { type Owed, owedOn, payBy } from './money.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { pay, defer, 'record-performance': recordPerformance, 'complete-performance': completePerformance } = FORMS;
const PERFORMANCE_FORMS = {
  pay,
  defer,
  'record-performance': recordPerformance,
  'complete-performance': completePerformance,
};
type PerformanceForms = typeof PERFORMANCE_FORMS;
type Paid = InputOf<PerformanceForms['pay']>;

type Counting = Pick<GuardCase<S, unknown>, 'state' | 'profile' | 'calendar'>;

/** The last day to pay as the law counts it (67), before any deferral; 'unknown' while the calendar does not reach it. */
export function countedLastDay({ state, profile, calendar }: Counting): LocalDate | null | 'unknown' {
  const receivedOn = state.decision?.receivedOn ?? null;
  if (receivedOn === null) return null;
  return lastDay('law.fine-payment', receivedOn, { profile, ...(calendar === undefined ? {} : { calendar }) });
}

/** The last day on which the party may still pay without being late: the deferral's where there is one. */
export function lastDayToPay(c: Counting): LocalDate | null | 'unknown' {
  const counted = countedLastDay(c);
  if (counted === 'unknown') return c.state.deferrals.at(-1)?.until ?? 'unknown';
  return counted === null ? null : payBy(c.state, counted);
}

/** What is owed on the day of the act; 'unknown' where the page cannot count. */
export function owedNow(c: Counting & Pick<GuardCase<S, unknown>, 'legalDate'>): Owed | 'unknown' {
  const counted = countedLastDay(c);
  return counted === 'unknown' ? 'unknown' : owedOn(c.state, counted, c.legalDate, c.profile);
}

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
/** 加处罚款 never exceeds the fine: nothing more than is owed can be taken. */
const NOT_TOO_MUCH = law<Paid>('收缴不超过应缴数额', ART_72, (c): Stop => {
  const owed = owedNow(c);
  if (owed === 'unknown') return 'unknown';
  const { leftFen } = owed;
  return c.input.amount <= leftFen ? null : ['too-much', `至${c.legalDate}尚应缴纳${yuan(leftFen)}，不得多收`];
});
/** A deferral lengthens the fifteen days (67), it never shortens them. */
const LATER = form<InputOf<PerformanceForms['defer']>>('延期后的日期在办理日期、原期限之后', ART_66, (c): Stop => {
  if (c.input.until <= c.legalDate) return ['until-past', '最后缴纳日期应当晚于办理日期'];
  const last = lastDayToPay(c);
  if (last === 'unknown') return 'unknown';
  return last === null || c.input.until > last ? null : ['until-before', `缴款期限原至${last}，延期、分期的最后缴纳日期应当晚于该日`];
});
const NOTHING_LEFT = law<null>('罚款、加处罚款和没收违法所得均已缴清', ART_67, (c): Stop => {
  const owed = owedNow(c);
  if (owed === 'unknown') return 'unknown';
  const { leftFen } = owed;
  return leftFen === 0 ? null : ['unpaid', `尚有${yuan(leftFen)}没有缴纳`];
});
const DONE_OTHERWISE = law<null>('罚款以外的处罚已经执行', ART_66, ({ state }) => {
  const kinds = state.decision?.penalty?.kinds ?? [];
  const others = kinds.filter((kind) => !['CF01', 'CF02', 'CF03', 'CF04'].includes(kind));
  return others.length === 0 || state.performedOtherwise !== null
    ? null
    : ['not-performed', '没收物品、停产停业、证照处罚等的执行情况还没有登记'];
});

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
const OWING = ['performing', 'urged', 'court'] as const;

export const PERFORMANCE: Lifecycle<S, PerformanceForms> = {
  pay: {
    ...office(HANDLERS, ART_67),
    ...ENTRY,
    from: OWING,
    label: '登记缴款',
    inputGuards: [SEPARATE, NOT_TOO_MUCH],
    says: (s) => `已登记缴款${yuan(s.payments.at(-1)?.fen ?? 0)}。`,
  },
  defer: {
    ...office(LEADERS, ART_66),
    ...ENTRY,
    from: ['performing', 'urged'],
    label: '批准延期、分期缴纳',
    aside: true,
    inputGuards: [LATER],
    issues: (s, input, frame, facts) => deferralIssues(s, input, frame, facts),
    says: (s) => `已批准延期、分期缴纳，至${s.deferrals.at(-1)?.until ?? ''}。`,
  },
  'record-performance': {
    ...office(HANDLERS, ART_66),
    ...ENTRY,
    from: OWING,
    label: '登记其他处罚的执行',
    says: () => '执行情况已登记。',
  },
  'complete-performance': {
    ...office(HANDLERS, ART_66, [NOTHING_LEFT, DONE_OTHERWISE]),
    does: 'step',
    from: OWING,
    to: 'ended',
    label: '履行完毕',
    says: () => '处罚决定已履行完毕；办理公示后结案。',
  },
};

export const PERFORMANCE_FOLDS: Folds<S, PerformanceForms> = {
  pay: (s, { amount, channel, receipt }, frame) => ({
    ...s,
    payments: [...s.payments, { on: frame.legalDate, fen: amount, channel, receipt }],
  }),
  defer: (s, { until, plan }, frame) => ({ ...s, deferrals: [...s.deferrals, { on: frame.legalDate, until, plan }] }),
  'record-performance': (s, input) => ({ ...s, performedOtherwise: input.content }),
  'complete-performance': (s, _, frame) => ({ ...s, ending: 'performed', endedOn: frame.legalDate }),
};
