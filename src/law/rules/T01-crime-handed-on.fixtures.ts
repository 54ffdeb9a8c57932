import type { CaseProcessFacts } from './case-facts.ts';
import { told } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const crime = (transferred: string | null): Partial<CaseProcessFacts> => ({
  suspectedOn: day('2026-03-09'),
  transferredOn: dayOf(transferred),
});

export const T01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'T01',
  trips: [{ say: '达到立案追诉标准，只处罚款', facts: crime(null) }],
  clears: [
    { say: '已经移送', facts: crime('2026-03-10') },
    { say: '法制审核查对过，没有涉嫌犯罪', facts: { suspectedOn: null } },
    { say: '没有查对，已经移送', facts: { crimeAsked: false, transferredOn: day('2026-03-10') } },
    { say: '没有查对，不予处罚', facts: { crimeAsked: false, outcome: 'not-punished', penalty: null } },
    { say: '没有查对，还没有作出决定', facts: { crimeAsked: false, decidedOn: null, outcome: null } },
  ],
  unknown: [
    { say: '没有法制审核，也没有人查对是否涉嫌犯罪', facts: { crimeAsked: false }, missing: '缺涉嫌犯罪移送标准' },
    {
      say: '当场处罚，没有人查对是否涉嫌犯罪',
      facts: { ...told({}), crimeAsked: false, procedure: 'summary', decidedOn: day('2026-03-02'), recordedOn: day('2026-03-02') },
      missing: '缺涉嫌犯罪移送标准',
    },
  ],
};
