import { countsOnUnpaid, type Folds, type Guard, type InputOf, type Lifecycle, lastDay, surchargeStops, surchargeUpTo, yuan } from '#law';
import type { Forms } from '../forms.ts';
import { fineOf, isSettled, next, paidFen, type SummaryPenalty, surchargePaidFen } from '../model.ts';
import { ART_52_REPORT, ART_66, ART_67, ART_68, ART_69, ART_70, ART_71, ART_72 } from './articles.ts';
import { form, law } from './conditions.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;
type Collecting = InputOf<Forms['collect']>;
type Paying = InputOf<Forms['pay']>;
export type Money = Pick<Forms, 'report' | 'collect' | 'hand-in' | 'bank' | 'pay' | 'end'>;

/** 依法给予一百元以下罚款 (68(1)), in fen. */
const SMALL = 10_000;

const OWED = form<null>('还有罚款没有缴清', ART_66, ({ state }) =>
  paidFen(state) < fineOf(state) && state.ended === null ? null : ['nothing-owed', '没有尚未缴纳的罚款'],
);

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

/** 72(1): three per cent a day from the day after the last day, never more than the fine. */
const SURCHARGE_FITS: Guard<S, Paying> = law(
  '加处罚款不超过罚款数额，且在缴款期限届满以后',
  ART_72,
  ({ state, input, legalDate, ...counted }) => {
    const added = (input.surcharge ?? 0) + surchargePaidFen(state);
    if (added === 0) return null;
    if (added > fineOf(state)) return ['surcharge-cap', `加处罚款${yuan(added)}，超过罚款数额${yuan(fineOf(state))}`];
    const from = state.delivery?.on ?? null;
    const last = from === null ? null : lastDay('law.fine-payment', from, counted);
    if (last === null) return null;
    if (last === 'unknown') return 'unknown';
    if (legalDate <= last) return ['surcharge-early', `缴款期限${last}届满，届满以前不得加处罚款`];
    const { payments } = state;
    const onUnpaid = countsOnUnpaid(counted.profile, last);
    const most = surchargeUpTo(
      { fineFen: fineOf(state), payments, lastDay: last, deferrals: [], stops: surchargeStops(state), onUnpaid },
      legalDate,
    );
    return added <= most
      ? null
      : ['surcharge-rate', `缴款期限${last}届满，至今每日百分之三的加处罚款累计${yuan(most)}，所填合计${yuan(added)}，超过该数额`];
  },
);

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
    inputGuards: [WHOLE_FINE, MAY_COLLECT, GROUND_TOLD, RECEIPT_GIVEN],
    says: () => '已收缴；自收缴之日起二日内交至本机关，本机关二日内缴付指定银行。',
  },
  'hand-in': {
    ...office(HANDLERS, ART_71, [
      form('有当场收缴、尚未交至机关的罚款', ART_71, ({ state }) =>
        state.collection !== null && state.collection.handedInOn === null
          ? null
          : ['nothing-collected', '没有当场收缴、尚未交至机关的罚款'],
      ),
    ]),
    label: '交至本机关',
    does: 'entry',
    from: ['delivered', 'recorded', 'remaking'],
    to: next,
    says: () => '已交至本机关；二日内缴付指定银行。',
  },
  bank: {
    ...office(HANDLERS, ART_71, [
      form('罚款已经交至机关、尚未缴付银行', ART_71, ({ state }) =>
        state.collection?.handedInOn != null && state.collection.bankedOn === null
          ? null
          : ['nothing-handed-in', '没有已经交至机关、尚未缴付银行的罚款'],
      ),
    ]),
    label: '缴付指定银行',
    does: 'entry',
    from: ['delivered', 'recorded', 'remaking'],
    to: next,
    says: () => '罚款已缴付指定银行。',
  },
  pay: {
    ...office(HANDLERS, ART_67, [OWED]),
    label: '登记缴款',
    does: 'entry',
    from: ['delivered', 'recorded'],
    to: next,
    inputGuards: [NOT_TOO_MUCH, SURCHARGE_FITS],
    says: (s) => (isSettled(s) ? '罚款已缴清。' : `已登记；尚欠${yuan(fineOf(s) - paidFen(s))}。`),
  },
  end: {
    ...office(LEADERS, ART_66, [OWED]),
    label: '不再执行',
    does: 'step',
    from: ['recorded'],
    to: 'settled',
    aside: true,
    says: () => '已记明不再执行的理由；待结案。',
  },
};

export const MONEY_FOLDS: Folds<S, Money> = {
  report: (s, _, frame) => ({ ...s, reportedOn: frame.legalDate }),
  collect: (s, { fine, ground, receipt }, frame) => ({
    ...s,
    collection: { on: frame.legalDate, fen: fine, ground, receipt, handedInOn: null, bankedOn: null },
  }),
  'hand-in': (s, _, frame) => (s.collection === null ? s : { ...s, collection: { ...s.collection, handedInOn: frame.legalDate } }),
  bank: (s, _, frame) => (s.collection === null ? s : { ...s, collection: { ...s.collection, bankedOn: frame.legalDate } }),
  pay: (s, { fine, surcharge, receipt }, frame) => ({
    ...s,
    payments: [...s.payments, { on: frame.legalDate, fen: fine, surchargeFen: surcharge ?? 0, receipt }],
  }),
  end: (s, input, frame) => ({ ...s, ended: { on: frame.legalDate, reason: input.reason } }),
};
