import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import { creditClassOf } from './credit-class.ts';
import { dueAfter } from './due-dates.ts';
import type { DecisionDay, FineFact, KindsFact, PartyFact, ProcedureFact, RecordedDay } from './facts.ts';
import { MISSING } from './missing.ts';
import { mayBeSummary } from './summary-procedure.ts';

type Facts = DecisionDay & KindsFact & FineFact & PartyFact & ProcedureFact & { readonly published: RecordedDay };

export const publishedInTime: SupervisionRule<Facts> = {
  id: 'P01',
  version: 1,
  title: '处罚决定是否在七个工作日内公示',
  cite: [cite('三项制度指导意见', null), cite('双公示标准', null)],
  grade: 'recalled',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: null,
  head: '8(2)',
  asks: '处罚决定自作出之日起七个工作日内公示；简易程序和轻微失信的决定不在报送范围。',
  check: (facts, context) => {
    const { decidedOn, published } = facts;
    if (published === null) return MISSING.published;
    const due = dueAfter('law.penalty-publicity', decidedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    const on = published.on;
    if (on === null ? context.today <= due.dueOn : on <= due.dueOn) return null;
    if (creditClassOf(facts, context) === 'minor') return null;
    if (facts.procedure === null && mayBeSummary(facts)) return MISSING.procedure;
    return {
      because:
        on === null ? `${decidedOn}作出决定，期限届满（${due.dueOn}）未公示` : `${decidedOn}作出决定，${on}公示，超过${due.length}个工作日`,
      facts: { 处罚决定日期: decidedOn, 公示日期: on ?? '无', 期限届满日: due.dueOn },
      clears: '更早的公示记录，或者不予公示的依据和理由',
    };
  },
};
