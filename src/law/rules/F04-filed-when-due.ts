import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ClueFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { workingDaysAfter } from './working-days-after.ts';

export const filedWhenDue: SupervisionRule<ClueFact> = {
  ...OF_A_CASE,
  id: 'F04',
  title: '符合立案标准的是否及时立案',
  cite: [cite('行政处罚法', 54), cite('行政处罚法', 76)],
  severity: 'orange',
  mode: 'A',
  conduct: 'no-case',
  asks: '符合立案标准的，行政机关应当及时立案（提请以后的工作日数是平台参数，法律没有规定长度）。',
  check: ({ sufficientOn, settledOn }, { profile, calendar, today }) => {
    if (sufficientOn === null) return null;
    const due = workingDaysAfter('F04.working-days', sufficientOn, { profile, calendar });
    if (due === null) return MISSING.parameter;
    if (due === 'calendar') return MISSING.calendar;
    if ((settledOn ?? today) <= due) return null;
    return {
      because: `${sufficientOn}核查认为符合立案标准，${settledOn === null ? '届满没有立案' : `${settledOn}才作出处理`}（参数期限至${due}）`,
      facts: { 提请立案日期: sufficientOn, 处理日期: settledOn ?? '无', 参数期限: due },
      clears: '更早的立案、不予立案或者移送的审批',
    };
  },
};
