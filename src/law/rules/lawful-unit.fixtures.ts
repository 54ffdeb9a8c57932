import { day } from './lawful-decision.fixtures.ts';
import type { UnitDuties, UnitList } from './unit-facts.ts';

export function listed(label: string): UnitList {
  return { label, entries: 12, published: 12, unpublishedFrom: null };
}

/** A department of the city that owes nothing: each fixture changes only what its line says. */
export const LAWFUL_UNIT: UnitDuties = {
  kind: 'department',
  tier: 'city',
  lists: {
    power: listed('权责清单'),
    inspection: listed('行政检查事项清单'),
    'spot-check': listed('随机抽查事项清单'),
    'key-matter': listed('重点监管事项清单'),
    'no-penalty': listed('不予处罚清单'),
    lighter: listed('从轻处罚清单'),
    mitigated: listed('减轻处罚清单'),
    'no-coercion': listed('不予实施行政强制措施清单'),
  },
  lenientKept: true,
  finesOn: true,
  holdsPowers: true,
  systems: ['机构', '人员', '25(1)', '25(2)', '25(3)', '25(4)', '25(5)', '25(6)'],
  unseenPages: [],
  inspects: true,
  plan: { hasEver: true, publishedOn: day('2026-03-20'), publishedAt: '公示专栏' },
  inspected: [],
  empowered: [],
  deeds: [],
  filedPenalties: [],
  statedFilings: 0,
  madeDocuments: [],
  citesEnded: [],
  guides: [],
  line: null,
  rounds: null,
};
