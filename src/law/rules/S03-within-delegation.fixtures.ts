import type { DelegationDeed, PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const ITEM = '1508000330200001';

/** `through`: the last day of the term. */
function deed(through: string, items: readonly string[] = [ITEM]): DelegationDeed {
  const until = day(through === '2026-12-31' ? '2027-01-01' : through === '2026-02-28' ? '2026-03-01' : '2026-03-03');
  return { items, from: day('2025-01-01'), until };
}
function acting(...deeds: DelegationDeed[]): Pick<PenaltyFacts, 'delegated' | 'filedOn'> {
  return { delegated: [{ name: '综合执法大队（演示）', deeds }], filedOn: day('2026-03-02') };
}

export const S03_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S03',
  trips: [
    { say: '委托期限2月28日届满，3月2日立案', facts: acting(deed('2026-02-28')) },
    { say: '委托期限3月1日届满，次日立案', facts: acting({ ...deed('2026-03-02'), until: day('2026-03-02') }) },
    { say: '没有委托书', facts: acting() },
    { say: '由受委托组织再委托的组织办案：处罚机关没有给它委托书', facts: { ...acting(), filedOn: null } },
    { say: '事项不在委托书所列事项之内', facts: acting(deed('2026-12-31', ['1508000330200099'])) },
  ],
  clears: [
    { say: '委托期限至12月31日，列有该事项', facts: acting(deed('2026-12-31')) },
    { say: '委托期限最后一日立案', facts: acting(deed('2026-03-02')) },
    { say: '前一份委托书届满，后一份有效', facts: acting(deed('2026-02-28'), deed('2026-12-31')) },
    { say: '办案人员都是处罚机关自己的', facts: { delegated: [] } },
  ],
  unknown: [
    { say: '有委托书而没有立案日期', facts: { ...acting(deed('2026-12-31')), filedOn: null }, missing: '缺立案日期' },
    { say: '没有事项编码', facts: { ...acting(deed('2026-12-31')), itemCode: null }, missing: '缺事项编码' },
    { say: '委托书只写事项名称', facts: acting(deed('2026-12-31', ['对超限运输的处罚'])), missing: '委托书所列事项缺编码' },
    { say: '没有载明执法人员', facts: { officers: null, delegated: null }, missing: '缺执法人员及证号' },
    {
      say: '执法人员没有写证号',
      facts: { officers: [{ key: '甲', certificate: 'unstated' }], delegated: null },
      missing: '缺执法证号',
    },
    { say: '执法人员的证件没有登记', facts: { delegated: null }, missing: '缺执法证件登记' },
    { say: '名录中没有该机关', facts: { organ: null }, missing: '缺处罚机关的主体登记' },
  ],
};
