import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const F02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'F02',
  trips: [{ say: '杭锦后旗的机关立案查处发生在临河区的违法行为', facts: { place: 'outside' } }],
  clears: [
    { say: '附有指定管辖的决定', facts: { place: 'designated' } },
    { say: '发生在本机关辖区', facts: { place: 'own' } },
  ],
  unknown: [{ say: '没有写明发生地', facts: { place: null }, missing: '缺违法行为发生地和管辖情况' }],
};
