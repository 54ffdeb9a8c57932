import { cite } from '../citation.ts';
import { freeAnswered } from '../discretion/deciding.ts';
import type { SupervisionRule } from '../rule.ts';
import type { WeighingFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const letGoWhenDue: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'Q02',
  title: '事项在不予处罚清单上而给予处罚的，是否写明理由',
  cite: [cite('行政处罚法', 33), cite('实施细则', 19)],
  severity: 'orange',
  mode: 'A',
  conduct: null,
  head: '8(9)',
  asks: '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚；初次违法且危害后果轻微并及时改正的，可以不予行政处罚。事项在不予处罚清单上而给予处罚的，写明不符合哪一项条件。',
  check: ({ weighing }) => {
    if (weighing === null) return null;
    if (weighing === 'untold') return MISSING.weighing;
    const stop = freeAnswered(weighing.weighed, weighing.lists);
    if (stop === null) return null;
    if (stop === 'unknown') return MISSING.lenientLists;
    return {
      because: stop[1],
      facts: { 不予处罚清单: '事项在清单上', 不适用的理由: '没有写明' },
      clears: '不符合清单所列条件的理由和证据',
    };
  },
};
