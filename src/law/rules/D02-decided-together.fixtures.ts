import type { CaseProcessFacts } from './case-facts.ts';
import { fineOf, TOLD } from './lawful-case.fixtures.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const REVOKED = { kinds: ['CF08'], fineFen: null, incomeFen: null, goodsFen: null } as const;
const together = (on: string | null): Partial<CaseProcessFacts> => ({
  penalty: REVOKED,
  notice: { ...TOLD, hearing: true, penalty: REVOKED },
  discussedOn: dayOf(on),
});

const police = (yuan: number): Partial<CaseProcessFacts> => ({
  ...{ penalty: fineOf(yuan), proposed: fineOf(yuan), notice: { ...TOLD, hearing: true, penalty: fineOf(yuan) }, partyKind: 'person' },
  citations: cited('《治安管理处罚法》第六十条'),
});

export const D02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D02',
  trips: [
    { say: '吊销许可证，没有集体讨论', facts: together(null) },
    { say: '决定以后才讨论', facts: together('2026-03-17') },
    { say: '情节复杂，没有集体讨论', facts: { isGrave: true } },
    { say: '治安案件罚款4,000元，没有集体讨论', facts: police(4_000) },
  ],
  clears: [
    { say: '3月9日集体讨论', facts: together('2026-03-09') },
    { say: '决定当日集体讨论', facts: together('2026-03-16') },
    { say: '一般案件', facts: {} },
    { say: '治安案件罚款3,999元', facts: police(3_999) },
  ],
  unknown: [],
};
