import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { VisitsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const cardShown: SupervisionRule<VisitsFact> = {
  ...OF_A_CASE,
  id: 'I01',
  title: '调查、检查时是否主动出示执法证件',
  cite: [cite('行政处罚法', 55)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件；不出示的，当事人或者有关人员有权拒绝接受调查或者检查。',
  check: ({ visits }) => {
    if (visits === null) return MISSING.cardShown;
    return visits
      .filter((v) => !v.shown)
      .map((v) => ({
        because: `${v.on}${v.what}，没有记明出示执法证件`,
        facts: { 办理: v.what, 日期: v.on, 出示证件: '没有记明' },
        clears: '记明出示证件的笔录，或者当时的音像记录',
        fact: `${v.on}/${v.what}`,
      }));
  },
};
