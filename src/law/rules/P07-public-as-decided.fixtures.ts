import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { ToldDecision, TwoSources } from './peer-facts.ts';

export const TOLD: ToldDecision = {
  source: '双公示数据',
  fineFen: 500_000,
  confiscatedFen: null,
  kinds: ['CF01', 'CF03'],
  decidedOn: day('2026-03-02'),
  party: '巴彦淖尔市某食品有限公司（演示）',
};
function otherwise(more: Partial<ToldDecision>): ToldDecision {
  return { ...TOLD, source: '信用平台导出', ...more };
}

export const P07_FIXTURES: RuleFixtures<TwoSources> = {
  rule: 'P07',
  trips: [
    { say: '5,000元与50,000元', facts: { otherwise: otherwise({ fineFen: 5_000_000 }) } },
    { say: '相差一分', facts: { otherwise: otherwise({ fineFen: 500_001 }) } },
    { say: '决定日期相差一日', facts: { otherwise: otherwise({ decidedOn: day('2026-03-03') }) } },
    { say: '处罚类别不同', facts: { otherwise: otherwise({ kinds: ['CF03'] }) } },
    { say: '金额、日期都不同，只提出一条', facts: { otherwise: otherwise({ fineFen: 1, decidedOn: day('2026-03-03') }) } },
  ],
  clears: [
    { say: '完全一致', facts: { otherwise: otherwise({}) } },
    { say: '类别只是次序不同', facts: { otherwise: otherwise({ kinds: ['CF03', 'CF01'] }) } },
    { say: '另一来源没有金额', facts: { otherwise: otherwise({ fineFen: null }) } },
  ],
  unknown: [{ say: '没有另一来源', facts: { otherwise: null }, missing: '缺另一来源的同一决定' }],
};
