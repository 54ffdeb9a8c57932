import { addDays, type Json } from '#law';
import { LINHE, URAD } from '../../stories/letters.ts';
import type { Story } from '../../town/timeline.ts';
import type { Town } from '../../town/town.ts';

const KIND = 'delegation';
const PORTAL = { channel: '旗县区人民政府门户网站（演示）' };

/** A deed by which a department of a county entrusts a township. Days count from the anchor. */
type Deed = {
  readonly signedOn: number;
  readonly from: number;
  readonly through: number;
  readonly filed: boolean;
  readonly byDelegator: boolean;
  readonly byDelegate: boolean;
  readonly item: { readonly code: string; readonly name: string; readonly basis: string };
};
type Sides = {
  readonly code: string;
  readonly delegate: string;
  readonly head: string;
  readonly bureau: string;
  readonly supervisor: string;
};

const WHOLE = { signedOn: -48, from: -47, through: 300, filed: true, byDelegator: true, byDelegate: true } as const;
const LANGSHAN = { delegate: '临河狼山镇', head: 'lh-ls-jz', bureau: '临河司法局', supervisor: LINHE.drafter } as const;
const STREET = { ...LANGSHAN, delegate: '临河团结街道', head: 'lh-tj-jz' } as const;
const SUMU = { delegate: '乌中呼勒斯太苏木', head: 'wz-hl-jz', bureau: '乌中司法局', supervisor: URAD.drafter } as const;

const item = (code: string, name: string, basis: string): Deed['item'] => ({ code, name, basis });
const LAND = item('ZR-CF-002', '不履行土地复垦义务', '《中华人民共和国土地管理法》第七十六条');
const WALLS = item('CG-WT-001', '在树木和建筑物上涂写、刻画', '《城市市容和环境卫生管理条例》第三十四条');
const LITTER = item('CG-WT-002', '不按规定倾倒垃圾', '《城市市容和环境卫生管理条例》第三十四条');
const PRICES = item('SJ-WT-001', '集贸市场商品不明码标价', '《中华人民共和国价格法》第四十二条');
const STALLS = item('SJ-WT-002', '流动摊点未亮照经营', '《中华人民共和国市场主体登记管理条例》第四十八条');
const SEED = item('NM-WT-001', '未按规定保存种子经营档案', '《中华人民共和国种子法》第七十九条');
const GRAZING = item('LC-WT-001', '禁牧区放牧', '《中华人民共和国草原法》第六十八条');
const TURF = item('LC-WT-002', '采集草原野生植物未办手续', '《中华人民共和国草原法》第六十七条');

/** What stands between both sides and the bureau: one of the three publications and filings is left out, or the term has not come, or is over. */
const DEEDS: readonly (Sides & Deed)[] = [
  { code: 'lh-zrzy', ...LANGSHAN, ...WHOLE, item: LAND, byDelegate: false },
  { code: 'lh-cg', ...STREET, ...WHOLE, item: WALLS, byDelegator: false },
  { code: 'lh-cg', ...LANGSHAN, ...WHOLE, item: LITTER, byDelegate: false },
  { code: 'wz-nm', ...SUMU, ...WHOLE, item: SEED, filed: false },
  { code: 'lh-scjg', ...LANGSHAN, ...WHOLE, item: PRICES },
  { code: 'lh-scjg', ...STREET, ...WHOLE, item: STALLS, through: 0 },
  { code: 'wz-lc', ...SUMU, ...WHOLE, item: GRAZING, through: -1, filed: false, byDelegate: false },
  { code: 'wz-lc', ...SUMU, ...WHOLE, item: TURF, signedOn: -6, from: 1, filed: false, byDelegator: false, byDelegate: false },
];

/** 处罚法 20, 细则 8(11): deeds between departments of two counties and their townships. */
export const deedStory: Story = async function* (town) {
  for (const deed of DEEDS.toSorted((a, b) => a.signedOn - b.signedOn)) {
    yield town.day(deed.signedOn);
    const { code, head, supervisor } = deed;
    const { matterId: id } = await town.act(`${code}-cb1`, KIND, 'draft', null, await written(town, deed));
    await town.act(`${code}-cb1`, KIND, 'submit', id);
    await town.act(`${code}-fz`, KIND, 'review', id, { opinion: '受委托组织符合处罚法第二十一条的三项条件。' });
    await town.act(`${code}-jz`, KIND, 'sign', id, { contact: '法规股 0478-0000000' });
    await town.act(`${code}-cb2`, KIND, 'seal', id);
    await town.act(head, KIND, 'countersign', id);
    if (deed.filed) {
      await town.act(`${code}-cb1`, KIND, 'file', id, {});
      await town.act(supervisor, KIND, 'accept', id, { opinion: '材料齐全，予以备案。' });
    }
    if (deed.byDelegator) await town.act(`${code}-cb1`, KIND, 'publish', id, PORTAL);
    if (deed.byDelegate) await town.act(head, KIND, 'publish-here', id, PORTAL);
  }
};

async function written(town: Town, { code, delegate, bureau, item: { name, ...rest }, from, through }: Sides & Deed): Promise<Json> {
  const proof = async (title: string) => [await town.upload(`${code}-cb1`, title)];
  const day = (offset: number) => addDays(town.world.anchor, offset);
  return {
    ...{ delegate: town.unit(delegate), bureau: town.unit(bureau), items: [{ name, power: 'penalty', ...rest }] },
    ...{ from: day(from), to: day(through), renews: null },
    powers: '以委托机关名义开展检查、调查取证，提出处罚建议；处罚决定由委托机关作出。',
    liability: '委托机关对受委托组织实施行政处罚的后果承担法律责任。',
    supervision: '委托机关每年检查案卷和人员资格，受委托组织按月报送案件情况。',
    lawful: '依法设立，具有管理公共事务的职能。',
    lawfulProof: await proof('设立文件.pdf'),
    staff: '执法人员均通过考试，取得行政执法证。',
    staffProof: await proof('人员和证件名单.pdf'),
    means: '有办公场所和执法装备。',
    meansProof: [],
  };
}
