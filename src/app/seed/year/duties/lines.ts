import { addDays, type LocalDate, localDate } from '#law';
import { LIST_LABELS } from '#registers/power-lists';
import type { ListKind } from '../../../../registers/power-lists/model.ts';
import type { Item } from '../../lists/items.ts';
import type { ListRow } from '../../lists/list-file.ts';
import type { SeedWorld } from '../../world/world.ts';

/** A line of a unit's list, published before it took effect unless it is told otherwise. */
export type Line = (list: ListKind, unit: string, item: Item, more?: ListRow) => ListRow;

const SINCE = localDate('2024-01-01');
const PORTAL = '市人民政府门户网站（演示）';
export const HIDDEN: ListRow = { publishedOn: '', publishedAt: '' };

export function lineIn(world: SeedWorld): Line {
  const names = new Map(world.units.map((u) => [u.key, u.name]));
  return (list, unit, { code, name, basis }, more = {}) => {
    const organisation = names.get(unit);
    if (organisation === undefined) throw new Error(`no unit ${unit}`);
    const own = { list: LIST_LABELS[list], organisation, code, name, basis, from: SINCE };
    return { ...own, publishedOn: addDays(SINCE, -20), publishedAt: PORTAL, ...more };
  };
}

const item = (code: string, name: string, basis: string): Item => ({ code, name, basis });

/** What departments that decide nothing else in the demonstration have on their lists, by the last part of their names. */
export const ITEMS = {
  intake: item('SL-CF-001', '未经批准擅自取水', '《中华人民共和国水法》第六十九条'),
  riverbed: item('SL-CF-002', '在河道管理范围内弃置阻碍行洪的物体', '《中华人民共和国水法》第六十六条'),
  waterCheck: item('SL-SJCC-001', '取水许可监督检查', '《取水许可和水资源费征收管理条例》第四十五条'),
  appliances: item('GX-CF-001', '使用国家明令淘汰的用能设备', '《中华人民共和国节约能源法》第七十一条'),
  processes: item('GX-CF-002', '使用国家明令淘汰的生产工艺', '《中华人民共和国节约能源法》第七十一条'),
  energyUse: item('GX-JC-001', '工业节能监督检查', '《中华人民共和国节约能源法》第十二条'),
  construction: item('FG-CF-001', '开工建设不符合强制性节能标准的项目', '《中华人民共和国节约能源法》第六十八条'),
  efficiency: item('FG-SJCC-001', '固定资产投资项目节能监督检查', '《中华人民共和国节约能源法》第十二条'),
  tenders: item('FG-SJCC-002', '招标投标活动监督检查', '《中华人民共和国招标投标法》第七条'),
  pipelines: item('NY-CF-001', '管道企业未对管道进行巡护', '《中华人民共和国石油天然气管道保护法》第五十条'),
  cemeteries: item('MZ-CF-001', '未经批准擅自兴建殡葬设施', '《殡葬管理条例》第十八条'),
  societies: item('MZ-JC-001', '社会团体监督检查', '《社会团体登记管理条例》第二十四条'),
  scrapping: item('SW-CF-001', '未取得资质认定从事报废机动车回收', '《报废机动车回收管理办法》第十九条'),
  insuranceFund: item('YB-JC-001', '医疗保障基金使用监督检查', '《医疗保障基金使用监督管理条例》第二十二条'),
} as const;

/** The last day from which so many working days were over before the anchor. */
export function lastOver(working: (from: LocalDate, n: number) => LocalDate, anchor: LocalDate, n: number): LocalDate {
  let from = addDays(anchor, -1);
  while (working(from, n) >= anchor) from = addDays(from, -1);
  return from;
}
