import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const kept = (settled: string | null, approvedBy: 'head' | 'other' | null = 'head', on = '2026-03-02'): Partial<CaseProcessFacts> => ({
  preservations: [{ no: 1, on: day(on), settledOn: dayOf(settled), approvedBy }],
});

export const I03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I03',
  trips: [{ say: '由中队长批准', facts: kept('2026-03-05', 'other') }],
  clears: [
    { say: '由机关负责人批准', facts: kept('2026-03-05') },
    { say: '没有登记保存', facts: { preservations: [] } },
  ],
  unknown: [{ say: '补录没有写明批准人', facts: kept('2026-03-05', null), missing: '缺登记保存的批准人' }],
};
