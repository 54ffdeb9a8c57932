import type { FineIncome } from './counter-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const INCOME: FineIncome = {
  year: 2025,
  fromMonth: 1,
  throughMonth: 12,
  incomeFen: 11_200_000,
  previousIncomeFen: 10_000_000,
  cases: 100,
  topOfficer: { name: '甲', cases: 20 },
  topItem: { name: '无证经营', cases: 30 },
};

export const A01_FIXTURES: RuleFixtures<FineIncome> = {
  rule: 'A01',
  trips: [
    { say: '同比增长80%', facts: { incomeFen: 18_000_000 } },
    { say: '同比增长50%多一分', facts: { incomeFen: 15_000_001 } },
    { say: '八成案件在一名执法人员', facts: { topOfficer: { name: '甲', cases: 80 } } },
    { say: '八成案件在一个事项', facts: { topItem: { name: '无证经营', cases: 80 } } },
    { say: '恰好五件', facts: { cases: 5, incomeFen: 18_000_000, topOfficer: null, topItem: null } },
  ],
  clears: [
    { say: '同比增长12%', facts: {} },
    { say: '同比增长恰好50%', facts: { incomeFen: 15_000_000 } },
    { say: '79件在一名执法人员', facts: { topOfficer: { name: '甲', cases: 79 } } },
    { say: '只有四件', facts: { cases: 4, incomeFen: 18_000_000, topOfficer: { name: '甲', cases: 4 } } },
    { say: '没有承办人数据，同比正常', facts: { topOfficer: null } },
  ],
  unknown: [
    { say: '没有上年数据', facts: { previousIncomeFen: null }, missing: '缺上年同期罚没数据' },
    { say: '上年同期为零', facts: { previousIncomeFen: 0 }, missing: '缺上年同期罚没数据' },
  ],
};
