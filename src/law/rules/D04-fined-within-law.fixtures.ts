import type { CaseProcessFacts } from './case-facts.ts';
import { weighed, weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const LESS = { levels: ['mitigated'], tier: 2, mitigation: ['undone'] } as const;

export const D04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D04',
  trips: [
    { say: '法定1万元以上10万元以下，罚款12万元', facts: weighedAs(120_000, { levels: ['heavy'], tier: 5, deviation: '情节严重' }) },
    { say: '超出档次也超出法定幅度的只问一次', facts: weighedAs(120_000, { levels: ['heavy'], tier: 5 }) },
    { say: '上限10万元，罚款100,000.01元', facts: weighedAs(0, { fineFen: 10_000_001, levels: ['heavy'], tier: 5 }) },
    { say: '罚款8,000元，没有减轻', facts: weighedAs(8_000, { tier: 4, deviation: '初次违法' }) },
  ],
  clears: [
    { say: '罚款8,000元，有第三十二条第一项的证据', facts: weighedAs(8_000, LESS, { proven: true }) },
    { say: '上限10万元，从重', facts: weighedAs(100_000, { levels: ['heavy'], tier: 5 }) },
    { say: '下限1万元', facts: weighedAs(10_000, { levels: ['lenient'], tier: 3, mitigation: ['benchmark'] }, { proven: true }) },
    { say: '没有罚款', facts: weighed({ kinds: ['CF01'], fineFen: null, deviation: '情节轻微' }) },
  ],
  unknown: [
    { say: '没有基准', facts: weighed({ tier: null }, { lists: { lenient: [], benchmark: null } }), missing: '缺罚则条款的罚款幅度' },
    { say: '没有写明如何裁量', facts: { weighing: 'untold' }, missing: '缺裁量档次和从轻、减轻情形' },
  ],
};
