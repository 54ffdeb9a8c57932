import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, HearingFact, NoticesFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { wasHeard } from './was-heard.ts';

export const hearingPeriodKept: SupervisionRule<CaseDecision & NoticesFact & HearingFact> = {
  ...OF_A_CASE,
  id: 'N07',
  version: 2,
  title: '是否等待要求听证的五个工作日届满',
  cite: [cite('行政处罚法', 64), cite('行政处罚法', 85)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '当事人要求听证的，应当在行政机关告知后五日内提出；“五日”指工作日。届满以前没有书面放弃的，不得作出处罚决定。',
  check: ({ outcome, decidedOn, notice, hearing }, context) => {
    if (outcome !== 'penalty' || decidedOn === null || notice === null || notice.servedOn === null || !notice.hearing) return null;
    if (notice.hearingWaivedOn !== null || wasHeard(hearing)) return null;
    const due = dueAfter('law.hearing-request', notice.servedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    if (decidedOn > due.dueOn) return null;
    return {
      because: `${notice.servedOn}告知听证权利，至${due.dueOn}可以要求听证，${decidedOn}即作出处罚决定`,
      facts: { 告知送达日期: notice.servedOn, 要求听证至: due.dueOn, 处罚决定日期: decidedOn },
      clears: '当事人书面放弃听证的材料，或者更早的告知送达回证',
    };
  },
};
