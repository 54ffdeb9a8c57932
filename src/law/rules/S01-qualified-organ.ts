import { cite } from '../citation.ts';
import { QUALIFICATION_LABELS } from '../roles.ts';
import type { SupervisionRule } from '../rule.ts';
import type { DecisionDay, OrganFact } from './facts.ts';
import { MISSING } from './missing.ts';

export const qualifiedOrgan: SupervisionRule<DecisionDay & OrganFact> = {
  id: 'S01',
  version: 1,
  title: '处罚机关在决定当日是否具有执法主体资格',
  cite: [cite('行政处罚法', 17), cite('行政处罚法', 38), cite('实施细则', 8, undefined, 4)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(4)',
  asks: '行政处罚由具有行政处罚权的行政机关在法定职权范围内实施；实施主体不具有行政主体资格的，处罚无效。',
  check: ({ organ, decidedOn }) => {
    if (organ === null) return MISSING.organ;
    // A delegated organisation is never a subject of its own: whose name the decision bears is S05's question.
    if (organ.kind === 'delegate' || organ.qualification === 'confirmed') return null;
    const state = QUALIFICATION_LABELS[organ.qualification];
    return {
      because: `决定当日处罚机关的执法主体资格为“${state}”`,
      facts: { 处罚决定日期: decidedOn, 主体资格: state },
      clears: '主体名录中决定当日资格为“确认”的公告，或者决定日期、处罚机关录入有误的证明',
    };
  },
};
