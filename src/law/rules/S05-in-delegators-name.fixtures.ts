import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const S05_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S05',
  trips: [
    { say: '综合执法大队（受委托）以自己名义处罚', facts: { organ: { kind: 'delegate', qualification: 'confirmed' } } },
    { say: '受委托组织未被确认为主体，也只由本条提出', facts: { organ: { kind: 'delegate', qualification: 'cancelled' } } },
  ],
  clears: [
    { say: '以委托局名义处罚', facts: { organ: { kind: 'department', qualification: 'confirmed' } } },
    { say: '法律法规授权组织以自己名义处罚', facts: { organ: { kind: 'authorised', qualification: 'confirmed' } } },
  ],
  unknown: [{ say: '名录中没有该机关', facts: { organ: null }, missing: '缺处罚机关的主体登记' }],
};
