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
    { say: '2025年8月1日送达，2026年5月1日届满没有申请', facts: window('2026-02-01'), today: '2026-05-12' },
    { say: '末日5月1日，次日还没有申请', facts: window('2026-02-01'), today: '2026-05-02' },
    { say: '末日5月1日，次日才申请', facts: window('2026-02-01', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-02') }) },
    { say: '三个月届满以后才申请', facts: { ...window('2026-02-01', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-12') }) } },
  ],
  clears: [
    { say: '4月10日申请', facts: window('2026-02-01', { urgedOn: day('2026-02-05'), appliedOn: day('2026-04-10') }) },
    { say: '末日当日申请', facts: window('2026-02-01', { urgedOn: day('2026-02-05'), appliedOn: day('2026-05-01') }) },
    { say: '末日当日还没有申请', facts: window('2026-02-01'), today: '2026-05-01' },
    { say: '次年放假安排未载入，期限当年届满以前', facts: window('2026-10-15'), today: '2027-01-15' },
    { say: '尚在期内', facts: window('2026-02-01'), today: '2026-04-20' },
    { say: '已经履行', facts: window('2026-02-01', { performedOn: day('2026-02-03') }), today: '2026-06-01' },
    { say: '救济期限没有届满', facts: {} },
  ],
  unknown: [
    { say: '次年放假安排未载入，末日是否顺延不明', facts: window('2026-10-15'), today: '2027-03-01', missing: '放假安排未载入' },
    { say: '届满时强制法没有施行', facts: window('2011-06-01'), missing: '决定时的法律规定未载入' },
  ],
};
