import type { Citation } from '../citation.ts';
import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard } from '../matter-kind.ts';
import { occasion } from '../occasion.ts';
import { extentOf, termsLack } from '../penalty-terms.ts';
import { weighsMore } from '../penalty-weight.ts';
import {
  PENALTY_48,
  PENALTY_73,
  RECONSIDERATION_30,
  RECONSIDERATION_39,
  RECONSIDERATION_48,
  RECONSIDERATION_62,
  RECONSIDERATION_63,
  RECONSIDERATION_76,
} from './articles.ts';
import type { DISPUTING_FORMS } from './forms.ts';
import { DISPUTE_LABELS, type Dispute, type Disputed, isStayed, type Redress, type Standing, type Stay, undoingOf } from './model.ts';
import { mustGiveBack, mustWithdraw } from './redressing.ts';
import type { DisputingRoom } from './room.ts';
import { stayingGuards } from './staying.ts';
import { suspensionOf } from './suspending.ts';
import { penaltyWords } from './words.ts';

type In<A extends keyof typeof DISPUTING_FORMS> = InputOf<(typeof DISPUTING_FORMS)[A]>;
export type StandingInput = Pick<In<'dispute-ended'>, 'kinds' | 'fine' | 'income' | 'goods' | 'content'> &
  Partial<Pick<In<'dispute-ended'>, 'terms' | 'things'>>;

/** What was typed as what is left of the penalty; null where no kind was chosen. */
export function standingOf({ kinds, fine, income, goods, content, ...extent }: StandingInput): Standing | null {
  if (kinds === null) return null;
  return { kinds, fineFen: fine, incomeFen: income, goodsFen: goods, content: content ?? '', ...extentOf(extent) };
}

/** Whether a day lies between two others, both counted. */
function between(day: LocalDate | null, from: LocalDate | null, until: LocalDate, name: string): Stop {
  if (day === null) return null;
  if (day > until) return ['day-ahead', `${name}不得晚于登记日期`];
  return from !== null && day < from ? ['day-before', `${name}不得早于${from}`] : null;
}

/** What stands in the way of each act about one dispute, whatever is typed. */
const acceptable = (d: Dispute): Stop => (d.acceptedOn === null ? null : ['accepted', '该项复议、诉讼已经登记受理']);
const answerable = (d: Dispute): Stop => {
  if (d.copyOn === null) return ['no-copy', '还没有登记收到申请书、起诉状副本的日期'];
  return d.answeredOn === null ? null : ['answered', '该项已经答复'];
};
const extendable = (d: Dispute): Stop => {
  if (d.way !== 'reconsideration' || d.acceptedOn === null) return ['not-accepted', '没有受理的行政复议，没有可以延长的期限'];
  if (d.isSimple) return ['is-simple', '适用简易程序的行政复议，三十日内作出决定，不能延长'];
  return d.extended === undefined ? null : ['extended', '该项复议的期限已经登记延长'];
};
const suspendable = (d: Dispute): Stop => {
  if (d.way !== 'reconsideration' || d.acceptedOn === null) return ['not-accepted', '没有受理的行政复议，没有可以中止的审理'];
  return suspensionOf(d) === null ? null : ['suspended', '该项复议已经登记中止，尚未恢复审理'];
};
const resumable = (d: Dispute): Stop => (suspensionOf(d) === null ? ['not-suspended', '该项复议没有中止，或者已经恢复审理'] : null);
const reportable = (d: Dispute): Stop => {
  if (d.opinionOn === null) return ['no-opinion', `第${d.no}项没有收到行政复议意见书`];
  return d.reportedOn === null ? null : ['reported', '纠正情况已经报告'];
};

