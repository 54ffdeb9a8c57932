import type { CaseProcessFacts, Sums } from './case-facts.ts';
import { fineOf, TOLD, told } from './lawful-case.fixtures.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const REVOKED = { kinds: ['CF08'], fineFen: null, incomeFen: null, goodsFen: null } as const;
/** A fine of a 治安 case; neither heard nor discussed. */
const police = (yuan: number, hearing: boolean): Partial<CaseProcessFacts> => ({
  ...told({ penalty: fineOf(yuan), hearing }),
  ...{ penalty: fineOf(yuan), proposed: fineOf(yuan), partyKind: 'person', discussedOn: day('2026-03-09') },
  citations: cited('《治安管理处罚法》第六十条'),
});
/** Told of without a hearing, and discussed, so that nothing else is doubted. */
const proposed = (penalty: Sums, partyKind: CaseProcessFacts['partyKind']): Partial<CaseProcessFacts> => ({
  ...told({ penalty }),
  ...{ penalty, proposed: penalty, partyKind, discussedOn: day('2026-03-16'), age: 'grown' },
});
const fined = (yuan: number, partyKind: CaseProcessFacts['partyKind']) => proposed(fineOf(yuan), partyKind);
const taken = (incomeFen: number, goodsFen: number) =>
  proposed({ kinds: ['CF04', 'CF05'], fineFen: null, incomeFen, goodsFen }, 'organisation');
const revoked = (hearing: boolean): Partial<CaseProcessFacts> => ({
  notice: { ...TOLD, hearing, penalty: REVOKED },
  penalty: REVOKED,
  proposed: REVOKED,
  discussedOn: day('2026-03-09'),
});

export const N06_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N06',
  trips: [
    { say: '治安案件罚款4,000元，没有告知', facts: police(4_000, false) },
    { say: '对公民罚款5,000元，没有告知', facts: fined(5_000, 'person') },
    { say: '对企业罚款50,000元，没有告知', facts: fined(50_000, 'organisation') },
    { say: '没收违法所得和非法财物合计50,000元，没有告知', facts: taken(3_000_000, 2_000_000) },
    { say: '吊销许可证，没有告知听证权利', facts: revoked(false) },
    {
      say: '对企业罚款60,000元，没有告知',
      facts: { ...told({ penalty: fineOf(60_000) }), penalty: fineOf(60_000), proposed: fineOf(60_000), discussedOn: day('2026-03-16') },
    },
  ],
  clears: [
    { say: '治安案件罚款3,999元，没有告知', facts: police(3_999, false) },
    { say: '治安案件罚款4,000元，已经告知', facts: police(4_000, true) },
    {
      say: '警告',
      facts: {
        ...told({ penalty: { ...fineOf(0), kinds: ['CF01'], fineFen: null } }),
        penalty: { ...fineOf(0), kinds: ['CF01'], fineFen: null },
      },
    },
    { say: '对公民罚款4,999元', facts: fined(4_999, 'person') },
    { say: '没收违法所得和非法财物合计49,999.99元', facts: taken(3_000_000, 1_999_999) },
    { say: '吊销，已经告知', facts: revoked(true) },
    { say: '对企业罚款49,999元', facts: { ...told({ penalty: fineOf(49_999) }), penalty: fineOf(49_999), proposed: fineOf(49_999) } },
  ],
  unknown: [
    {
      say: '治安管理处罚法2026年1月1日以前的条文没有载入，罚款4,500元',
      facts: { ...police(4_500, false), notice: { ...TOLD, servedOn: day('2025-12-30'), penalty: fineOf(4_500) } },
      missing: '缺所引特别法的期限和程序规定',
    },
    {
      say: '引用的特别法没有载入',
      facts: { ...police(4_500, false), citations: cited('《道路交通安全法》第九十条') },
      missing: '缺所引特别法的期限和程序规定',
    },
  ],
};
