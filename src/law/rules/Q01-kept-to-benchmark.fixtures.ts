import type { CaseProcessFacts } from './case-facts.ts';
import { weighed, weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const LENIENT = { levels: ['lenient'], tier: 3, mitigation: ['benchmark'] } as const;
const PROVEN = { proven: true } as const;
/** No benchmark bears the name of the conduct; these others there are. */
const called = (ofItem: readonly string[], under: readonly string[]) => ({
  lists: { lenient: [], benchmark: null, otherwise: { byItem: false, ofItem, under } },
});

export const Q01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'Q01',
  trips: [
    { say: '第3档1万元以上不满3万元，罚款6万元', facts: weighedAs(60_000, LENIENT, PROVEN) },
    { say: '第3档不满3万元，罚款3万元', facts: weighedAs(30_000, LENIENT, PROVEN) },
    { say: '有基准而没有选档', facts: weighed({ tier: null }) },
    { say: '所选的档次与裁量不一致', facts: weighed({ tier: 1, fineFen: 200_000 }) },
    { say: '本事项有两个基准，哪一个也没有选', facts: weighed({ tier: null }, called(['甲行为', '乙行为'], [])) },
  ],
  clears: [
    { say: '写明了不按基准的理由', facts: weighedAs(60_000, { ...LENIENT, deviation: '经集体讨论，情节特殊' }, PROVEN) },
    { say: '第3档不满3万元，罚款29,999.99元', facts: weighedAs(0, { ...LENIENT, fineFen: 2_999_999 }, PROVEN) },
    { say: '档次以内', facts: weighedAs(29_999, LENIENT, PROVEN) },
    { say: '没有提出处罚', facts: { weighing: null } },
    {
      say: '本事项有两个基准，写明了都不适用',
      facts: weighed({ tier: null, deviation: '两个基准都没有规定' }, called(['甲行为', '乙行为'], [])),
    },
    { say: '事项、罚则之下都没有基准', facts: weighed({ tier: null }, called([], [])) },
  ],
  unknown: [
    { say: '没有查基准', facts: weighed({}, { lists: { lenient: [], benchmark: 'unknown' } }), missing: '缺裁量权基准登记' },
    {
      say: '同一罚则之下有其他违法行为的基准',
      facts: weighed({ tier: null }, called([], ['甲行为'])),
      missing: '同一处罚依据之下有其他违法行为的裁量权基准，缺所适用的是哪一个',
    },
    { say: '没有写明如何裁量', facts: { weighing: 'untold' }, missing: '缺裁量档次和从轻、减轻情形' },
  ],
};
