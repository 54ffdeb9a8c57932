import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const visit = (more: { shown?: boolean; signed?: boolean }): Partial<CaseProcessFacts> => ({
  visits: [{ what: '检查', on: day('2026-02-03'), shown: true, signed: true, ...more }],
});

export const I04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I04',
  trips: [{ say: '询问笔录没有签名，也没有注明', facts: visit({ signed: false }) }],
  clears: [
    { say: '注明拒绝签名并有音像记录', facts: visit({}) },
    { say: '没有检查、询问', facts: { visits: [] } },
  ],
  unknown: [{ say: '笔录的情况不在案', facts: { visits: null }, missing: '缺笔录签名情况' }],
};
