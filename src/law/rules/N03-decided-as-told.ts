import { cite } from '../citation.ts';
import { penaltyWords } from '../disputing/words.ts';
import { extentUntold } from '../penalty-terms.ts';
import { weighsMore } from '../penalty-weight.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, NoticesFact, PenaltyOfCase } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const decidedAsTold: SupervisionRule<CaseDecision & PenaltyOfCase & NoticesFact> = {
  ...OF_A_CASE,
  id: 'N03',
  title: '处罚决定是否没有重于事先告知',
  cite: [cite('行政处罚法', 44), cite('行政处罚法', 45)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '处罚决定超出告知的种类、数额、证照、期限的，当事人对超出的部分没有得到告知；应当就新的事实、理由重新告知。',
  check: ({ outcome, penalty, notice }) => {
    if (outcome !== 'penalty' || penalty === null || notice === null) return null;
    if (!weighsMore(penalty, notice.penalty)) return extentUntold(penalty, notice.penalty) ? MISSING.penaltyExtent : null;
    return {
      because: `告知的是${penaltyWords(notice.penalty)}，决定的是${penaltyWords(penalty)}，重于告知`,
      facts: { 告知: penaltyWords(notice.penalty), 决定: penaltyWords(penalty) },
      clears: '按决定的种类、数额重新告知的告知书',
    };
  },
};
