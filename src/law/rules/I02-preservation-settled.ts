import { cite } from '../citation.ts';
import type { Doubt, NotJudged, SupervisionRule } from '../rule.ts';
import type { PreservationsFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const preservationSettled: SupervisionRule<PreservationsFact> = {
  ...OF_A_CASE,
  id: 'I02',
  version: 2,
  title: '先行登记保存是否在七个工作日内处理',
  cite: [cite('行政处罚法', 56), cite('行政处罚法', 85)],
  severity: 'red',
  mode: 'A',
  conduct: 'arbitrary-seizure',
  asks: '对先行登记保存的证据，应当在七日内及时作出处理决定；“七日”指工作日，不含法定节假日。',
  check: ({ preservations }, context) => {
    const doubts: Doubt[] = [];
    const unknown: NotJudged[] = [];
    for (const { no, on, settledOn } of preservations) {
      const due = dueAfter('law.preservation', on, context);
      if (due === null || due.length === null) unknown.push(MISSING.earlierLaw);
      else if (due.dueOn === null || due.provisional) unknown.push(MISSING.calendar);
      else if ((settledOn ?? context.today) > due.dueOn) doubts.push(late(no, on, settledOn, due.dueOn));
    }
    return doubts.length > 0 ? doubts : (unknown[0] ?? null);
  },
};

function late(no: number, on: string, settledOn: string | null, dueOn: string): Doubt {
  return {
    because: `第${no}次登记保存自${on}起，${settledOn === null ? '届满没有作出处理决定' : `${settledOn}才作出处理决定`}（至${dueOn}届满）`,
    facts: { 登记保存日期: on, 处理决定日期: settledOn ?? '无', 期限届满日: dueOn },
    clears: '期限内的处理决定，或者解除登记保存的凭证',
    fact: String(no),
  };
}
