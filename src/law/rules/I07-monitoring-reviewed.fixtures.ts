import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const I07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I07',
  trips: [{ say: '设置地点没有公布的摄像头', facts: { monitored: [{ no: 1, lacks: ['设置地点及其公布'] }] } }],
  clears: [
    { say: '已经公布并审核', facts: { monitored: [{ no: 1, lacks: [] }] } },
    { say: '不是电子监控', facts: { monitored: [] } },
  ],
  unknown: [],
};
