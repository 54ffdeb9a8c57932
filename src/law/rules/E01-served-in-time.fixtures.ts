import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function decided(on: string, servedOn: string): Partial<PenaltyFacts> {
  return { decidedOn: day(on), served: { on: day(servedOn) }, published: { on: day(on) }, validUntil: null, publicUntil: null };
}

function announced(from: string | null, servedOn: string): Partial<PenaltyFacts> {
  const facts = decided('2026-03-02', servedOn);
  return { ...facts, served: { on: day(servedOn), announced: { on: from === null ? null : day(from) } } };
}

export const E01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'E01',
  trips: [
    { say: '3月2日决定，3月12日送达', facts: decided('2026-03-02', '2026-03-12') },
    { say: '其间有清明假期，第8个工作日送达', facts: decided('2026-03-31', '2026-04-13') },
    { say: '3月2日决定，有送达日期一栏而空着，3月12日', facts: { served: { on: null } }, today: '2026-03-12' },
    { say: '3月12日才发出公告，公告满三十日', facts: announced('2026-03-12', '2026-04-13') },
    { say: '一次未能送达，3月12日', facts: { served: { on: null, tries: 1 } }, today: '2026-03-12' },
    { say: '两次未能送达，其后也没有公告送达', facts: { served: { on: null, tries: 2 } }, today: '2026-04-15' },
  ],
  clears: [
    { say: '3月2日决定，3月11日送达', facts: decided('2026-03-02', '2026-03-11') },
    { say: '3月2日决定，有送达日期一栏而空着，3月11日尚在期内', facts: { served: { on: null } }, today: '2026-03-11' },
    { say: '当场交付', facts: decided('2026-03-02', '2026-03-02') },
    { say: '其间有清明假期，第7个工作日送达', facts: decided('2026-03-31', '2026-04-10') },
    { say: '3月11日发出公告，4月13日公告期满送达', facts: announced('2026-03-11', '2026-04-13') },
  ],
  unknown: [
    { say: '没有送达日期一栏', facts: { served: null }, missing: '缺送达日期' },
    { say: '公告送达，公告发布日期不明', facts: announced(null, '2026-04-13'), missing: '缺公告发布日期和此前未能送达的记录' },
    {
      say: '两次未能送达，公告可能正在进行',
      facts: { served: { on: null, tries: 2 } },
      today: '2026-03-12',
      missing: '缺公告发布日期和此前未能送达的记录',
    },
    { say: '年末决定，次年放假安排未载入', facts: decided('2026-12-28', '2027-01-20'), today: '2027-02-01', missing: '放假安排未载入' },
    { say: '2021年7月15日以前的决定', facts: decided('2021-07-14', '2021-08-30'), missing: '决定时的法律规定未载入' },
  ],
};
