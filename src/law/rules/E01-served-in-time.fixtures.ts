import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function decided(on: string, servedOn: string): Partial<PenaltyFacts> {
  return { decidedOn: day(on), served: { on: day(servedOn) }, published: { on: day(on) }, validUntil: null, publicUntil: null };
}

export const E01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'E01',
  trips: [
    { say: '3月2日决定，3月12日送达', facts: decided('2026-03-02', '2026-03-12') },
    { say: '其间有清明假期，第8个工作日送达', facts: decided('2026-03-31', '2026-04-13') },
    { say: '3月2日决定，有送达日期一栏而空着，3月12日', facts: { served: { on: null } }, today: '2026-03-12' },
  ],
  clears: [
    { say: '3月2日决定，3月11日送达', facts: decided('2026-03-02', '2026-03-11') },
    { say: '3月2日决定，有送达日期一栏而空着，3月11日尚在期内', facts: { served: { on: null } }, today: '2026-03-11' },
    { say: '当场交付', facts: decided('2026-03-02', '2026-03-02') },
    { say: '其间有清明假期，第7个工作日送达', facts: decided('2026-03-31', '2026-04-10') },
  ],
  unknown: [
    { say: '没有送达日期一栏', facts: { served: null }, missing: '缺送达日期' },
    { say: '年末决定，次年放假安排未载入', facts: decided('2026-12-28', '2027-01-20'), today: '2027-02-01', missing: '放假安排未载入' },
    { say: '2021年7月15日以前的决定', facts: decided('2021-07-14', '2021-08-30'), missing: '决定时的法律规定未载入' },
  ],
};
