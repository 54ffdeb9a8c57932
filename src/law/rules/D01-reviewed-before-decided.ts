import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, ReviewFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const reviewedBeforeDecided: SupervisionRule<CaseDecision & ReviewFact> = {
  ...OF_A_CASE,
  id: 'D01',
  title: '应当法制审核的是否审核通过后才作出决定',
  cite: [cite('行政处罚法', 58), cite('实施细则', 8, undefined, 2)],
  head: '8(2)',
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '涉及重大公共利益，直接关系当事人或者第三人重大权益经过听证程序，疑难复杂、涉及多个法律关系，以及法律、法规规定的其他情形，未经法制审核或者审核未通过的，不得作出决定。',
  check: ({ decidedOn, outcome, grounds, passedOn }) => {
    if (decidedOn === null || outcome !== 'penalty' || grounds.length === 0) return null;
    if (passedOn !== null && passedOn <= decidedOn) return null;
    return {
      because: `本案${grounds.join('、')}，${decidedOn}作出决定时${passedOn === null ? '没有审核通过的意见' : `审核还没有通过（${passedOn}才通过）`}`,
      facts: { 应当审核的情形: grounds.join('、'), 审核通过日期: passedOn ?? '无', 决定日期: decidedOn },
      clears: '决定以前审核通过的法制审核意见书',
    };
  },
};
