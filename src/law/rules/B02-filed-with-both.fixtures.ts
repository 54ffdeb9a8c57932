import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { FiledPenalty, UnitDuties } from './unit-facts.ts';

/** Decided on Monday 2026-11-02: the fifteenth day is Tuesday 2026-11-17. */
const FILED: FiledPenalty = {
  ...{ number: '巴交罚〔2026〕1号', decidedOn: day('2026-11-02'), reviewer: '巴彦淖尔市司法局（演示）', upper: '自治区交通运输厅' },
  receiptOn: null,
};
const filed = (more: Partial<FiledPenalty>): Partial<UnitDuties> => ({ filedPenalties: [{ ...FILED, ...more }] });

export const B02_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'B02',
  trips: [
    { say: '报了本级，没有报上一级主管部门，期限届满次日', facts: filed({}), today: '2026-11-18' },
    { say: '垂直管理机关没有报上级', facts: filed({ reviewer: null }) },
  ],
  clears: [
    { say: '两边都报了', facts: filed({ receiptOn: day('2026-11-10') }) },
    { say: '期限届满当日还没有回执', facts: filed({}), today: '2026-11-17' },
    { say: '只报一个机关的（人民政府、受委托组织）', facts: filed({ upper: null }) },
    { say: '没有重大行政处罚', facts: {} },
  ],
  unknown: [
    { say: '只知道已经备案，不知道报给了谁', facts: { statedFilings: 1 }, missing: '缺备案报送对象' },
    { say: '放假安排没有载入', facts: filed({ decidedOn: day('2026-12-25') }), today: '2027-02-01', missing: '放假安排未载入' },
  ],
};
