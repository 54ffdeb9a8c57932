import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import type { DecisionDay, RecordedDay } from './facts.ts';
import { MISSING } from './missing.ts';

export const servedInTime: SupervisionRule<DecisionDay & { readonly served: RecordedDay }> = {
  id: 'E01',
  version: 2,
  title: '处罚决定书是否在七个工作日内送达',
  cite: [cite('行政处罚法', 61), cite('行政处罚法', 85)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: null,
  head: '8(7)',
  asks: '处罚决定书在宣告后当场交付当事人；当事人不在场的，在七日内送达。“七日”指工作日，不含法定节假日。',
  check: ({ decidedOn, served }, context) => {
    const { today } = context;
    if (served === null) return MISSING.served;
    if (served.on !== null && served.on <= decidedOn) return null;
    const due = dueAfter('law.penalty-service', decidedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    const on = served.on;
    if ((on ?? today) <= due.dueOn) return null;
    // Without the day on which this is asked: an exclusion of the doubt holds while nothing but time has passed.
    const late = on === null ? '届满未见送达' : `${on}送达`;
    return {
      because: `${decidedOn}作出决定，${late}，超过${due.length}个工作日（至${due.dueOn}）`,
      facts: { 处罚决定日期: decidedOn, 送达日期: on ?? '无', 期限届满日: due.dueOn },
      clears: '更早的有效送达回证，或者当事人在场当场交付的记录',
    };
  },
};
