import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const kept = (settled: string | null, approvedBy: 'head' | 'other' | null = 'head', on = '2026-03-02'): Partial<CaseProcessFacts> => ({
  preservations: [{ no: 1, on: day(on), settledOn: dayOf(settled), approvedBy }],
});

export const I02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I02',
  trips: [
    { say: '3月2日登记保存，3月12日还没有处理', facts: kept(null), today: '2026-03-12' },
    { say: '第八个工作日才处理', facts: kept('2026-03-12') },
  ],
  clears: [
    { say: '3月11日处理', facts: kept('2026-03-11') },
    { say: '尚在期内', facts: kept(null), today: '2026-03-11' },
  ],
  unknown: [{ say: '次年放假安排未载入', facts: kept(null, 'head', '2026-12-28'), today: '2027-02-10', missing: '放假安排未载入' }],
};
