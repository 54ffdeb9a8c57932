import { cite } from '../citation.ts';
import { fineWords } from '../discretion/benchmark.ts';
import { yuan } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import type { WeighingFact } from './case-facts.ts';
import { beyondLaw, fineInLaw } from './fine-in-law.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** Asked of the range that the benchmark of the conduct states, like the condition that refuses such a fine where it is proposed, told or decided here. */
export const finedWithinLaw: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'D04',
  title: '罚款是否在法定幅度以内',
  cite: [cite('行政处罚法', 4), cite('行政处罚法', 32)],
  severity: 'red',
  mode: 'B',
  conduct: 'arbitrary-fine',
  asks: '行政处罚依照法律、法规、规章规定的种类和幅度实施；低于法定最低限的，应当具有减轻处罚的情形。',
  check: (facts) => {
    const fine = fineInLaw(facts);
    if (fine === null || 'notJudged' in fine) return fine;
    const beyond = beyondLaw(fine);
    if (beyond === null) return null;
    const { fineFen, benchmark } = fine;
    const range = fineWords(benchmark.content.statutory.fine ?? fine.range);
    return {
      because: `罚款${yuan(fineFen)}，${beyond === 'above' ? '高于' : '低于'}法定幅度（${range}）${beyond === 'below' ? '而不是减轻处罚' : ''}`,
      facts: { 罚款金额: yuan(fineFen), 法定幅度: range, 罚则: benchmark.content.penalty },
      clears: '罚款适用其他罚则条款的说明，或者减轻处罚的情形和证据',
    };
  },
};
