import type { PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

/** The long way from act to decision changes nothing else on the record. */
function act(endedOn: string, discoveredOn: string): Partial<PenaltyFacts> {
  return { actStartedOn: day(endedOn), actEndedOn: day(endedOn), discoveredOn: day(discoveredOn), filedOn: null };
}
const POLICE = { citations: cited('《治安管理处罚法》第二十六条') };
const TAX = { citations: cited('《税收征收管理法》第六十三条') };

export const F01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'F01',
  trips: [
    { say: '2023年12月1日终了，2026年2月10日发现', facts: act('2023-12-01', '2026-02-10') },
    { say: '满二年次日发现', facts: act('2024-01-12', '2026-01-13') },
    { say: '是否有危害后果没有记载', facts: { ...act('2023-12-01', '2026-02-10'), harm: null } },
    { say: '有危害后果，满五年次日发现', facts: { ...act('2021-01-12', '2026-01-13'), harm: true } },
    { say: '治安案件满六个月次日发现', facts: { ...act('2025-07-12', '2026-01-13'), ...POLICE } },
    { say: '税收案件满五年次日发现', facts: { ...act('2021-01-12', '2026-01-13'), ...TAX } },
  ],
  clears: [
    { say: '同一案件，涉及食品安全且有危害后果', facts: { ...act('2023-12-01', '2026-02-10'), harm: true } },
    { say: '满二年当日发现', facts: act('2024-01-12', '2026-01-12') },
    { say: '有危害后果，满五年当日发现', facts: { ...act('2021-01-12', '2026-01-12'), harm: true } },
    { say: '2月29日终了，二年后2月28日发现', facts: act('2024-02-29', '2026-02-28') },
    { say: '治安案件满六个月当日发现', facts: { ...act('2025-07-12', '2026-01-12'), ...POLICE } },
    { say: '税收案件满五年当日发现', facts: { ...act('2021-01-12', '2026-01-12'), ...TAX } },
    { say: '只知道开始日期，二年内发现', facts: { actStartedOn: day('2024-01-12'), actEndedOn: null, discoveredOn: day('2026-01-12') } },
  ],
  unknown: [
    { say: '没有行为日期', facts: { actStartedOn: null, actEndedOn: null }, missing: '缺违法行为发生日期' },
    { say: '没有发现日期', facts: { discoveredOn: null }, missing: '缺发现日期' },
    { say: '没有处罚依据', facts: { citations: null }, missing: '缺处罚依据' },
    {
      say: '只知道开始日期，可能连续或者继续',
      facts: { actStartedOn: day('2023-12-01'), actEndedOn: null, discoveredOn: day('2026-02-10') },
      missing: '缺违法行为终了日期',
    },
    { say: '海关案件', facts: { citations: cited('《海关法》第八十六条') }, missing: '缺所引特别法的期限和程序规定' },
  ],
};
