import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { EmpoweredFact, ItemFact, OrganFact } from './facts.ts';
import { MISSING } from './missing.ts';

export const itemOnPowerList: SupervisionRule<ItemFact & OrganFact & EmpoweredFact> = {
  id: 'S02',
  version: 2,
  title: '处罚事项是否在机关当时有效的权责清单内',
  cite: [cite('行政处罚法', 17), cite('行政权力清单管理办法', null), cite('实施细则', 8, undefined, 3)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(3)',
  asks: '行政机关在法定职权范围内实施行政处罚，行政权力事项以公布的权责清单为准。',
  check: ({ itemCode, itemListed, itemEmpowered, organ }) => {
    if (itemCode === null) return MISSING.item;
    // What a township may fine rests on what it has been empowered to: S07's question, once that list is there.
    if (organ?.kind === 'township' && itemEmpowered !== null) return null;
    if (itemListed === null) return MISSING.powerList;
    if (itemListed) return null;
    return {
      because: `事项“${itemCode}”不在处罚机关当时有效的权责清单内`,
      facts: { 事项编码: itemCode },
      clears: '权责清单中载有该事项且当时有效的版本，或者赋权、委托的依据',
    };
  },
};
