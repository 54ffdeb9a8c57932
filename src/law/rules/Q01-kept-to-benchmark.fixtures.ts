import type { CaseProcessFacts } from './case-facts.ts';
import { weighed, weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const LENIENT = { levels: ['lenient'], tier: 3, mitigation: ['benchmark'] } as const;
const PROVEN = { proven: true } as const;

export const Q01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'Q01',
  trips: [
    { say: '第3档1万元以上不满3万元，罚款6万元', facts: weighedAs(60_000, LENIENT, PROVEN) },
    { say: '第3档不满3万元，罚款3万元', facts: weighedAs(30_000, LENIENT, PROVEN) },
    { say: '有基准而没有选档', facts: weighed({ tier: null }) },
    { say: '所选的档次与裁量不一致', facts: weighed({ tier: 1, fineFen: 200_000 }) },
  ],
  clears: [
    { say: '写明了不按基准的理由', facts: weighedAs(60_000, { ...LENIENT, deviation: '经集体讨论，情节特殊' }, PROVEN) },
    { say: '第3档不满3万元，罚款29,999.99元', facts: weighedAs(0, { ...LENIENT, fineFen: 2_999_999 }, PROVEN) },
    { say: '档次以内', facts: weighedAs(29_999, LENIENT, PROVEN) },
    { say: '没有提出处罚', facts: { weighing: null } },
  ],
  unknown: [
    { say: '没有查基准', facts: weighed({}, { lists: { lenient: [], benchmark: 'unknown' } }), missing: '缺裁量权基准登记' },
    { say: '没有写明如何裁量', facts: { weighing: 'untold' }, missing: '缺裁量档次和从轻、减轻情形' },
  ],
};
