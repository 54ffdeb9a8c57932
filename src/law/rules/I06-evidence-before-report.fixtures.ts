import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const used = (concluded: string, on: string): Partial<CaseProcessFacts> => ({
  concludedOn: day(concluded),
  used: [{ no: 1, on: day(on) }],
});

export const I06_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I06',
  trips: [
    { say: '3月10日终结，3月12日取得的证据被采用', facts: used('2026-03-10', '2026-03-12') },
    { say: '终结次日取得的证据被采用', facts: used('2026-03-10', '2026-03-11') },
  ],
  clears: [
    { say: '3月11日退回补充调查，3月13日重新终结', facts: used('2026-03-13', '2026-03-12') },
    { say: '终结当日取得', facts: used('2026-03-10', '2026-03-10') },
    { say: '尚未终结', facts: { concludedOn: null, used: [] } },
  ],
  unknown: [],
};
