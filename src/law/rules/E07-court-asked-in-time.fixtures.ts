import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const window = (from: string, more: Partial<CaseProcessFacts> = {}): Partial<CaseProcessFacts> => ({
  windowFrom: day(from),
  performedOn: null,
  ...more,
});

export const E07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E07',
  trips: [
    {
      say: '三个月的末日5月2日是星期六，顺延至5月4日，次日才申请',
      facts: window('2026-02-02', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-05') }),
    },
    { say: '2025年7月30日送达，2026年4月30日届满没有申请', facts: window('2026-01-30'), today: '2026-05-12' },
    { say: '末日4月30日，次日还没有申请', facts: window('2026-01-30'), today: '2026-05-01' },
    { say: '末日4月30日，次日才申请', facts: window('2026-01-30', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-01') }) },
    { say: '三个月届满以后才申请', facts: { ...window('2026-01-30', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-12') }) } },
  ],
  clears: [
    {
      say: '三个月的末日5月2日是星期六，顺延至5月4日，当日申请',
      facts: window('2026-02-02', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-04') }),
    },
    { say: '4月10日申请', facts: window('2026-01-30', { urgedOn: day('2026-02-05'), appliedOn: day('2026-04-10') }) },
    { say: '末日当日申请', facts: window('2026-01-30', { urgedOn: day('2026-02-05'), appliedOn: day('2026-04-30') }) },
    { say: '末日当日还没有申请', facts: window('2026-01-30'), today: '2026-04-30' },
    { say: '次年放假安排未载入，期限当年届满以前', facts: window('2026-10-15'), today: '2027-01-15' },
    { say: '尚在期内', facts: window('2026-01-30'), today: '2026-04-20' },
    { say: '已经履行', facts: window('2026-01-30', { performedOn: day('2026-02-03') }), today: '2026-06-01' },
    { say: '救济期限没有届满', facts: {} },
  ],
  unknown: [
    { say: '次年放假安排未载入，末日是否顺延不明', facts: window('2026-10-15'), today: '2027-03-01', missing: '放假安排未载入' },
    { say: '届满时强制法没有施行', facts: window('2011-06-01'), missing: '决定时的法律规定未载入' },
  ],
};
