import type { CertificateAnswer, OfficerOnCase, PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function officers(...certificates: CertificateAnswer[]): readonly OfficerOnCase[] {
  return certificates.map((certificate, i) => ({ key: `第${i + 1}人`, certificate }));
}
const POLICE = { citations: cited('《治安管理处罚法》第二十六条'), kinds: ['CF01'], fineFen: null, publicUntil: null } as const;
/** The day from which the law of public security stands as revised. */
const ON_NEW_YEAR = {
  ...{ decidedOn: day('2026-01-01'), served: { on: day('2026-01-05') }, published: { on: day('2026-01-05') } },
  ...{ validUntil: day('2027-01-01'), filedOn: day('2025-12-20'), discoveredOn: day('2025-12-18') },
  ...{ actStartedOn: day('2025-12-18'), actEndedOn: day('2025-12-18') },
};

export const S09_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S09',
  trips: [
    { say: '一名执法人员和一名辅警', facts: { officers: officers('valid', 'none') } },
    { say: '两人中一人证件当日已过期', facts: { officers: officers('valid', 'invalid') } },
    { say: '只载明一人，未核对证件也不足两人', facts: { officers: officers('unchecked') } },
    { say: '同一人写了两遍', facts: { officers: [...officers('valid'), ...officers('valid')] } },
    { say: '没有人', facts: { officers: [] } },
    { say: '新的治安管理处罚法施行当日，治安案件只有一人', facts: { ...POLICE, ...ON_NEW_YEAR, officers: officers('valid') } },
    { say: '治安案件普通程序只有一人', facts: { ...POLICE, officers: officers('valid') } },
  ],
  clears: [
    { say: '两张有效证件', facts: { officers: officers('valid', 'valid') } },
    { say: '两张有效证件之外还有辅助人员', facts: { officers: officers('none', 'valid', 'none', 'valid') } },
  ],
  unknown: [
    {
      say: '一人有效而处罚依据和程序不明',
      facts: { officers: officers('valid'), citations: null, procedure: null },
      missing: '缺处罚依据',
    },
    { say: '没有执法人员一栏', facts: { officers: null }, missing: '缺执法人员及证号' },
    { say: '证件登记未载入', facts: { officers: officers('unchecked', 'unchecked') }, missing: '缺执法证件登记' },
    { say: '一人有效一人没有写证号', facts: { officers: officers('valid', 'unstated') }, missing: '缺执法证号' },
    {
      say: '治安案件当场处罚一人，须无异议并全程录音录像',
      facts: { ...POLICE, procedure: 'summary', officers: officers('valid') },
      missing: '缺当事人无异议和全程录音录像情况',
    },
    {
      say: '2026年以前的治安案件',
      facts: { ...POLICE, decidedOn: day('2025-12-31'), officers: officers('valid') },
      missing: '缺所引特别法的期限和程序规定',
    },
  ],
};
