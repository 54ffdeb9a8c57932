import { CONDUCTS } from '../decisions/conducts.ts';

/** An item of a 权责清单; one trade has the same codes in every banner. */
export type Item = { readonly code: string; readonly name: string; readonly basis: string };

type Trade = {
  /** First part of the codes. */
  readonly mark: string;
  /** Items of penalty beside the two usual ones. */
  readonly more: readonly (readonly [name: string, basis: string])[];
  readonly inspection: readonly [name: string, basis: string];
};

const TRADES: Readonly<Record<string, Trade>> = {
  市场监管局: {
    mark: 'SJ',
    more: [
      ['未亮照经营', '《中华人民共和国市场主体登记管理条例》第四十八条'],
      ['销售超过保质期的食品', '《中华人民共和国食品安全法》第一百二十四条'],
      ['违反规定标明商品和服务价格', '《中华人民共和国价格法》第四十二条'],
    ],
    inspection: ['食品生产经营监督检查', '《中华人民共和国食品安全法》第一百一十条'],
  },
  卫健委: { mark: 'WJ', more: [], inspection: ['公共场所卫生监督检查', '《公共场所卫生管理条例》第十条'] },
  自然资源局: { mark: 'ZR', more: [], inspection: ['土地管理监督检查', '《中华人民共和国土地管理法》第六十七条'] },
  应急局: {
    mark: 'YJ',
    more: [
      ['重大事故隐患未消除', '《中华人民共和国安全生产法》第一百零二条'],
      ['未经许可生产', '《安全生产许可证条例》第十九条'],
      ['无证上岗作业', '《中华人民共和国安全生产法》第九十七条'],
    ],
    inspection: ['安全生产监督检查', '《中华人民共和国安全生产法》第六十五条'],
  },
  人社局: { mark: 'RS', more: [], inspection: ['劳动保障监察', '《劳动保障监察条例》第十五条'] },
  城管局: {
    mark: 'CG',
    more: [
      ['渣土车沿途遗撒', '《城市市容和环境卫生管理条例》第三十四条'],
      ['违法建设', '《中华人民共和国城乡规划法》第六十四条'],
      // Rests on an invented text that the demonstration has loaded: what a change of it touches can be seen.
      ['没有公开停车收费标准（演示）', '《公共停车设施管理办法（演示）》第四条'],
      ['擅自占用城市道路、桥梁设施', '《城市道路管理条例》第四十二条'],
    ],
    inspection: ['市容和环境卫生监督检查', '《城市市容和环境卫生管理条例》第四条'],
  },
  交通局: { mark: 'JT', more: [], inspection: ['道路运输监督检查', '《中华人民共和国道路运输条例》第五十八条'] },
  农牧局: { mark: 'NM', more: [], inspection: ['农药监督检查', '《农药管理条例》第四十一条'] },
  林草局: { mark: 'LC', more: [], inspection: ['草原监督检查', '《中华人民共和国草原法》第五十六条'] },
  文旅局: { mark: 'WL', more: [], inspection: ['上网服务营业场所监督检查', '《互联网上网服务营业场所管理条例》第四条'] },
};

const numbered = (mark: string, kind: string, n: number) => `${mark}-${kind}-${String(n).padStart(3, '0')}`;

/** What an organ of a trade may fine, the two usual conducts first. */
export function penaltyItems(trade: string): readonly Item[] {
  const of = TRADES[trade];
  if (of === undefined) return [];
  const usual = (CONDUCTS[trade] ?? []).map(({ what, basis }): readonly [string, string] => [what, basis]);
  return [...usual, ...of.more].map(([name, basis], i) => ({ code: numbered(of.mark, 'CF', i + 1), name, basis }));
}

/** What it may inspect. */
export function inspectionItem(trade: string): Item | null {
  const of = TRADES[trade];
  return of === undefined ? null : { code: numbered(of.mark, 'JC', 1), name: of.inspection[0], basis: of.inspection[1] };
}

/** The trade that the key of a department names; null: none with items. */
export function tradeIn(unit: string): string | null {
  return Object.keys(TRADES).find((trade) => unit.endsWith(trade)) ?? null;
}

/** 生态环境局: the items stay, what they rest on changes with the code of 2026. */
export const ENVIRONMENT_ITEMS: readonly Item[] = [
  ['违法堆放固体废物', '《中华人民共和国固体废物污染环境防治法》第一百一十二条'],
  ['夜间施工噪声', '《中华人民共和国噪声污染防治法》第七十七条'],
  ['违法倾倒工业废渣', '《中华人民共和国固体废物污染环境防治法》第一百一十二条'],
  ['露天焚烧', '《中华人民共和国大气污染防治法》第九十九条'],
  ['商业经营噪声扰民', '《中华人民共和国噪声污染防治法》第七十七条'],
].map(([name = '', basis = ''], i) => ({ code: numbered('HJ', 'CF', i + 1), name, basis }));

/** Taken off the list of the city's 农牧局 on the day of the change, and new on that day there and in one banner (S02). */
export const ENDED_ITEM: Item = {
  code: 'NM-CF-006',
  name: '受委托生产种子未按规定备案',
  basis: '《中华人民共和国种子法》第七十九条',
};
export const NEW_ITEM: Item = { code: 'NM-CF-007', name: '不履行农药废弃物回收义务', basis: '《农药管理条例》第五十八条' };
/** An item of the city's 农牧局 in a field for which its officers have no certificate (S10). */
export const OUT_OF_FIELD: Item = { code: 'NM-CF-008', name: '在草原上超范围使用农药', basis: '《农药管理条例》第六十条' };
export const OTHER_FIELD = '林草';
/** Days from the anchor on which the list of 农牧局 changes. */
export const LIST_CHANGE = -70;

/** The code under which a unit's list has a conduct; empty: the department does not know one. */
export function codeOf(unit: string, trade: string, conduct: string): string {
  const items = unit.includes('生态环境') ? ENVIRONMENT_ITEMS : penaltyItems(trade);
  return items.find((item) => item.name === conduct)?.code ?? '';
}
