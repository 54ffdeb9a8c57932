import type { LenientEntry } from '../list-facts.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const FREE: LenientEntry = { list: 'no-penalty', name: '未按规定明码标价', conditions: '初次违法，及时改正' };
const listed = (lenient: readonly LenientEntry[] | 'unknown', notFree: string | null): Partial<CaseProcessFacts> =>
  weighedAs(40_000, { tier: null, notFree }, { lists: { lenient, benchmark: null } });

export const Q02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'Q02',
  trips: [{ say: '事项在不予处罚清单上，处以罚款而没有写明理由', facts: listed([FREE], null) }],
  clears: [
    { say: '写明是第二次违法', facts: listed([FREE], '第二次违法') },
    { say: '事项不在清单上', facts: listed([], null) },
    { say: '事项只在减轻处罚清单上', facts: listed([{ ...FREE, list: 'mitigated' }], null) },
  ],
  unknown: [{ say: '没有查清单', facts: listed('unknown', null), missing: '缺四张清单登记' }],
};
