import { cite } from '../citation.ts';
import { penaltyWords } from '../disputing/words.ts';
import { extentUntold } from '../penalty-terms.ts';
import { weighsMore } from '../penalty-weight.ts';
import type { SupervisionRule } from '../rule.ts';
import type { NoticesFact, ProposalFact, StatementsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const notHeavierForDefence: SupervisionRule<NoticesFact & ProposalFact & StatementsFact> = {
  ...OF_A_CASE,
  id: 'N04',
  title: '是否没有因陈述、申辩而加重',
  cite: [cite('行政处罚法', 45)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '行政机关不得因当事人陈述、申辩而给予更重的处罚；因新查明的事实加重的，写明新的事实。',
  check: ({ earlier, proposed, newFacts, statements }) => {
    const isFirst = earlier === null || earlier.servedOn === null;
    if (isFirst || proposed === null || newFacts || statements.length === 0) return null;
    if (!weighsMore(proposed, earlier.penalty)) return extentUntold(proposed, earlier.penalty) ? MISSING.penaltyExtent : null;
    return {
      because: `当事人陈述、申辩以后，由${penaltyWords(earlier.penalty)}改为${penaltyWords(proposed)}，没有写明新查明的事实`,
      facts: { 原告知: penaltyWords(earlier.penalty), 陈述申辩以后: penaltyWords(proposed), 新查明的事实: '未写明' },
      clears: '告知以后新查明的事实和证据',
    };
  },
};
