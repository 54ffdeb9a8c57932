import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const letter = (more: Partial<CaseProcessFacts['letters'][number]>): Partial<CaseProcessFacts> => ({
  letters: [
    {
      ...{ what: '行政处罚决定书', how: 'other', receivedOn: day('2026-03-16'), confirmedOn: null, attempts: null, publishedOn: null },
      ...more,
    },
  ],
});

export const E03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E03',
  trips: [
    { say: '第一次送达即公告', facts: letter({ how: 'public', attempts: 0, publishedOn: day('2026-02-02') }) },
    {
      say: '没有先用其他方式就发出公告，期限未满',
      facts: letter({ how: 'public', attempts: 1, publishedOn: day('2026-03-02'), receivedOn: null }),
    },
    {
      say: '公告第三十日即视为送达',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2026-03-02'), receivedOn: day('2026-04-01') }),
    },
    {
      say: '次年放假安排未载入，三十日尚未满即视为送达',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2026-12-15'), receivedOn: day('2027-01-14') }),
    },
  ],
  clears: [
    {
      say: '两次未能送达，公告满三十日',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2026-03-02'), receivedOn: day('2026-04-02') }),
    },
    {
      say: '两次未能送达以后发出公告，期限未满',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2026-03-02'), receivedOn: null }),
    },
    { say: '直接送达', facts: letter({}) },
  ],
  unknown: [
    { say: '没有公告日期', facts: letter({ how: 'public', attempts: 2 }), missing: '缺公告发布日期和此前未能送达的记录' },
    {
      say: '次年放假安排未载入，末日是否顺延不明',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2026-12-15'), receivedOn: day('2027-01-15') }),
      missing: '放假安排未载入',
    },
    {
      say: '公告时的民事诉讼法未载入',
      facts: letter({ how: 'public', attempts: 2, publishedOn: day('2023-10-09'), receivedOn: day('2023-11-20') }),
      missing: '决定时的法律规定未载入',
    },
  ],
};
