import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { HearingFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const hearingNotifiedAhead: SupervisionRule<HearingFact> = {
  ...OF_A_CASE,
  id: 'N08',
  title: '是否在举行听证七个工作日前通知',
  cite: [cite('行政处罚法', 64), cite('行政处罚法', 85)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点；“七日”指工作日。',
  check: ({ hearing }, context) => {
    if (hearing === null || hearing.heldOn === null || hearing.outcome === 'withdrawn' || hearing.outcome === null) return null;
    if (hearing.noticedOn === null) return MISSING.hearingNotice;
    const due = dueAfter('law.hearing-notice', hearing.noticedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    if (hearing.heldOn >= due.dueOn) return null;
    return {
      because: `${hearing.noticedOn}通知，最早在${due.dueOn}举行听证，${hearing.heldOn}即举行`,
      facts: { 通知日期: hearing.noticedOn, 最早举行日: due.dueOn, 举行日期: hearing.heldOn },
      clears: '更早的听证通知书送达回证',
    };
  },
};
