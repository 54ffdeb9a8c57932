import { cite } from '../citation.ts';
import { lacksQualification, qualificationAskedFrom } from '../review-qualification.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ProcedureFact, ReviewersFact } from './facts.ts';
import { MISSING } from './missing.ts';

/** Whoever reviewed before the qualification was asked for may go on without it. */
export const reviewerQualified: SupervisionRule<ProcedureFact & ReviewersFact> = {
  id: 'S13',
  version: 1,
  title: '初次从事法制审核的人员是否有法律职业资格',
  cite: [cite('行政处罚法', 58)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: null,
  head: '8(2)',
  asks: '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格。',
  check: ({ procedure, reviewers }, { profile, today }) => {
    // What is decided on the spot is not reviewed.
    if (procedure === 'summary') return null;
    if (reviewers === null) return MISSING.reviewers;
    const from = qualificationAskedFrom(profile, today);
    if (from === null) return MISSING.parameter;
    const certain = reviewers.filter((reviewer) => lacksQualification(reviewer, from));
    const isOpen = reviewers.some(({ firstOn, qualification }) => qualification === null && firstOn === null);
    if (certain.length === 0) return isOpen ? MISSING.firstReview : null;
    return certain.map(({ name, firstOn }) => ({
      because: `法制审核人员${name}${firstOn ?? ''}初次从事审核，没有登记法律职业资格`,
      facts: { 审核人员: name, 初次审核日期: firstOn ?? '', 法律职业资格证号: '无' },
      clears: '法律职业资格证书，或者此前已经从事审核的证明',
      fact: name,
    }));
  },
};
