import type { CaseProcessFacts } from './case-facts.ts';
import { fineOf, TOLD, told } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const REVOKED = { kinds: ['CF08'], fineFen: null, incomeFen: null, goodsFen: null } as const;
const revoked = (hearing: boolean): Partial<CaseProcessFacts> => ({
  notice: { ...TOLD, hearing, penalty: REVOKED },
  penalty: REVOKED,
  proposed: REVOKED,
  discussedOn: day('2026-03-09'),
});

export const N06_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N06',
  trips: [
    { say: '吊销许可证，没有告知听证权利', facts: revoked(false) },
    {
      say: '对企业罚款60,000元，没有告知',
      facts: { ...told({ penalty: fineOf(60_000) }), penalty: fineOf(60_000), proposed: fineOf(60_000), discussedOn: day('2026-03-16') },
    },
  ],
  clears: [
    {
      say: '警告',
      facts: {
        ...told({ penalty: { ...fineOf(0), kinds: ['CF01'], fineFen: null } }),
        penalty: { ...fineOf(0), kinds: ['CF01'], fineFen: null },
      },
    },
    { say: '吊销，已经告知', facts: revoked(true) },
    { say: '对企业罚款49,999元', facts: { ...told({ penalty: fineOf(49_999) }), penalty: fineOf(49_999), proposed: fineOf(49_999) } },
  ],
  unknown: [],
};
