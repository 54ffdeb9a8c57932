import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const paused = (what: string, basis: string, counts: boolean): Partial<CaseProcessFacts> => ({
  pauses: [{ what, from: day('2026-02-10'), basis, counts }],
});

export const F07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'F07',
  trips: [
    { say: '以“等领导意见”中止', facts: paused('中止', '等领导意见', false) },
    { say: '以规范性文件延长', facts: paused('延长', '局内规定', false) },
  ],
  clears: [
    { say: '鉴定，有规章依据并已告知', facts: paused('中止', '市场监督管理行政处罚程序规定', true) },
    { say: '没有中止', facts: { pauses: [] } },
  ],
  unknown: [],
};
