import {
  courtTasks,
  courtWindowKey,
  disputeTasks,
  isSettledAll,
  letterInHand,
  letterTasks,
  type Profile,
  publicityKey,
  redoClock,
  remakingOf,
  runKey,
  type TaskNeed,
  takingTasks,
  todo,
  urgedTasks,
  type Waiting,
} from '#law';
import { correctionTasks } from '#law/correcting/index';
import { noticeOf, type OrdinaryPenalty, reportOf, type Status } from '../model.ts';
import { closingKey } from './after-decision.ts';
import { untakenAnswers } from './assistance.ts';
import { periodOf, shiftWords } from './case-period.ts';
import { CORRECTING_ROOM } from './corrections.ts';
import { crimeReportKey } from './crime-clocks.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { unfiledOf } from './filing-duty.ts';
import { heldGoods } from './goods.ts';
import { lacksHost } from './hearing-host.ts';
import { BEFORE_DECISION, isCrimeOpen } from './leaving.ts';
import { unrecordedStages } from './recorded-stages.ts';
import { openDisagreement } from './review-conditions.ts';
import { askedOfReview } from './review-words.ts';
import { openSamples } from './samples.ts';
import { awaitsReview } from './thresholds.ts';
import { HANDLERS, HEADS, LEADERS, REVIEWERS } from './who.ts';

type S = OrdinaryPenalty;
/** The letter that has to be sealed and served, before anything else. */
function letter(s: S, profile: Profile | null): readonly Waiting[] {
  const inHand = letterInHand(s);
  const isDecision = inHand?.kind === 'decision' || inHand?.kind === 'no-penalty';
  return letterTasks(EXECUTING_ROOM, s, profile, isDecision ? 'KE-06' : undefined);
}

/** What stands beside the main line of the inquiry: preserved things, recusals, orders to correct that have reached their day. */
function beside(s: S): readonly Waiting[] {
  const preserved = s.preservations
    .filter((p) => p.settledOn === null)
    .map((p) => ({
      ...todo('settle-preservation', `第${p.no}次先行登记保存作出处理决定`, LEADERS, 'KE-03', `第${p.no}次`),
      key: `preserved/${p.no}`,
    }));
  const recusals = s.recusals
    .filter((r) => r.decidedOn === null)
    .map((r) => ({ ...todo('decide-recusal', `决定第${r.no}项回避申请`, LEADERS), key: `recusal/${r.no}` }));
  return [...preserved, ...recusals];
}

/** What another organ has sent proves nothing before it is evidence. */
function sentToUs(s: S): readonly Waiting[] {
  return untakenAnswers(s).map(({ no, organ }) => ({
    ...todo('take-assistance', `将${organ}的协助答复列为证据`, HANDLERS),
    key: `assistance/${no}`,
  }));
}

/** 本环节须音像记录: what has none yet. */
function unrecorded(s: S): readonly Waiting[] {
  return unrecordedStages(s).map(({ stage, on, words }) => ({
    ...todo('record-av', `${words}须有音像记录（环节清单待核定），请附上`, HANDLERS),
    key: `unrecorded/${stage}/${on}`,
  }));
}

/** Samples whose result and end nobody has told. */
function unsettledSamples(s: S): readonly Waiting[] {
  const { length } = openSamples(s);
  return length === 0 ? [] : [todo('settle-sample', `登记抽样取证样品的检验结论和去向（${length}件）`, LEADERS)];
}

/** Things that have to go back or on before the case can be closed; a sample waits by itself. */
function lyingStill(s: S): readonly Waiting[] {
  const { length } = heldGoods(s).filter(({ origin }) => origin !== 'sampled');
  return length === 0 ? [] : [todo('dispose-goods', `返还或者处置在库的涉案财物（${length}件）`, LEADERS)];
}

/** The clock of the ninety days, with the key of the run that is open. */
function period(s: S): readonly [clock: string, key: string] {
  const remaking = remakingOf(s);
  if (remaking !== null) return [redoClock(remaking), runKey(remaking.no)];
  return [periodOf(s), shiftWords(s)];
}

function investigating(s: S): readonly Waiting[] {
  if (s.handlerIds.length < 2) return [todo('replace-handlers', '承办人不足两人，更换承办人', LEADERS)];
  if (s.evidence.length === 0) return [todo('question', '调查取证：询问、检查、收集证据', HANDLERS, ...period(s))];
  if (openDisagreement(s) !== null) return [todo('settle-review', '处理承办人对法制审核意见的异议', HEADS), ...gathered(s)];
  return gathered(s);
}

function gathered(s: S): readonly Waiting[] {
  return s.evidence.some((e) => e.verifiedOn !== null)
    ? [todo('conclude', '调查终结，提交调查终结报告', HANDLERS, ...period(s))]
    : [todo('verify-evidence', '证据查证属实', HANDLERS, ...period(s))];
}

function concluded(s: S): readonly Waiting[] {
  if (awaitsReview(s)) return [todo('send-review', '送法制审核', HANDLERS)];
  const outcome = reportOf(s)?.outcome;
  if (outcome === 'not-punished') return [todo('decide-none', '决定不予处罚', LEADERS)];
  if (outcome === 'transfer') return [todo('transfer', '决定移送', LEADERS)];
  if (outcome === 'withdraw') return [todo('withdraw-case', '决定撤销立案', LEADERS)];
  return [
    todo('skip-review', '审查调查结果：同意拟处罚意见，或者退回补充调查', LEADERS),
    todo('send-review', '需要审核的，送法制审核', HANDLERS),
  ];
}

const isRecheckOpen = (s: S): boolean => s.statements.some((one) => one.recheckedOn === null);

