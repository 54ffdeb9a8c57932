import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ApartFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const reviewedApart: SupervisionRule<ApartFact> = {
  ...OF_A_CASE,
  id: 'S12',
  title: '法制审核人员、听证主持人是否没有参与本案调查',
  cite: [cite('行政处罚法', 58), cite('行政处罚法', 64)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '听证由行政机关指定的非本案调查人员主持；法制审核由从事法制审核的人员进行，不由承办人员自己审核。',
  check: ({ apart }) => {
    const doubts = apart
      .filter((one) => one.tookPart === true)
      .map(({ role, name }) => ({
        because: `${role}${name}参与了本案的调查`,
        facts: { 职责: role, 人员: name },
        clears: `${name}没有参与本案调查的证明`,
        fact: `${role}/${name}`,
      }));
    if (doubts.length > 0) return doubts;
    return apart.some((one) => one.tookPart === null) ? MISSING.reviewer : null;
  },
};
