import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { DecisionDay, EmpoweredFact, ItemFact, OrganFact } from './facts.ts';
import { MISSING } from './missing.ts';

export const withinEmpowerment: SupervisionRule<DecisionDay & OrganFact & EmpoweredFact & Pick<ItemFact, 'itemCode'>> = {
  id: 'S07',
  version: 1,
  title: '苏木乡镇、街道处罚的事项是否在当时有效的赋权清单内',
  cite: [cite('行政处罚法', 24), cite('实施细则', 8, undefined, 13)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(13)',
  asks: '苏木乡镇、街道只对自治区决定交由其行使并已公布的事项行使县级人民政府部门的行政处罚权。',
  check: ({ organ, itemCode, itemEmpowered, decidedOn }) => {
    if (organ === null) return MISSING.organ;
    if (organ.kind !== 'township') return null;
    if (itemCode === null) return MISSING.item;
    if (itemEmpowered === null) return MISSING.empowerment;
    if (itemEmpowered) return null;
    return {
      because: `事项“${itemCode}”不在处罚机关决定当日有效的赋权清单内`,
      facts: { 事项编码: itemCode, 处罚决定日期: decidedOn },
      clears: '自治区交由该苏木乡镇、街道行使的决定，或者法律、行政法规直接规定由其处罚的依据',
    };
  },
};
