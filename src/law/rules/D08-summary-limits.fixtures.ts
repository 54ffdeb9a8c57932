import type { PartyKind } from '../penalty.ts';
import type { PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

/** On the spot: small sums are no credit record, so nothing is said of their publication. */
function summary(partyKind: PartyKind | null, fineFen: number | null, more: Partial<PenaltyFacts> = {}): Partial<PenaltyFacts> {
  const partyCode = partyKind === 'sole-trader' ? '92150821MA0000002U' : partyKind === 'organisation' ? '91150802MA0000001B' : null;
  return { procedure: 'summary', partyKind, partyCode, fineFen, publicUntil: null, ...more };
}
const POLICE = { citations: cited('《治安管理处罚法》第二十六条') };

export const D08_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'D08',
  trips: [
    { say: '公民201元', facts: summary('person', 20_100) },
    { say: '公民200元零1分', facts: summary('person', 20_001) },
    { say: '组织3,001元', facts: summary('organisation', 300_100) },
    { say: '当场通报批评', facts: summary('organisation', null, { kinds: ['CF02'] }) },
    { say: '当场没收违法所得', facts: summary('organisation', 300_000, { kinds: ['CF03', 'CF04'], confiscatedFen: 100 }) },
    { say: '当场暂扣许可证件', facts: summary('organisation', null, { kinds: ['CF06'], licence: '许可证（演示）' }) },
    { say: '个体工商户3,001元，按哪一限额都超出', facts: summary('sole-trader', 300_100) },
    { say: '类别不明的当事人3,001元', facts: summary(null, 300_100) },
    { say: '治安案件501元', facts: summary('person', 50_100, POLICE) },
  ],
  clears: [
    { say: '公民200元', facts: summary('person', 20_000) },
    { say: '组织3,000元', facts: summary('organisation', 300_000) },
    { say: '仅警告', facts: summary('person', null, { kinds: ['CF01'] }) },
    { say: '普通程序罚款四千元', facts: { procedure: 'ordinary' } },
    { say: '个体工商户200元，按哪一限额都不超出', facts: summary('sole-trader', 20_000) },
    { say: '治安案件500元', facts: summary('person', 50_000, POLICE) },
  ],
  unknown: [
    { say: '没有程序一栏', facts: { procedure: null }, missing: '缺处罚程序' },
    { say: '没有处罚依据，不知是否治安案件', facts: summary('person', 20_100, { citations: null }), missing: '缺处罚依据' },
    { say: '处罚类别空着', facts: summary('person', null, { kinds: [] }), missing: '缺处罚类别' },
    { say: '处罚类别写得不明', facts: summary('person', 20_000, { kindsUnclear: true }), missing: '缺处罚类别' },
    { say: '个体工商户201元', facts: summary('sole-trader', 20_100), missing: '缺个体工商户适用公民限额或者组织限额的规定' },
    { say: '类别不明的当事人201元', facts: summary(null, 20_100), missing: '缺行政相对人类别' },
    {
      say: '2021年7月15日以前的决定',
      facts: summary('person', 20_100, {
        decidedOn: day('2021-07-14'),
        served: null,
        published: null,
        actStartedOn: day('2021-07-01'),
        actEndedOn: day('2021-07-01'),
        discoveredOn: day('2021-07-01'),
        filedOn: null,
        citations: cited('《大气污染防治法》第九十九条'),
      }),
      missing: '决定时的法律规定未载入',
    },
    {
      say: '道路交通安全案件',
      facts: summary('person', 20_100, { citations: cited('《道路交通安全法》第九十条') }),
      missing: '缺所引特别法的期限和程序规定',
    },
  ],
};
