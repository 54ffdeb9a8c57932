import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const entered = (on: string, recorded: string): Partial<CaseProcessFacts> => ({
  entries: [{ what: '检查', on: day(on), recordedOn: day(recorded) }],
});

export const I09_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I09',
  trips: [
    { say: '3月2日办理，3月20日才录入', facts: entered('2026-03-02', '2026-03-20') },
    { say: '相差四日', facts: entered('2026-03-02', '2026-03-06') },
  ],
  clears: [
    { say: '3月2日办理，3月3日录入', facts: entered('2026-03-02', '2026-03-03') },
    { say: '相差三日', facts: entered('2026-03-02', '2026-03-05') },
  ],
  unknown: [
    { say: '由自有系统办理', facts: { entries: [], elsewhere: true }, missing: '缺自有系统的录入日期' },
    { say: '没有录入日期', facts: { entries: null }, missing: '缺自有系统的录入日期' },
  ],
};
