import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function until(publicUntil: string | null, decidedOn = '2026-04-13'): Partial<PenaltyFacts> {
  const on = day(decidedOn);
  return {
    decidedOn: on,
    published: { on },
    served: { on },
    validUntil: null,
    publicUntil: publicUntil === null ? null : day(publicUntil),
  };
}
const WARNING = { kinds: ['CF01'], fineFen: null } as const;
const REVOKED = { kinds: ['CF08'], fineFen: null, licence: '食品经营许可证（演示）', recordFiled: { on: day('2026-04-14') } } as const;

export const P05_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P05',
  trips: [
    { say: '一般失信信息公示三年', facts: until('2029-04-13') },
    { say: '一般失信信息公示一年零一日', facts: until('2027-04-14') },
    { say: '一般失信信息长期公示', facts: until('2099-12-31') },
    { say: '轻微失信信息公示三个月零一日', facts: { ...until('2026-07-14'), ...WARNING } },
    { say: '吊销许可证件公示不足一年', facts: { ...until('2027-04-12'), ...REVOKED } },
    { say: '吊销许可证件公示三年零一日', facts: { ...until('2029-04-14'), ...REVOKED } },
    { say: '截止期早于决定日期', facts: until('2026-04-12') },
    { say: '到期次日信用平台仍在公示', facts: { ...until('2026-10-13'), creditShownOn: day('2026-10-14') } },
    { say: '2026年4月1日以前的决定公示超过三年', facts: until('2029-03-31', '2026-03-30') },
    { say: '责令停产停业（分类不明）公示超过三年', facts: { ...until('2029-04-14'), kinds: ['CF10'], fineFen: null } },
  ],
  clears: [
    { say: '一般失信信息公示一年', facts: until('2027-04-13') },
    { say: '一般失信信息公示三个月', facts: until('2026-07-13') },
    { say: '轻微失信信息公示三个月', facts: { ...until('2026-07-13'), ...WARNING } },
    { say: '吊销许可证件公示一年', facts: { ...until('2027-04-13'), ...REVOKED } },
    { say: '吊销许可证件公示三年', facts: { ...until('2029-04-13'), ...REVOKED } },
    { say: '到期当日信用平台仍在公示', facts: { ...until('2026-10-13'), creditShownOn: day('2026-10-13') } },
    { say: '2026年4月1日以前的决定公示三年', facts: until('2029-03-30', '2026-03-30') },
  ],
  unknown: [
    { say: '没有公示截止期', facts: until(null), missing: '缺公示截止期' },
    { say: '处罚类别空着', facts: { ...until('2027-04-13'), kinds: [], fineFen: null }, missing: '缺处罚类别' },
    {
      say: '责令停产停业属于哪一类没有规定',
      facts: { ...until('2027-04-13'), kinds: ['CF10'], fineFen: null, recordFiled: { on: day('2026-04-14') } },
      missing: '缺失信信息分类',
    },
    {
      say: '罚款一百万元以上可能属于巨额罚款',
      facts: { ...until('2029-04-13'), fineFen: 100_000_000, recordFiled: { on: day('2026-04-14') } },
      missing: '缺失信信息分类',
    },
  ],
};
