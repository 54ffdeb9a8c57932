import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CorrectionFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const correctionOrdered: SupervisionRule<CaseDecision & CorrectionFact> = {
  ...OF_A_CASE,
  id: 'D06',
  title: '实施处罚时是否责令改正或者写明无需责令',
  cite: [cite('行政处罚法', 28)],
  severity: 'orange',
  mode: 'A',
  conduct: null,
  asks: '行政机关实施行政处罚时，应当责令当事人改正或者限期改正违法行为。',
  check: ({ outcome, decidedOn, correction }) => {
    if (outcome !== 'penalty' || decidedOn === null) return null;
    if (correction === null) return MISSING.correction;
    if (correction === 'told') return null;
    return {
      because: `${decidedOn}的处罚决定没有责令改正，也没有写明已经改正、无需改正的情况`,
      facts: { 决定日期: decidedOn, 责令改正: '没有写明' },
      clears: '责令改正通知书，或者已经改正、无需改正的记录',
    };
  },
};
