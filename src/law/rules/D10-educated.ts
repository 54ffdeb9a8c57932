import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, EducationFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const educatedInstead: SupervisionRule<CaseDecision & EducationFact> = {
  ...OF_A_CASE,
  id: 'D10',
  title: '不予处罚的是否对当事人进行教育',
  cite: [cite('行政处罚法', 33)],
  severity: 'yellow',
  mode: 'A',
  conduct: null,
  asks: '对当事人的违法行为依照第三十三条不予行政处罚的，行政机关应当对当事人进行教育。',
  check: ({ outcome, decidedOn, underArticle33, educated }) =>
    outcome !== 'not-punished' || decidedOn === null || !underArticle33 || educated
      ? null
      : {
          because: `${decidedOn}依照第三十三条不予处罚，没有教育记录`,
          facts: { 决定日期: decidedOn, 教育记录: '无' },
          clears: '对当事人进行教育的记录',
        },
};
