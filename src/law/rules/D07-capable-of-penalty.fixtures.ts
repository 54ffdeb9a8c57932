import type { CaseProcessFacts } from './case-facts.ts';
import { fineOf, TOLD } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const person = (more: Partial<CaseProcessFacts>): Partial<CaseProcessFacts> => ({ ...FINE, partyKind: 'person', ...more });
const SMALL = fineOf(1000);
const FINE = { penalty: SMALL, proposed: SMALL, notice: { ...TOLD, penalty: SMALL } };

export const D07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D07',
  trips: [
    { say: '罚款时十三周岁', facts: person({ age: 'child' }) },
    { say: '十六周岁，没有从轻减轻', facts: person({ age: 'minor' }) },
    { say: '不能辨认自己行为', facts: person({ age: 'grown', isIncapable: true }) },
  ],
  clears: [
    { say: '十六周岁，减轻处罚', facts: person({ age: 'minor', isLess: true }) },
    { say: '成年人', facts: person({ age: 'grown' }) },
    { say: '单位', facts: { age: null } },
  ],
  unknown: [{ say: '没有出生日期', facts: person({ age: null }), missing: '缺当事人出生日期' }],
};
