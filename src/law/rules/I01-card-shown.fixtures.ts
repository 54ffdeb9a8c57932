import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const visit = (more: { shown?: boolean; signed?: boolean }): Partial<CaseProcessFacts> => ({
  visits: [{ what: '检查', on: day('2026-02-03'), shown: true, signed: true, ...more }],
});

export const I01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I01',
  trips: [{ say: '检查笔录没有记明出示证件', facts: visit({ shown: false }) }],
  clears: [
    { say: '记明出示证件，有音像记录', facts: visit({}) },
    { say: '没有检查、询问', facts: { visits: [] } },
  ],
  unknown: [{ say: '笔录的情况不在案', facts: { visits: null }, missing: '缺检查、询问时出示证件的记录' }],
};
