import { cite } from '../citation.ts';
import { RECONSIDERATION_DAYS, SUIT_MONTHS } from '../disputing/window.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CaseProcedure, DecisionTextFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const decisionComplete: SupervisionRule<CaseProcedure & CaseDecision & DecisionTextFact> = {
  ...OF_A_CASE,
  id: 'D03',
  title: '处罚决定书的内容和救济途径是否正确',
  cite: [cite('行政处罚法', 52), cite('行政处罚法', 59), cite('行政复议法', 20), cite('行政复议法', 23), cite('行政诉讼法', 46)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '决定书应当载明第五十九条的各项内容并盖章；申请复议的期限六十日，直接起诉的期限六个月；对当场处罚决定不服的，先申请复议。',
  check: ({ procedure, outcome, decidedOn, decisionText }) => {
    if (outcome !== 'penalty' || decidedOn === null) return null;
    if (decisionText === null) return MISSING.decisionText;
    const { lacks, reconsiderDays, suitMonths, reconsiderFirst } = decisionText;
    const faults = [
      ...lacks.map((what) => `没有载明${what}`),
      ...(reconsiderDays === null || reconsiderDays === RECONSIDERATION_DAYS ? [] : [`申请复议的期限写为${reconsiderDays}日`]),
      ...(suitMonths === null || suitMonths === SUIT_MONTHS ? [] : [`提起诉讼的期限写为${suitMonths}个月`]),
      ...(procedure === 'summary' && reconsiderFirst === false ? ['没有写明先申请行政复议'] : []),
    ];
    if (faults.length === 0) return null;
    return {
      because: `处罚决定书${faults.join('，')}`,
      facts: { 决定日期: decidedOn, 不符之处: faults.join('；') },
      clears: '更正后重新送达的决定书',
    };
  },
};
