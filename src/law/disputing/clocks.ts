import { DAYS_LADDER, type StatutoryClock } from '../clock.ts';
import { type Reckoning, restOver } from '../last-day.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import type { ClockBinding, ClockRun } from '../matter-kind.ts';
import type { Dispute, Disputed, Redress } from './model.ts';
import { mustWithdraw } from './redressing.ts';
import { pausedIn } from './suspending.ts';
import { DECIDE_DAYS } from './window.ts';

function clock(id: string, obligation: StatutoryClock['obligation'], name: string, startsOn: string, stopsOn: string): StatutoryClock {
  return { id, obligation, name, startsOn, stopsOn, ladder: DAYS_LADDER };
}

const KE_27 = clock('KE-27', 'law.reconsideration-answer', '行政复议答复', '收到申请书副本', '提交答复');
const KE_27_SIMPLE = clock('KE-27-simple', 'law.reconsideration-answer-simple', '行政复议答复（简易程序）', '收到申请书副本', '提交答复');
const KE_27_SUIT = clock('KE-27-suit', 'law.litigation-answer', '行政诉讼答辩', '收到起诉状副本', '提交答辩状');
/** 复议法 62: from the acceptance; the organ is told when it is put off. */
const KE_28 = clock('KE-28', 'law.reconsideration-decide', '行政复议决定', '受理', '作出决定或者延长');
const KE_28_SIMPLE = clock('KE-28-simple', 'law.reconsideration-decide-simple', '行政复议决定（简易程序）', '受理', '作出决定');
const KE_28_EXTENDED = clock('KE-28-extended', 'law.reconsideration-decide-extended', '行政复议决定（已延长）', '受理', '作出决定');
const KE_29 = clock('KE-29', 'law.reconsideration-opinion', '复议意见书办理', '收到行政复议意见书', '报告纠正情况');
const KE_10 = clock('KE-10', 'law.publication-withdrawal', '撤回处罚决定公示', '决定被变更、撤销、确认违法或者确认无效', '撤下并说明理由');
const KE_58 = clock('KE-58', 'local.penalty-redo', '重新作出决定', '撤销重作的文书生效', '重新作出决定');
const KE_58_ORDERED = clock(
  'KE-58-ordered',
  'local.penalty-redo-ordered',
  '重新作出决定（文书定有期限）',
  '撤销重作的文书生效',
  '重新作出决定',
);
const KE_59 = clock('KE-59', 'local.penalty-refund', '退还款物', '变更、撤销生效', '退还');

/** The key of a run: the number of the dispute, or of the redress, that it runs for. */
export const runKey = (no: number): string => `第${no}项`;
/** Which clock bounds the answer in a dispute. */
export function answerClock({ way, isSimple }: Pick<Dispute, 'way' | 'isSimple'>): string {
  if (way === 'litigation') return KE_27_SUIT.id;
  return isSimple ? KE_27_SIMPLE.id : KE_27.id;
}
/** Which clock bounds the new decision. */
export const redoClock = ({ redoBy }: Pick<Redress, 'redoBy'>): string => (redoBy === null ? KE_58.id : KE_58_ORDERED.id);

const ABOVE = '行政复议机关';

/** Periods that disputes and redresses open: the organ's own, and that of the organ that decides on the 复议. `boundId`: the organ. */
export function disputeClocks<S extends Disputed>(boundId: (s: S) => string): readonly ClockBinding<S>[] {
  const run = (s: S, no: number, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
    startedOn === null ? [] : [{ key: runKey(no), startedOn, stoppedOn, boundId: boundId(s) }];
  const answers = (id: string) => (s: S) =>
    s.disputes.filter((d) => answerClock(d) === id).flatMap((d) => run(s, d.no, d.copyOn, d.answeredOn ?? d.until));
  const accepted = (s: S) => s.disputes.filter((d) => d.way === 'reconsideration' && d.acceptedOn !== null);
  // Beginning later by the days for which it stood still, and its key says why.
  const decision = (s: S, d: Dispute, putOffOn: LocalDate | null, by: Reckoning): readonly ClockRun[] => {
    const { days, since } = pausedIn(d, putOffOn, by);
    const end = putOffOn ?? d.until;
    return run(s, d.no, d.acceptedOn, since !== null && (end === null || since < end) ? since : end).map((one) => {
      const startedOn = addDays(one.startedOn, days);
      const stoppedOn = one.stoppedOn !== null && one.stoppedOn < startedOn ? startedOn : one.stoppedOn;
      return days === 0 ? one : { ...one, key: `${one.key}，扣除中止${days}日`, startedOn, stoppedOn };
    });
  };
  const decides = (simple: boolean) => (s: S, by: Required<Reckoning>) =>
    accepted(s)
      .filter((d) => d.isSimple === simple)
      .flatMap((d) => decision(s, d, d.extended?.on ?? null, by));
  const putOff = (s: S, by: Required<Reckoning>) =>
    accepted(s).flatMap((d) => {
      const { extended } = d;
      if (extended === undefined) return [];
      const until = (from: LocalDate) => restOver(addDays(from, DECIDE_DAYS + extended.days), by);
      return decision(s, d, null, by).map((one) => ({ ...one, issuerDate: until(one.startedOn) }));
    });
  const redo = (id: string) => (s: S) =>
    s.redresses
      .filter((c) => c.undoing === 'remake' && redoClock(c) === id)
      .flatMap((c) => run(s, c.no, c.effectOn, c.redoneOn).map((one) => ({ ...one, issuerDate: c.redoBy })));
  return [
    { clock: KE_27, runs: answers(KE_27.id) },
    { clock: KE_27_SIMPLE, runs: answers(KE_27_SIMPLE.id) },
    { clock: KE_27_SUIT, runs: answers(KE_27_SUIT.id) },
    { clock: KE_28, outsider: ABOVE, runs: decides(false) },
    { clock: KE_28_SIMPLE, outsider: ABOVE, runs: decides(true) },
    { clock: KE_28_EXTENDED, outsider: ABOVE, runs: putOff },
    { clock: KE_29, runs: (s) => s.disputes.flatMap((d) => run(s, d.no, d.opinionOn, d.reportedOn)) },
    {
      clock: KE_10,
      runs: (s) => s.redresses.filter((c) => c.offlineOn !== null || mustWithdraw(c)).flatMap((c) => run(s, c.no, c.effectOn, c.offlineOn)),
    },
    { clock: KE_58, runs: redo(KE_58.id) },
    { clock: KE_58_ORDERED, runs: redo(KE_58_ORDERED.id) },
    { clock: KE_59, runs: (s) => s.redresses.filter((c) => c.owesBack).flatMap((c) => run(s, c.no, c.effectOn, c.givenBackOn)) },
  ];
}