function told(s: S): readonly Waiting[] {
  if (isRecheckOpen(s)) return [todo('recheck', '复核陈述申辩', HANDLERS)];
  return [todo('close-notice', '听取陈述申辩；期限届满或者书面放弃后提请审议决定', HANDLERS, ...period(s))];
}

function deliberating(s: S): readonly Waiting[] {
  if (awaitsReview(s)) return [todo('send-review', '听证后送法制审核', HANDLERS)];
  if (isRecheckOpen(s)) return [todo('recheck', '复核陈述申辩', HANDLERS)];
  return [todo('decide', '审议并作出决定', LEADERS, ...period(s))];
}

/** The days to pay are the party's own: the organ's is the last one on which the court can be asked. */
function performing(s: S): readonly Waiting[] {
  return [todo('complete-performance', '跟踪履行：登记缴款，履行完毕；逾期的催告', HANDLERS, 'KE-15', courtWindowKey(EXECUTING_ROOM, s))];
}

const inCourt = (s: S): readonly Waiting[] => courtTasks(EXECUTING_ROOM, s, { followed: 'complete-performance', ended: 'end-execution' });

function hearing(s: S): readonly Waiting[] {
  const { hearing: called } = s;
  if (called?.heldOn == null) return [todo('notify-hearing', '通知听证', HANDLERS)];
  if (lacksHost(s)) return [todo('notify-hearing', '主持人参与了调查或者已经回避，另定主持人，重新通知听证', HANDLERS)];
  return called.noticeReceivedOn === null
    ? [todo('serve-hearing', '听证通知书送达后登记收到日期', HANDLERS)]
    : [todo('hold-hearing', `${called.heldOn}举行听证`, HANDLERS)];
}

/** What is still owed before the case may be closed is a matter of its own, with its own tasks. */
function closingTitle(s: S, profile: Profile | null): string {
  return profile !== null && unfiledOf(s, profile) !== null ? '结案审批：先报送重大行政处罚备案（见关联事项）' : '结案审批';
}

const WAITING: Readonly<Record<Status, (s: S, profile: Profile | null) => readonly Waiting[]>> = {
  clue: () => [todo('propose-filing', '核查线索，提请立案或者报请不予立案', HANDLERS, 'KE-50')],
  filing: () => [todo('file', '立案审批', LEADERS, 'KE-50')],
  investigating,
  suspended: () => [todo('resume', '中止原因消除后恢复调查', LEADERS)],
  concluded,
  reviewing: (s) => [todo('review', askedOfReview(s), REVIEWERS, 'KE-51', `第${s.reviews.length + 1}次`)],
  notifying: (s) => (noticeOf(s) === null ? [todo('notify', '签发行政处罚事先告知书', LEADERS)] : []),
  told,
  hearing,
  deliberating,
  decided: () => [],
  performing,
  urged: (s) => urgedTasks(EXECUTING_ROOM, s),
  court: inCourt,
  ended: (s, profile) => [
    ...(s.decision?.outcome === 'penalty' && s.publication === null && s.ending !== 'revoked'
      ? [todo('publish', '公示处罚决定，或者写明不公示的理由', HANDLERS, 'KE-37', publicityKey(EXECUTING_ROOM, s))]
      : []),
    ...(isSettledAll(s) ? [todo('close', closingTitle(s, profile), LEADERS, 'KE-54', closingKey(s))] : []),
  ],
  transferred: () => [todo('transfer-settled', '跟踪受移送机关的处理结果', HANDLERS)],
  closed: (s) => (isSettledAll(s) ? [todo('archive', '整理案卷归档', HANDLERS, 'KE-54', closingKey(s))] : []),
  archived: () => [],
  'not-filed': () => [],
};

const INQUIRING: readonly Status[] = ['investigating', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'];
const CHECKING: readonly Status[] = [...INQUIRING, 'suspended', 'decided', 'performing', 'urged', 'court', 'ended'];
/** The inquiry over, what was sampled can be told of. */
const SAMPLED: readonly Status[] = CHECKING.filter((status) => status !== 'investigating' && status !== 'suspended');
/** Stages in which the case goes on while a letter is on its way. */
const GOES_ON: readonly Status[] = ['investigating', 'suspended', 'concluded', 'reviewing', 'told', 'hearing', 'deliberating'];

const crimeReported = (s: S): Waiting => ({
  ...todo('transfer', '三日内决定涉嫌犯罪案件是否移送', HEADS, 'KE-30', crimeReportKey(s)),
  key: 'crime-report',
});

export function tasks(s: S, profile: Profile | null): readonly TaskNeed[] {
  const { status } = s;
  const inHand = letterInHand(s);
  const goesOn = GOES_ON.includes(status) || (status === 'transferred' && inHand?.kind !== 'transfer');
  const waits = inHand === null || goesOn ? WAITING[status](s, profile) : [];
  const also = [
    ...(INQUIRING.includes(status) || status === 'suspended' ? beside(s) : []),
    ...(status === 'investigating' ? sentToUs(s) : []),
    ...(isCrimeOpen(s) && BEFORE_DECISION.includes(status) ? [crimeReported(s)] : []),
    ...(CHECKING.includes(status) ? [...correctionTasks(CORRECTING_ROOM, s), ...unrecorded(s)] : []),
    ...(SAMPLED.includes(status) ? unsettledSamples(s) : []),
    ...(status === 'ended' ? lyingStill(s) : []),
    ...(EXECUTING_ROOM.statuses.collected.includes(status) ? takingTasks(EXECUTING_ROOM, s) : []),
  ];
  const own = [...letter(s, profile), ...waits, ...also].map(({ key, ...task }) => ({
    ...task,
    key: key ?? task.act,
    organisationId: s.organId,
  }));
  const isOver = status === 'archived' || status === 'not-filed';
  return isOver ? own : [...own, ...disputeTasks(s, s.organId, HANDLERS)];
}