/** Conditions of the acts about one dispute. */
export function disputeGuards<S extends Disputed>(room: DisputingRoom<S>) {
  const { form } = conditionsOf<S>();
  const open = (s: S, no: number): Dispute | undefined => s.disputes.find((d) => d.no === no && d.until === null);
  /** Open while one of the disputes that go on lets it. */
  const due = (name: string, cite: Citation, lets: (d: Dispute) => Stop): Guard<S, null> =>
    occasion<S, Dispute>({
      ...{ name, cite, lets, none: ['no-dispute', '没有尚未结束的复议、诉讼'] },
      several: (s) => s.disputes.filter((d) => d.until === null),
    });
  const missing = (no: number): Stop => ['no-dispute', `没有尚未结束的第${no}项复议、诉讼`];
  return {
    toAccept: due('有等待受理的复议、诉讼', RECONSIDERATION_30, acceptable),
    toAnswer: due('有等待答复的复议、诉讼', RECONSIDERATION_48, answerable),
    toExtend: due('有可以延长期限的复议', RECONSIDERATION_62, extendable),
    toSuspend: due('有可以中止的复议', RECONSIDERATION_39, suspendable),
    toResume: due('有已经中止的复议', RECONSIDERATION_39, resumable),
    toEnd: due('有尚未结束的复议、诉讼', PENALTY_73, () => null),
    toReport: occasion<S, Dispute>({
      ...{ name: '有尚未报告的行政复议意见书', cite: RECONSIDERATION_76, lets: reportable },
      ...{ several: (s) => s.disputes, none: ['no-opinion', '没有收到行政复议意见书'] },
    }),
    served: form<null>('决定书已经送达', PENALTY_73, ({ state }) =>
      room.decision(state)?.receivedOn == null ? ['not-served', '决定书还没有送达，没有可以申请复议、起诉的决定'] : null,
    ),
    applied: form<In<'dispute'>>('申请日期在送达之后、登记之前', PENALTY_73, ({ state, input, legalDate }) =>
      between(input.appliedOn, room.decision(state)?.receivedOn ?? null, legalDate, '申请、起诉的日期'),
    ),
    notTwice: form<In<'dispute'>>('同一方式没有尚未结束的', PENALTY_73, ({ state, input }) =>
      state.disputes.some((d) => d.way === input.way && d.until === null && d.body === input.body)
        ? ['already-open', `${input.body}的${DISPUTE_LABELS[input.way]}已经登记，尚未结束`]
        : null,
    ),
    acceptedNow: form<In<'dispute-accepted'>>('复议、诉讼尚未登记受理', RECONSIDERATION_30, ({ state, input, legalDate }) => {
      const found = open(state, input.no);
      if (found === undefined) return missing(input.no);
      return (
        acceptable(found) ??
        between(input.on, found.from, legalDate, '受理日期') ??
        between(input.copyOn, found.from, legalDate, '收到副本的日期')
      );
    }),
    answeredNow: form<In<'dispute-answered'>>('收到副本以后答复', RECONSIDERATION_48, ({ state, input, legalDate }) => {
      const found = open(state, input.no);
      if (found === undefined) return missing(input.no);
      return answerable(found) ?? between(input.on, found.copyOn, legalDate, '答复日期');
    }),
    extendable: form<In<'dispute-extended'>>(
      '适用普通程序的复议尚未决定、没有延长过',
      RECONSIDERATION_62,
      ({ state, input, legalDate }) => {
        const found = open(state, input.no);
        if (found === undefined) return missing(input.no);
        return extendable(found) ?? between(input.on, found.acceptedOn, legalDate, '收到延长通知的日期');
      },
    ),
    suspendable: form<In<'dispute-suspended'>>('受理的复议尚未决定、没有中止', RECONSIDERATION_39, ({ state, input, legalDate }) => {
      const found = open(state, input.no);
      if (found === undefined) return missing(input.no);
      return suspendable(found) ?? between(input.on, found.suspensions?.at(-1)?.until ?? found.acceptedOn, legalDate, '中止审理的日期');
    }),
    resumable: form<In<'dispute-resumed'>>('复议已经中止，尚未恢复审理', RECONSIDERATION_39, ({ state, input, legalDate }) => {
      const found = open(state, input.no);
      if (found === undefined) return missing(input.no);
      return resumable(found) ?? between(input.on, suspensionOf(found)?.from ?? null, legalDate, '恢复审理的日期');
    }),
    endsNow: form<In<'dispute-ended'>>('复议、诉讼尚未结束', PENALTY_73, ({ state, input, legalDate }) => {
      const found = open(state, input.no);
      if (found === undefined) return missing(input.no);
      if (found.acceptedOn === null && input.outcome !== 'withdrawn') return ['not-accepted', '请先登记受理情况，再登记结果'];
      return between(input.effectOn, found.acceptedOn ?? found.from, legalDate, '生效日期');
    }),
    fits: form<In<'dispute-ended'>>('结果与方式、文书相符', PENALTY_73, ({ state, input }) => {
      const isSuit = open(state, input.no)?.way === 'litigation';
      if (isSuit && input.outcome === 'upheld') return ['wrong-result', '行政诉讼没有“维持”，请按裁判文书选驳回诉讼请求'];
      if (isSuit && input.opinionOn !== null)
        return ['opinion-in-suit', '行政复议意见书由复议机关发出；行政诉讼的结果不填收到意见书的日期'];
      if (input.outcome !== 'withdrawn' && input.documentNumber === null) return ['no-document', '请填写复议决定书、裁判文书的文号'];
      return undoingOf(input.outcome) !== null && input.cause === null ? ['no-cause', '决定被纠正的，请选择纠错原因'] : null;
    }),
    standingTold: form<In<'dispute-ended'>>('变更、部分撤销的，写明变更后的处罚', RECONSIDERATION_63, ({ input }) =>
      standingTold(undoingOf(input.outcome), input),
    ),
    termsTold: termsTold<S, In<'dispute-ended'>>(RECONSIDERATION_63),
    notHeavier: notHeavierThan<S, In<'dispute-ended'>>(room, RECONSIDERATION_63, (i) => i.heavierBecause),
    opinionOpen: form<In<'report-correction'>>('收到复议意见书，尚未报告', RECONSIDERATION_76, ({ state, input, legalDate }) => {
      const found = state.disputes.find((d) => d.no === input.no);
      if (found === undefined) return ['no-opinion', `第${input.no}项没有收到行政复议意见书`];
      return reportable(found) ?? between(input.on, found.opinionOn, legalDate, '报告日期');
    }),
  };
}

