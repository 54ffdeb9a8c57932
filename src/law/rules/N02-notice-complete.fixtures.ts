import type { CaseProcessFacts } from './case-facts.ts';
import { told } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const N02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N02',
  trips: [{ say: '没有告知拟罚款的数额', facts: told({ lacks: ['拟作出的处罚内容'] }) }],
  clears: [
    { say: '五项俱全', facts: told({ lacks: [] }) },
    { say: '没有告知（另由N01判断）', facts: { notice: null, decidedOn: null, outcome: null } },
  ],
  unknown: [{ say: '不知道告知书载明什么', facts: told({ lacks: null }), missing: '缺告知书载明的内容' }],
};
