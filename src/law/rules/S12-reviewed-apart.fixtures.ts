import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const S12_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'S12',
  trips: [
    { say: '听证主持人是承办人', facts: { apart: [{ role: '听证主持人', name: '甲', tookPart: true }] } },
    { say: '审核人员参与了调查', facts: { apart: [{ role: '法制审核人员', name: '甲', tookPart: true }] } },
  ],
  clears: [
    { say: '由其他科室的人员主持', facts: { apart: [{ role: '听证主持人', name: '丁', tookPart: false }] } },
    { say: '没有审核、听证', facts: { apart: [] } },
  ],
  unknown: [
    {
      say: '补录的审核没有写明审核人员',
      facts: { apart: [{ role: '法制审核人员', name: '自有系统', tookPart: null }] },
      missing: '缺法制审核、听证主持人员',
    },
  ],
};
