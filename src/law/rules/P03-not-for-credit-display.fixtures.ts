import type { Channel } from '../execution/model.ts';
import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const SHOWN = {
  creditShownOn: day('2026-04-20'),
  decidedOn: day('2026-04-13'),
  served: null,
  published: null,
  validUntil: null,
  publicUntil: null,
};
const shown = (channels: readonly Channel[] | null, isMinor: boolean | null = false, byOtherLaw?: string): Partial<PenaltyFacts> => ({
  shown: { on: day('2026-04-20'), channels, isMinor, ...(byOtherLaw === undefined ? {} : { byOtherLaw }) },
  ...{ decidedOn: day('2026-04-13'), served: null, published: null, validUntil: null, publicUntil: null },
});
const WARNING = { kinds: ['CF01'], fineFen: null } as const;

export const P03_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P03',
  trips: [
    { say: '仅警告推送信用平台', facts: { ...SHOWN, ...WARNING } },
    { say: '仅通报批评推送信用平台', facts: { ...SHOWN, kinds: ['CF02'], fineFen: null } },
    { say: '简易程序罚款推送信用平台', facts: { ...SHOWN, procedure: 'summary', fineFen: 300_000 } },
    { say: '施行当日信用平台仍在公示', facts: { ...SHOWN, ...WARNING, creditShownOn: day('2026-04-01'), decidedOn: day('2026-03-30') } },
    { say: '案件登记在信用平台公示仅警告的决定', facts: { ...shown(['enforcement', 'credit']), ...WARNING } },
    { say: '仅警告的在企业公示系统公示', facts: { ...shown(['enterprise']), ...WARNING } },
    { say: '未成年人的在执法公示平台公示', facts: shown(['enforcement'], true) },
    { say: '未成年人的，没有写明渠道', facts: shown(null, true) },
  ],
  clears: [
    { say: '一般罚款', facts: SHOWN },
    { say: '警告并处罚款，普通程序', facts: { ...SHOWN, kinds: ['CF01', 'CF03'] } },
    { say: '程序不明，数额超过简易程序限额', facts: { ...SHOWN, procedure: null, fineFen: 300_001 } },
    { say: '案件登记在执法公示平台公示通报批评', facts: { ...shown(['enforcement']), kinds: ['CF02'], fineFen: null } },
    { say: '通报批评在企业公示系统公示', facts: { ...shown(['enterprise']), kinds: ['CF02'], fineFen: null } },
    { say: '仅警告的依其他法律在企业公示系统公示', facts: { ...shown(['enterprise'], false, '《某法》第十条'), ...WARNING } },
    { say: '警告并处罚款在企业公示系统公示', facts: { ...shown(['enterprise']), kinds: ['CF01', 'CF03'] } },
    { say: '年龄不明的在执法公示平台公示', facts: shown(['enforcement'], null) },
  ],
  unknown: [
    { say: '案件没有写明公示渠道', facts: shown(null), missing: '缺公示渠道（文件未声明为信用平台导出）' },
    {
      say: '通报批评在执法公示平台公示',
      facts: { kinds: ['CF02'], fineFen: null, publicUntil: null },
      missing: '缺公示渠道（文件未声明为信用平台导出）',
    },
    { say: '程序不明的小额罚款', facts: { ...SHOWN, procedure: null, fineFen: 300_000 }, missing: '缺处罚程序' },
    { say: '处罚类别空着', facts: { ...SHOWN, kinds: [], fineFen: null }, missing: '缺处罚类别' },
    {
      say: '信用修复管理办法施行前一日',
      facts: { ...SHOWN, ...WARNING, creditShownOn: day('2026-03-31'), decidedOn: day('2026-03-30') },
      missing: '决定时的法律规定未载入',
    },
  ],
};
