import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const AT = 'http://www.example.cn/xzjczl';
const none: Partial<UnitDuties> = { plan: { hasEver: true, publishedOn: null, publishedAt: null } };
const on = (text: string, publishedAt: string | null = AT): Partial<UnitDuties> => ({
  plan: { hasEver: true, publishedOn: day(text), publishedAt },
});

export const J15_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'J15',
  trips: [
    { say: '四月一日没有公布', facts: none, today: '2026-04-01' },
    { say: '四月一日才公布', facts: on('2026-04-01'), today: '2026-04-01' },
    { say: '按时公布，没有关联公示专栏', facts: on('2026-03-28', null) },
  ],
  clears: [
    { say: '三月二十八日公布', facts: on('2026-03-28') },
    { say: '三月三十一日公布', facts: on('2026-03-31') },
    { say: '三月三十一日尚未公布', facts: none, today: '2026-03-31' },
    { say: '没有检查事项', facts: { ...none, inspects: false } },
  ],
  unknown: [
    { say: '从未录入过计划', facts: { plan: { hasEver: false, publishedOn: null, publishedAt: null } }, missing: '缺年度检查计划公布记录' },
  ],
};
