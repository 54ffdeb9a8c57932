import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { PausesFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const pausedByLaw: SupervisionRule<PausesFact> = {
  ...OF_A_CASE,
  id: 'F07',
  title: '中止、延长办案期限是否有法律、法规、规章依据',
  cite: [cite('行政处罚法', 60)],
  severity: 'orange',
  mode: 'B',
  conduct: 'procedure',
  asks: '九十日的办案期限，法律、法规、规章另有规定的从其规定；没有依据的中止、延长不改变期限。',
  check: ({ pauses }) =>
    pauses
      .filter((p) => !p.counts)
      .map((p) => ({
        because: `${p.from}${p.what}办案期限，写明的依据“${p.basis}”不是法律、法规、规章`,
        facts: { 办理: p.what, 日期: p.from, 依据: p.basis },
        clears: '法律、法规、规章关于中止、延长的规定',
        fact: `${p.what}/${p.from}`,
      })),
};
