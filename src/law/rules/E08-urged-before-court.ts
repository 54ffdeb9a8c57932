import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { EnforcementFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const urgedBeforeCourt: SupervisionRule<EnforcementFact> = {
  ...OF_A_CASE,
  id: 'E08',
  title: '申请强制执行是否在催告满十个工作日以后',
  cite: [cite('行政强制法', 54), cite('行政强制法', 69)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '申请人民法院强制执行前，应当催告当事人履行义务；催告书送达十日后当事人仍未履行的，可以申请强制执行；“十日”指工作日。',
  check: ({ urgedOn, appliedOn }, context) => {
    if (appliedOn === null) return null;
    const due = urgedOn === null ? null : dueAfter('law.urging', urgedOn, context);
    if (urgedOn !== null && (due === null || due.length === null)) return MISSING.earlierLaw;
    if (due !== null && (due.dueOn === null || due.provisional)) return MISSING.calendar;
    const last = due?.dueOn ?? null;
    if (last !== null && appliedOn > last) return null;
    return {
      because: `${appliedOn}申请强制执行，${urgedOn === null ? '催告书没有送达' : `催告书${urgedOn}送达，至${last ?? ''}才满十个工作日`}`,
      facts: { 催告书送达日期: urgedOn ?? '无', 申请日期: appliedOn, 催告届满日: last ?? '无' },
      clears: '更早的催告书送达回证',
    };
  },
};
