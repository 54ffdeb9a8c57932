import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { LikeCases } from './peer-facts.ts';

export const LIKE: LikeCases = {
  fineFen: 900_000,
  decidedOn: day('2026-03-16'),
  others: { cases: 5, medianFen: 500_000 },
  likeness: '违法行为类型、处罚依据相同',
};

export const Q05_FIXTURES: RuleFixtures<LikeCases> = {
  rule: 'Q05',
  trips: [
    { say: '中位数5,000元，本次30,000元', facts: { fineFen: 3_000_000 } },
    { say: '比三倍多一分', facts: { fineFen: 1_500_001 } },
    { say: '不足三分之一', facts: { fineFen: 166_666 } },
    { say: '连本案恰好五件', facts: { fineFen: 3_000_000, others: { cases: 4, medianFen: 500_000 } } },
  ],
  clears: [
    { say: '中位数5,000元，本次9,000元', facts: {} },
    { say: '恰好三倍', facts: { fineFen: 1_500_000 } },
    { say: '恰好三分之一', facts: { fineFen: 200_000, others: { cases: 5, medianFen: 600_000 } } },
    { say: '没有罚款', facts: { fineFen: null } },
  ],
  unknown: [
    { say: '连本案只有四件', facts: { fineFen: 3_000_000, others: { cases: 3, medianFen: 500_000 } }, missing: '缺类案数据' },
    { say: '没有类案', facts: { fineFen: 3_000_000, others: null }, missing: '缺类案数据' },
  ],
};
