import type { CaseProcessFacts } from './case-facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const POLICE = { citations: cited('《治安管理处罚法》第三十三条') };
const spot = (recorded: string | null): Partial<CaseProcessFacts> => ({
  procedure: 'summary',
  decidedOn: day('2026-03-02'),
  recordedOn: dayOf(recorded),
});

export const D09_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D09',
  trips: [
    { say: '3月2日决定，3月5日没有报备', facts: spot(null), today: '2026-03-05' },
    { say: '第三个工作日才报备', facts: spot('2026-03-05') },
    { say: '治安案件第二日仍未报备', facts: { ...spot(null), ...POLICE }, today: '2026-03-04' },
    { say: '治安案件第二日才报备', facts: { ...spot('2026-03-04'), ...POLICE } },
  ],
  clears: [
    { say: '3月3日报备', facts: spot('2026-03-03') },
    { say: '第二个工作日', facts: spot(null), today: '2026-03-04' },
    { say: '治安案件次日报备', facts: { ...spot('2026-03-03'), ...POLICE } },
    { say: '普通程序', facts: {} },
    {
      say: '当场不予处罚并教育，没有处罚决定可报备',
      facts: { ...spot(null), outcome: 'not-punished', penalty: null },
      today: '2026-03-05',
    },
  ],
  unknown: [
    {
      say: '引用的特别法没有载入',
      facts: { ...spot(null), citations: cited('《道路交通安全法》第九十条') },
      today: '2026-03-05',
      missing: '缺所引特别法的期限和程序规定',
    },
    { say: '次年放假安排未载入', facts: { ...spot(null), decidedOn: day('2026-12-30') }, today: '2027-02-01', missing: '放假安排未载入' },
  ],
};
