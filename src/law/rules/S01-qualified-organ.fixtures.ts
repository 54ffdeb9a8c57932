import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const S01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S01',
  trips: [
    { say: '主体资格2月1日注销，3月2日作出处罚', facts: { organ: { kind: 'department', qualification: 'cancelled' } } },
    { say: '主体资格暂停期间作出处罚', facts: { organ: { kind: 'authorised', qualification: 'suspended' } } },
  ],
  clears: [{ say: '主体资格已确认且有效', facts: { organ: { kind: 'department', qualification: 'confirmed' } } }],
  unknown: [{ say: '名录中没有该机关', facts: { organ: null }, missing: '缺处罚机关的主体登记' }],
};
