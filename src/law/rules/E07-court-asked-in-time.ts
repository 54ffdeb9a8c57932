import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { EnforcementFact } from './case-facts.ts';
import { dueAfter, isBehind } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const courtAskedInTime: SupervisionRule<EnforcementFact> = {
  ...OF_A_CASE,
  id: 'E07',
  version: 3,
  title: '逾期不履行的是否在三个月内申请强制执行',
  cite: [cite('行政强制法', 53), cite('行政处罚法', 72)],
  severity: 'red',
  mode: 'A',
  conduct: 'no-case',
  asks: '当事人在法定期限内不申请复议或者提起诉讼，又不履行决定的，没有强制执行权的行政机关可以自期限届满之日起三个月内申请人民法院强制执行。',
  check: ({ windowFrom, performedOn, appliedOn }, context) => {
    const { today } = context;
    if (windowFrom === null) return null;
    const due = dueAfter('law.court-application', windowFrom, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    const doneOn = [performedOn, appliedOn].filter((day) => day !== null).toSorted()[0] ?? null;
    const late = isBehind(due, doneOn ?? today);
    if (late !== true) return late === 'calendar' ? MISSING.calendar : null;
    const last = due.dueOn ?? '';
    return {
      because: `救济期限${windowFrom}届满，应当至${last}申请强制执行，${doneOn === null ? '届满没有申请，也没有履行完毕' : `${doneOn}才办理`}`,
      facts: { 救济期限届满日: windowFrom, 申请期限届满日: last, 申请或者履行日期: doneOn ?? '无' },
      clears: '期限内的申请书、受理通知，或者履行完毕的凭证',
    };
  },
};
