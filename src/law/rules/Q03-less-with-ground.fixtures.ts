import type { CaseProcessFacts } from './case-facts.ts';
import { weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const LENIENT = { levels: ['lenient'], tier: 3 } as const;
const LISTED = { ...LENIENT, mitigation: ['list'] } as const;

export const Q03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'Q03',
  trips: [
    { say: '“酌情”从轻，没有情形', facts: weighedAs(20_000, LENIENT) },
    { say: '有情形而证据没有查证', facts: weighedAs(20_000, { ...LENIENT, mitigation: ['undone'] }, { proven: false }) },
    { say: '以清单为依据而事项不在清单上', facts: weighedAs(20_000, LISTED, { proven: true }) },
  ],
  clears: [
    { say: '第三十二条第一项，有证据', facts: weighedAs(20_000, { ...LENIENT, mitigation: ['undone'] }, { proven: true }) },
    { say: '没有从轻、减轻', facts: weighedAs(40_000, { tier: 4 }) },
  ],
  unknown: [
    {
      say: '没有查清单',
      facts: weighedAs(20_000, { ...LISTED, tier: null }, { proven: true, lists: { lenient: 'unknown', benchmark: null } }),
      missing: '缺四张清单登记',
    },
  ],
};
