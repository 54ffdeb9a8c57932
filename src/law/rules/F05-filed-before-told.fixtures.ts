import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const told = (on: string, filed: string | null): Partial<CaseProcessFacts> => ({
  firstNoticeOn: day(on),
  filedOn: filed === null ? null : day(filed),
});

export const F05_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'F05',
  trips: [
    { say: '3月3日告知，3月5日立案', facts: told('2026-03-03', '2026-03-05') },
    { say: '3月16日决定，3月17日立案', facts: told('2026-03-17', '2026-03-17') },
  ],
  clears: [
    { say: '3月2日立案，3月3日告知', facts: told('2026-03-03', '2026-03-02') },
    { say: '同一日立案、告知', facts: told('2026-03-03', '2026-03-03') },
    {
      say: '当场处罚没有立案',
      facts: { ...told('2026-03-16', null), procedure: 'summary', recordedOn: day('2026-03-16') },
    },
  ],
  unknown: [
    { say: '没有立案日期', facts: told('2026-03-03', null), missing: '缺立案日期' },
    {
      say: '先立案后告知，没有立案以前采取强制措施的记录',
      facts: { ...told('2026-03-03', '2026-03-02'), measures: null },
      missing: '缺行政强制措施记录',
    },
  ],
};
