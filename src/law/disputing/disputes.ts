import type { InputOf } from '../form.ts';
import type { Folds, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import {
  PENALTY_73,
  RECONSIDERATION_30,
  RECONSIDERATION_39,
  RECONSIDERATION_48,
  RECONSIDERATION_62,
  RECONSIDERATION_76,
} from './articles.ts';
import { DISPUTING_FORMS } from './forms.ts';
import { disputeGuards, standingOf } from './guards.ts';
import { DISPUTE_RESULT_LABELS, type Dispute, type Disputed, undoingOf } from './model.ts';
import { putRight } from './redressing.ts';
import type { DisputingRoom } from './room.ts';

const {
  dispute,
  'dispute-accepted': accepted,
  'dispute-answered': answered,
  'dispute-extended': extended,
  'dispute-suspended': suspended,
  'dispute-resumed': resumed,
  'dispute-ended': ended,
  'report-correction': reported,
} = DISPUTING_FORMS;
type Forms = {
  dispute: typeof dispute;
  'dispute-accepted': typeof accepted;
  'dispute-answered': typeof answered;
  'dispute-extended': typeof extended;
  'dispute-suspended': typeof suspended;
  'dispute-resumed': typeof resumed;
  'dispute-ended': typeof ended;
  'report-correction': typeof reported;
};

const GROUP = '复议诉讼';
const last = (s: Disputed): Dispute | undefined => s.disputes.at(-1);

/** 复议、诉讼 as events of a case: applied for, accepted or not, answered, and what came of it. */
export function disputeRows<S extends Disputed>(room: DisputingRoom<S>): Lifecycle<S, Forms> {
  const { office, handlers, disputable } = room;
  const following = [...room.following, ...room.closedEarly];
  const g = disputeGuards(room);
  const entry = { does: 'entry', group: GROUP } as const satisfies Partial<LifecycleRow<S, never>>;
  const stays = { ...entry, from: following, to: 'stays' } as const;
  return {
    dispute: {
      ...office(handlers, PENALTY_73, [g.served]),
      ...entry,
      from: disputable,
      to: (s) => s.status,
      label: '登记复议、诉讼',
      inputGuards: [g.applied, g.notTwice],
      says: (s) => `已登记第${last(s)?.no ?? ''}项；复议、诉讼期间处罚不停止执行，加处罚款不予计算。受理以后登记受理情况。`,
    },
    'dispute-accepted': {
      ...office(handlers, RECONSIDERATION_30, [g.toAccept]),
      ...stays,
      label: '登记受理情况',
      inputGuards: [g.acceptedNow],
      says: () => '受理情况已登记；收到副本的，在期限内答复。',
    },
    'dispute-answered': {
      ...office(handlers, RECONSIDERATION_48, [g.toAnswer]),
      ...stays,
      label: '登记答复、答辩',
      inputGuards: [g.answeredNow],
      says: () => '答复已登记；等待结果。',
    },
    'dispute-extended': {
      ...office(handlers, RECONSIDERATION_62, [g.toExtend]),
      ...stays,
      label: '登记复议决定期限延长',
      inputGuards: [g.extendable],
      says: () => '延长已登记；等待行政复议决定。',
    },
    'dispute-suspended': {
      ...office(handlers, RECONSIDERATION_39, [g.toSuspend]),
      ...stays,
      label: '登记复议中止',
      inputGuards: [g.suspendable],
      says: () => '中止已登记；复议期间处罚仍不停止执行。原因消除、收到恢复审理通知后登记恢复。',
    },
    'dispute-resumed': {
      ...office(handlers, RECONSIDERATION_39, [g.toResume]),
      ...stays,
      label: '登记复议恢复审理',
      inputGuards: [g.resumable],
      says: () => '恢复审理已登记；等待行政复议决定。',
    },
    'dispute-ended': {
      ...office(handlers, PENALTY_73, [g.toEnd]),
      ...entry,
      from: following,
      to: (s) => s.status,
      label: '登记复议、诉讼结果',
      inputGuards: [g.endsNow, g.fits, g.standingTold, g.termsTold, g.notHeavier],
      says: endedSays,
    },
    'report-correction': {
      ...office(handlers, RECONSIDERATION_76, [g.toReport]),
      ...stays,
      label: '报告复议意见书的办理情况',
      inputGuards: [g.opinionOpen],
      says: () => '已登记报告。',
    },
  };
}

function endedSays(s: Disputed): string {
  const ended = s.disputes
    .filter((d) => d.outcome !== null)
    .toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
    .at(-1);
  const words = ended?.outcome == null ? '' : DISPUTE_RESULT_LABELS[ended.outcome];
  return s.redresses.some((c) => c.disputeNo === ended?.no)
    ? `结果已登记：${words}。按页面待办撤回公示、退还款物或者重新作出决定；本件列入案卷评查。`
    : `结果已登记：${words}。原决定继续履行。`;
}

export function disputeFolds<S extends Disputed>(room: DisputingRoom<S>): Folds<S, Forms> {
  return {
    dispute: (s, { way, body, appliedOn }) => {
      const made: Dispute = {
        ...{ no: s.disputes.length + 1, way, body, decisionNo: room.decision(s)?.no ?? 1, from: appliedOn },
        ...{ acceptedOn: null, declined: false, caseNumber: null, copyOn: null, isSimple: false, answeredOn: null },
        ...{ until: null, outcome: null, documentNumber: null, result: null, opinionOn: null, reportedOn: null },
      };
      const open = room.reopen(s);
      return { ...open, disputes: [...open.disputes, made] };
    },
    'dispute-accepted': (s, { no, accepted: isAccepted, on, caseNumber, copyOn, isSimple }) =>
      changed(s, no, (d) =>
        isAccepted
          ? { ...d, acceptedOn: on, caseNumber, copyOn, isSimple }
          : { ...d, declined: true, until: on, caseNumber, result: '不予受理' },
      ),
    'dispute-answered': (s, { no, on }) => changed(s, no, (d) => ({ ...d, answeredOn: on })),
    'dispute-extended': (s, { no, on, days }) => changed(s, no, (d) => ({ ...d, extended: { on, days } })),
    'dispute-suspended': (s, { no, on, ground }) =>
      changed(s, no, (d) => ({ ...d, suspensions: [...(d.suspensions ?? []), { from: on, until: null, ground }] })),
    'dispute-resumed': (s, { no, on }) =>
      changed(s, no, (d) => ({
        ...d,
        suspensions: (d.suspensions ?? []).map((one) => (one.until === null ? { ...one, until: on } : one)),
      })),
    'dispute-ended': (s, input) => endedBy(room, s, input),
    'report-correction': (s, { no, on }) => changed(s, no, (d) => ({ ...d, reportedOn: on })),
  };
}

function endedBy<S extends Disputed>(room: DisputingRoom<S>, s: S, input: InputOf<typeof ended>): S {
  const { no, outcome, effectOn, documentNumber, result, cause, redoBy, opinionOn } = input;
  const dispute = s.disputes.find((d) => d.no === no);
  const told = changed(s, no, (d) => ({ ...d, until: effectOn, outcome, documentNumber, result, opinionOn }));
  const undoing = undoingOf(outcome);
  if (dispute === undefined || undoing === null) return told;
  const right = {
    via: dispute.way,
    disputeNo: no,
    undoing,
    effectOn,
    document: documentNumber ?? '',
    cause: cause ?? 'other',
    words: result,
  };
  return putRight(room, told, dispute.decisionNo, { ...right, after: standingOf(input), redoBy });
}

function changed<S extends Disputed>(s: S, no: number, change: (d: Dispute) => Dispute): S {
  return { ...s, disputes: s.disputes.map((d) => (d.no === no ? change(d) : d)) };
}
