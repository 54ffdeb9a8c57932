import { cite } from '../citation.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import type { NotJudged, RuleContext, SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import { triesBeforeNotice } from './E03-public-service-last.ts';
import type { DecisionDay, ServedDay } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DecisionDay & { readonly served: ServedDay };

export const servedInTime: SupervisionRule<Facts> = {
  id: 'E01',
  version: 3,
  title: '处罚决定书是否在七个工作日内送达',
  cite: [cite('行政处罚法', 61), cite('行政处罚法', 85), cite('民事诉讼法', 95)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: null,
  head: '8(7)',
  asks: '处罚决定书在宣告后当场交付当事人；当事人不在场的，在七日内依照民事诉讼法的有关规定送达。“七日”指工作日，不含法定节假日；公告送达的，应当在七日内发出公告。',
  check: ({ decidedOn, served }, context) => {
    const { today } = context;
    if (served === null) return MISSING.served;
    if (served.on !== null && served.on <= decidedOn) return null;
    const due = dueAfter('law.penalty-service', decidedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    const { on, announced } = served;
    if ((on ?? today) <= due.dueOn) return null;
    const notice = byNotice(served, due.dueOn, context);
    if (notice !== 'late') return notice;
    // Without the day on which this is asked: an exclusion of the doubt holds while nothing but time has passed.
    const late = on === null ? '届满未见送达' : announced === undefined ? `${on}送达` : `${announced.on ?? ''}才发出公告（${on}送达）`;
    return {
      because: `${decidedOn}作出决定，${late}，超过${due.length}个工作日（至${due.dueOn}）`,
      facts: { 处罚决定日期: decidedOn, 送达日期: on ?? '无', 期限届满日: due.dueOn },
      clears: '更早的有效送达回证，或者当事人在场当场交付的记录',
    };
  },
};

/** A notice to the public takes thirty days by law: begun within the seven, it keeps them. null: kept; `late`: no such notice. */
function byNotice(served: NonNullable<ServedDay>, dueOn: LocalDate, context: RuleContext): NotJudged | 'late' | null {
  const { announced } = served;
  if (announced !== undefined) {
    if (announced.on === null) return MISSING.publicService;
    return announced.on <= dueOn ? null : 'late';
  }
  const last = mayStillRun(served, dueOn, context);
  return last !== null && context.today <= last ? MISSING.publicService : 'late';
}

/**
 * Where other ways have failed often enough, a notice to the public may be running that nobody tells of before it ends: the last day on
 * which one begun in time can be told as service. null: none can be running, or its end is not known.
 */
export function mayStillRun(served: ServedDay, dueOn: LocalDate, context: RuleContext): LocalDate | null {
  if (served === null || served.on !== null || (served.tries ?? 0) < triesBeforeNotice(context.profile, dueOn)) return null;
  const ends = dueAfter('law.public-service', dueOn, context);
  return ends === null || ends.dueOn === null ? null : addDays(ends.dueOn, 1);
}
