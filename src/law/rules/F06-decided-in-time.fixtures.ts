import type { PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

/** Act, service and publication stay beside the decision so that only the length of the case is in question. */
function proceeding(filedOn: string, decidedOn: string): Partial<PenaltyFacts> {
  const decided = day(decidedOn);
  return {
    filedOn: day(filedOn),
    decidedOn: decided,
    served: { on: decided },
    published: { on: decided },
    validUntil: null,
    publicUntil: null,
  };
}
const POLICE = { citations: cited('《治安管理处罚法》第二十六条') };

export const F06_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'F06',
  trips: [
    { say: '第91日：3月3日立案，6月2日决定', facts: proceeding('2026-03-03', '2026-06-02') },
    { say: '九十三日：2024年9月9日立案，12月11日决定', facts: proceeding('2024-09-09', '2024-12-11') },
    { say: '扣除十日后仍多一日', facts: { ...proceeding('2026-03-03', '2026-06-12'), excludedDays: 10 } },
    { say: '治安案件延长两次后仍多一日', facts: { ...proceeding('2026-03-03', '2026-06-02'), ...POLICE } },
    { say: '治安案件没有延长，第31日', facts: { ...proceeding('2026-03-03', '2026-04-03'), ...POLICE, extendedDays: 0 } },
    { say: '治安案件延长一次，第61日', facts: { ...proceeding('2026-03-03', '2026-05-03'), ...POLICE, extendedDays: 30 } },
    { say: '治安案件登记延长三百六十五日，只认两次', facts: { ...proceeding('2026-03-03', '2026-06-02'), ...POLICE, extendedDays: 365 } },
    { say: '依规章延长十日后仍多一日', facts: { ...proceeding('2026-03-03', '2026-06-12'), extendedDays: 10 } },
  ],
  clears: [
    { say: '第90日：3月3日立案，6月1日决定', facts: proceeding('2026-03-03', '2026-06-01') },
    { say: '第90日是休息日也不顺延，当日决定', facts: proceeding('2026-03-02', '2026-05-31') },
    { say: '依法扣除十日', facts: { ...proceeding('2026-03-03', '2026-06-11'), excludedDays: 10 } },
    { say: '治安案件延长一次，第60日', facts: { ...proceeding('2026-03-03', '2026-05-02'), ...POLICE, extendedDays: 30 } },
    { say: '依规章延长十日', facts: { ...proceeding('2026-03-03', '2026-06-11'), extendedDays: 10 } },
    { say: '治安案件第30日', facts: { ...proceeding('2026-03-03', '2026-04-02'), ...POLICE } },
  ],
  unknown: [
    { say: '没有立案日期', facts: { filedOn: null }, missing: '缺立案日期' },
    { say: '没有处罚依据', facts: { citations: null }, missing: '缺处罚依据' },
    { say: '处罚依据里没有可查的法律', facts: { citations: [] }, missing: '缺处罚依据' },
    { say: '2021年7月15日以前立案', facts: proceeding('2021-07-14', '2021-12-01'), missing: '决定时的法律规定未载入' },
    {
      say: '治安案件第31日，须有上一级公安机关批准延长',
      facts: { ...proceeding('2026-03-03', '2026-04-03'), ...POLICE },
      missing: '缺延长办案期限的批准情况',
    },
    {
      say: '道路交通安全案件',
      facts: { ...proceeding('2026-03-03', '2026-06-02'), citations: cited('《道路交通安全法》第九十条') },
      missing: '缺所引特别法的期限和程序规定',
    },
  ],
};
