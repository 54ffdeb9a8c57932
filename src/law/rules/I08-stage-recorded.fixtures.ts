import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const I08_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I08',
  trips: [{ say: '登记保存没有音像记录，已经结案', facts: { stages: [{ words: '2026-02-05先行登记保存', recorded: false }] } }],
  clears: [
    { say: '全程有音像记录', facts: { stages: [{ words: '2026-02-05先行登记保存', recorded: true }] } },
    { say: '没有应当记录的环节', facts: { stages: [] } },
  ],
  unknown: [
    {
      say: '还没有结案，可以补附',
      facts: { stages: [{ words: '2026-02-05先行登记保存', recorded: false }], closedOn: null },
      missing: '案件尚未结案，音像记录可以补附',
    },
  ],
};
