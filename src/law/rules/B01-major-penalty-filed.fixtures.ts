import type { PenaltyFacts, RecordedDay } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const NONE: RecordedDay = { on: null };
/** 15 days after 2026-03-02. */
const DAY_15 = '2026-03-17';
const DAY_16 = '2026-03-18';
const CITIZEN = { partyKind: 'person', partyCode: null } as const;
const TRADER = { partyKind: 'sole-trader', partyCode: '92150821MA0000002U' } as const;

export const B01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'B01',
  trips: [
    { say: '组织罚款6万元，第16日未备案', facts: { fineFen: 6_000_000, recordFiled: NONE }, today: DAY_16 },
    { say: '组织罚款5万元，第16日才备案', facts: { fineFen: 5_000_000, recordFiled: { on: day(DAY_16) } } },
    { say: '公民罚款5,000元，未备案', facts: { ...CITIZEN, fineFen: 500_000, recordFiled: NONE }, today: DAY_16 },
    {
      say: '没收相当数额，未备案',
      facts: { kinds: ['CF04'], fineFen: null, confiscatedFen: 5_000_000, recordFiled: NONE },
      today: DAY_16,
    },
    { say: '责令停产停业，未备案', facts: { kinds: ['CF10'], fineFen: null, publicUntil: null, recordFiled: NONE }, today: DAY_16 },
    {
      say: '吊销许可证件，未备案',
      facts: { kinds: ['CF08'], fineFen: null, licence: '许可证（演示）', publicUntil: null, recordFiled: NONE },
      today: DAY_16,
    },
    {
      say: '拘留十日，未备案',
      facts: { ...CITIZEN, kinds: ['CF13'], fineFen: null, detentionDays: 10, publicUntil: null, recordFiled: NONE },
      today: DAY_16,
    },
    {
      say: '个体工商户5万元，按哪一标准都应备案',
      facts: { ...TRADER, fineFen: 5_000_000, illegalIncomeFen: 200_000, recordFiled: NONE },
      today: DAY_16,
    },
  ],
  clears: [
    { say: '组织罚款49,999元', facts: { fineFen: 4_999_900, recordFiled: NONE } },
    { say: '组织罚款49,999.99元', facts: { fineFen: 4_999_999, recordFiled: NONE } },
    { say: '公民罚款4,999元', facts: { ...CITIZEN, fineFen: 499_900, recordFiled: NONE } },
    { say: '组织罚款6万元，第15日备案', facts: { fineFen: 6_000_000, recordFiled: { on: day(DAY_15) } } },
    { say: '组织罚款6万元，第15日尚未备案', facts: { fineFen: 6_000_000, recordFiled: NONE }, today: DAY_15 },
    {
      say: '第15日是周六，顺延至周一备案',
      facts: {
        decidedOn: day('2026-03-06'),
        served: null,
        published: null,
        fineFen: 6_000_000,
        recordFiled: { on: day('2026-03-23') },
        publicUntil: null,
      },
    },
    {
      say: '拘留九日',
      facts: { ...CITIZEN, kinds: ['CF13'], fineFen: null, detentionDays: 9, publicUntil: null, recordFiled: NONE },
    },
    { say: '个体工商户4,999元，按哪一标准都不备案', facts: { ...TRADER, fineFen: 499_900, recordFiled: NONE } },
  ],
  unknown: [
    { say: '应备清单内而没有备案日期一栏', facts: { fineFen: 6_000_000, recordFiled: null }, missing: '缺备案日期' },
    { say: '处罚类别空着', facts: { kinds: [], fineFen: null, publicUntil: null }, missing: '缺处罚类别' },
    { say: '罚款没有金额', facts: { kinds: ['CF03'], fineFen: null }, missing: '缺罚款金额' },
    { say: '拘留没有日数', facts: { ...CITIZEN, kinds: ['CF13'], fineFen: null, publicUntil: null }, missing: '缺行政拘留日数' },
    { say: '个体工商户5,000元', facts: { ...TRADER, fineFen: 500_000 }, missing: '缺个体工商户适用公民限额或者组织限额的规定' },
    { say: '类别不明的当事人5,000元', facts: { partyKind: null, partyCode: null, fineFen: 500_000 }, missing: '缺行政相对人类别' },
    {
      say: '细则施行前的决定',
      facts: {
        decidedOn: day('2023-07-27'),
        served: null,
        published: null,
        fineFen: 6_000_000,
        actEndedOn: day('2023-07-01'),
        publicUntil: null,
        recordFiled: NONE,
      },
      missing: '决定时的法律规定未载入',
    },
    {
      say: '满期日在放假安排未载入的年份',
      facts: {
        decidedOn: day('2026-12-28'),
        served: null,
        published: null,
        fineFen: 6_000_000,
        publicUntil: null,
        validUntil: null,
        recordFiled: NONE,
      },
      today: '2027-02-01',
      missing: '放假安排未载入',
    },
  ],
};
