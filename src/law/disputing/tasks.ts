import type { TaskNeed } from '../matter-kind.ts';
import type { Role } from '../roles.ts';
import { answerClock, runKey } from './clocks.ts';
import { DISPUTE_LABELS, type Dispute, type Disputed, openDisputes } from './model.ts';
import { mustGiveBack, mustWithdraw } from './redressing.ts';
import { suspensionOf } from './suspending.ts';

/** What disputes and redresses wait for, whatever the case itself is waiting for. */
export function disputeTasks(s: Disputed, organisationId: string, roles: readonly Role[]): readonly TaskNeed[] {
  const task = (act: string, no: number, title: string, clock?: string): TaskNeed => ({
    ...{ key: `${act}/${no}`, act, title, organisationId, roles },
    ...(clock === undefined ? {} : { clock: { id: clock, key: runKey(no) } }),
  });
  const isOver = openDisputes(s).length === 0;
  return [
    ...s.disputes.filter((d) => d.until === null).map((d) => ofDispute(d, task)),
    ...s.disputes
      .filter((d) => d.opinionOn !== null && d.reportedOn === null)
      .map((d) => task('report-correction', d.no, `第${d.no}项复议意见书：报告纠正情况`, 'KE-29')),
    // A stay is for the time of the 复议 or the suit (处罚法 73¶1): when none goes on any more, it has no ground left.
    ...s.stays
      .filter((one) => one.until === null)
      .map((one) => task('stay-ended', one.no, `第${one.no}次停止执行：${isOver ? '复议、诉讼已经结束，' : '原因消除后'}恢复执行`)),
    ...s.redresses.filter(mustWithdraw).map((c) => task('withdraw-publication', c.no, `第${c.no}项纠错：撤回公示并说明理由`, 'KE-10')),
    ...s.redresses.filter(mustGiveBack).map((c) => task('give-back', c.no, `第${c.no}项纠错：退还款物`, 'KE-59')),
  ];
}

type Task = (act: string, no: number, title: string, clock?: string) => TaskNeed;

function ofDispute(d: Dispute, task: Task): TaskNeed {
  const name = `第${d.no}项${DISPUTE_LABELS[d.way]}`;
  if (d.acceptedOn === null) return task('dispute-accepted', d.no, `${name}：登记受理情况`);
  if (d.copyOn !== null && d.answeredOn === null) return task('dispute-answered', d.no, `${name}：在期限内答复、答辩`, answerClock(d));
  return suspensionOf(d) === null
    ? task('dispute-ended', d.no, `${name}：登记结果`)
    : task('dispute-resumed', d.no, `${name}已经中止：收到恢复审理通知后登记`);
}