/** What a change leaves must be told, and nothing else may be told as left. */
export function standingTold(undoing: string | null, input: StandingInput): Stop {
  const changes = undoing === 'changed' || undoing === 'partly';
  const { kinds, fine, income, goods } = input;
  if (!changes)
    return kinds === null && fine === null && income === null && goods === null
      ? null
      : ['not-changed', '只有变更、部分撤销的，才填变更后的处罚'];
  if (kinds === null) return ['no-standing', '请写明变更后的处罚种类和数额'];
  for (const [kind, sum, name] of [
    ['CF03', fine, '罚款'],
    ['CF04', income, '没收违法所得'],
    ['CF05', goods, '没收非法财物'],
  ] as const)
    if (kinds.includes(kind) !== (sum !== null && sum > 0)) return ['sum', `变更后的处罚：${name}的种类和数额应当一致`];
  return null;
}

/** 59(3): licences, businesses and lengths are told one by one; what was told elsewhere without them is recorded as it was. */
export function termsTold<S extends Disputed, I extends StandingInput>(cite: Citation): Guard<S, I> {
  return conditionsOf<S>().law<I>('变更后的证照、限制和期限逐项写明', cite, ({ input: { kinds, terms }, reported }) => {
    if (reported === true && terms == null) return null;
    const lack = termsLack(kinds ?? [], terms ?? []);
    return lack === null ? null : ['terms', `变更后的处罚：${lack}`];
  });
}

/** 复议法 63¶2, 诉讼法 77¶2: nobody comes out worse, but where another party asked for it. */
export function notHeavierThan<S extends Disputed, I extends StandingInput>(
  room: DisputingRoom<S>,
  cite: Citation,
  because: (input: I) => string | null,
): Guard<S, I> {
  return conditionsOf<S>().law<I>('变更不加重处罚', cite, ({ state, input }) => {
    const [before, after] = [room.decision(state)?.standing ?? null, standingOf(input)];
    if (after === null || before === null || because(input) !== null || !weighsMore(after, before)) return null;
    return ['heavier', `原决定为${penaltyWords(before)}；变更不得更重，第三人提出相反请求、利害关系人同为原告的，写明依据`];
  });
}

const STAYED: Stop = ['stayed', '处罚决定已经停止执行'];

/** Conditions of what follows from a redress. */
export function followingGuards<S extends Disputed>(room: DisputingRoom<S>) {
  const { form } = conditionsOf<S>();
  const redressed = (name: string, cite: Citation, is: (c: Redress) => boolean, none: Stop): Guard<S, null> =>
    occasion<S, Redress>({ name, cite, several: (s) => s.redresses.filter(is), lets: () => null, none });
  return {
    notStayed: form<null>('处罚决定没有停止执行', PENALTY_73, ({ state }) => (isStayed(state) ? STAYED : null)),
    ...stayingGuards(room),
    toResume: occasion<S, Stay>({
      ...{ name: '有尚未结束的停止执行', cite: PENALTY_73, several: (s) => s.stays.filter(({ until }) => until === null) },
      ...{ lets: () => null, none: ['no-stay', '处罚决定没有停止执行'] },
    }),
    toWithdraw: redressed('有尚未撤下的公示', PENALTY_48, mustWithdraw, ['not-public', '没有被纠正而尚未撤下的公示']),
    toGiveBack: redressed('有尚未退还的款物', PENALTY_73, mustGiveBack, ['nothing-owed', '没有被纠正而尚未退还的款物']),
    stands: form<In<'stay'>>('没有已经停止执行的', PENALTY_73, ({ state, input, legalDate }) =>
      isStayed(state) ? STAYED : between(input.from, null, legalDate, '停止执行的日期'),
    ),
    stayed: form<In<'stay-ended'>>('停止执行尚未结束', PENALTY_73, ({ state, input, legalDate }) => {
      const found = state.stays.find((s) => s.no === input.no && s.until === null);
      return found === undefined
        ? ['no-stay', `没有尚未结束的第${input.no}次停止执行`]
        : between(input.until, found.from, legalDate, '恢复执行的日期');
    }),
    inPublic: form<In<'withdraw-publication'>>('被纠正的决定仍在公示', PENALTY_48, ({ state, input, legalDate }) => {
      const found = state.redresses.find((c) => c.no === input.no);
      return found === undefined || !mustWithdraw(found)
        ? ['not-public', `第${input.no}项纠错没有尚未撤下的公示`]
        : between(input.on, found.effectOn, legalDate, '撤下公示的日期');
    }),
    owed: form<In<'give-back'>>('有应当退还的款物', PENALTY_73, ({ state, input, legalDate }) => {
      const found = state.redresses.find((c) => c.no === input.no);
      if (found === undefined || !mustGiveBack(found)) return ['nothing-owed', `第${input.no}项纠错没有尚未退还的款物`];
      const amount = input.amount ?? 0;
      if (amount > found.backFen) return ['too-much', '退还的金额超过应退的数额'];
      if (amount < found.backFen && input.less === null) return ['less', '少于应退数额的，写明理由'];
      return between(input.on, found.effectOn, legalDate, '退还日期');
    }),
  };
}
