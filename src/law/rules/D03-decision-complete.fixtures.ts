import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const text = (more: Partial<NonNullable<CaseProcessFacts['decisionText']>>): Partial<CaseProcessFacts> => ({
  decisionText: { lacks: [], reconsiderDays: 60, suitMonths: 6, reconsiderFirst: null, ...more },
});

export const D03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D03',
  trips: [
    { say: '写为三个月内起诉', facts: text({ suitMonths: 3 }) },
    { say: '没有盖章', facts: text({ lacks: ['行政机关印章'] }) },
    {
      say: '当场处罚决定书写为可以直接起诉',
      facts: { ...text({ reconsiderFirst: false }), procedure: 'summary', recordedOn: day('2026-03-16') },
    },
  ],
  clears: [
    { say: '六十日、六个月', facts: text({}) },
    {
      say: '当场处罚决定书写明先复议',
      facts: { ...text({ suitMonths: null, reconsiderFirst: true }), procedure: 'summary', recordedOn: day('2026-03-16') },
    },
  ],
  unknown: [{ say: '不知道决定书载明什么', facts: { decisionText: null }, missing: '缺处罚决定书载明的内容' }],
};
