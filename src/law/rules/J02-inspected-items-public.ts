import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { InspectedItems } from './unit-facts.ts';

export const inspectedItemsPublic: SupervisionRule<InspectedItems> = {
  id: 'J02',
  version: 1,
  title: '检查的事项是否在公布的行政检查事项清单内',
  cite: [cite('涉企检查意见', null)],
  grade: 'excerpt-summary',
  severity: 'red',
  mode: 'B',
  reach: 'organisation',
  conduct: 'arbitrary-inspection',
  head: '8(10)',
  asks: '行政检查事项应当公布，未经公布的不得实施；原文未核实，待核定。',
  check: ({ inspects, inspected }) => {
    if (!inspects) return null;
    if (inspected === null) return MISSING.inspections;
    const hidden = inspected.filter(({ publishedOn, on }) => publishedOn === null || publishedOn > on);
    if (hidden.length === 0) return null;
    return hidden.map(({ item, on, publishedOn }) => ({
      because: `${on}检查的事项“${item}”当时没有公布`,
      facts: { 检查事项: item, 检查日期: on, 公布日期: publishedOn ?? '无' },
      clears: '检查当日已经公布该事项的网址和日期',
      fact: `${item}/${on}`,
    }));
  },
};
