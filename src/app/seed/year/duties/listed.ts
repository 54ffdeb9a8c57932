import { addDays, addMonths, INTERNAL_SYSTEMS, LENIENT_LISTS, type LocalDate, POWER_KIND_LABELS, yearOf, ymd } from '#law';
import type { PlantingDays } from '../../decisions/plants.ts';
import { LENIENT, type ListRow } from '../../lists/list-file.ts';
import type { SeedWorld } from '../../world/world.ts';
import { HIDDEN, ITEMS, type Line, lastOver, lineIn } from './lines.ts';

const FINED: ListRow = { powerKind: POWER_KIND_LABELS.penalty };
const INSPECTED: ListRow = { powerKind: POWER_KIND_LABELS.inspection };

/** Everything that is planted in lists of units which have no other life in the year; `loadedOn`: the day on which they are entered. */
export function listedDuties(world: SeedWorld, days: PlantingDays, loadedOn: LocalDate): readonly ListRow[] {
  const line = lineIn(world);
  return [
    ...systems(line, days.anchor),
    ...plans(line, days.anchor, loadedOn),
    ...fourLists(line, days.anchor),
    ...spotChecks(line, days.anchor),
    ...unpublished(line),
    ...changed(line, days),
    ...documents(line, days),
    ...empowered(line, days.anchor),
  ];
}

/** 内部监督 (细则 25): six systems, a body and people. */
function systems(line: Line, anchor: LocalDate): readonly ListRow[] {
  const codes = Object.keys(INTERNAL_SYSTEMS);
  const system = (unit: string, code: string, more: ListRow = {}) =>
    line(
      'internal-system',
      unit,
      { code, name: `${INTERNAL_SYSTEMS[code] ?? code}（演示）`, basis: '' },
      { decision: '（演示）内控〔2024〕1号', ...more },
    );
  const without = (unit: string, code: string) => codes.filter((one) => one !== code).map((one) => system(unit, one));
  const ended = { through: addDays(anchor, -1) };
  return [
    ...without('五原住建局', '25(5)'),
    ...without('磴口住建局', '机构'),
    ...without('杭后住建局', '人员'),
    ...codes.map((code) => system('乌前住建局', code, code === '25(6)' ? ended : {})),
    ...codes.map((code) => system('乌后住建局', code)),
    ...codes.map((code) => system('乌中住建局', code, code === '25(6)' ? { through: anchor } : {})),
    ...codes.map((code) => system('临河住建局', code, code === '25(4)' ? { from: anchor } : {})),
    ...codes.map((code) => system('市金融办', code)),
  ];
}

/** The yearly plan of inspections, by the last day of March at the place for such papers. */
function plans(line: Line, anchor: LocalDate, loadedOn: LocalDate): readonly ListRow[] {
  const year = yearOf(anchor);
  const on = (month: number, day: number) => ymd(year, month, day) ?? anchor;
  const plan = (unit: string, of: number, publishedOn: LocalDate, more: ListRow = {}): readonly ListRow[] => {
    const content = { code: String(of), name: `${of}年度行政检查计划（演示）`, basis: '' };
    const term = { from: `${of}-01-01`, through: `${of}-12-31` };
    return publishedOn > loadedOn ? [] : [line('inspection-plan', unit, content, { ...term, publishedOn, ...more })];
  };
  const before = (unit: string) => plan(unit, year - 1, ymd(year - 1, 3, 20) ?? anchor);
  const units = ['五原民政局', '磴口民政局', '杭后民政局', '乌前民政局', '乌后民政局', '乌中民政局', '临河民政局', '市民政局'];
  return [
    ...units.map((unit) => line('inspection', unit, ITEMS.societies)),
    ...units.flatMap(before),
    ...plan('五原民政局', year, on(4, 1)),
    ...plan('杭后民政局', year, on(3, 28), { publishedAt: '' }),
    ...plan('乌前民政局', year, on(4, 20)),
    ...plan('乌后民政局', year, on(3, 31)),
    ...plan('乌中民政局', year, on(3, 31)),
    ...plan('临河民政局', year, on(3, 15)),
    ...plan('市民政局', year, on(1, 10)),
  ];
}

/** 四张清单 of departments of the city (细则 19¶2), whoever can fine. */
function fourLists(line: Line, anchor: LocalDate): readonly ListRow[] {
  const { appliances, intake, construction, pipelines, cemeteries, scrapping, insuranceFund } = ITEMS;
  type Of = (typeof LENIENT_LISTS)[number];
  const lists = (unit: string, item: typeof appliances, which: readonly Of[], more: (list: Of) => ListRow = () => ({})) => [
    line('power', unit, item, FINED),
    ...which.map((list) => {
      const rule = LENIENT[list];
      if (rule === undefined) throw new Error(`no conditions for ${list}`);
      return line(list, unit, { ...item, basis: rule.basis }, { ...rule, ...more(list) });
    }),
  ];
  const but = (list: Of) => LENIENT_LISTS.filter((one) => one !== list);
  return [
    ...lists('市工信局', appliances, but('no-coercion')),
    ...lists('市水利局', intake, but('lighter')),
    ...lists('市商务局', scrapping, but('mitigated')),
    ...lists('市民政局', cemeteries, []),
    ...lists('市发改委', construction, LENIENT_LISTS, (list) => (list === 'mitigated' ? { from: anchor } : {})),
    ...lists('市能源局', pipelines, LENIENT_LISTS, (list) => (list === 'lighter' ? HIDDEN : {})),
    line('power', '市医保局', insuranceFund, INSPECTED),
  ];
}

/** 随机抽查事项清单: entered and published. */
function spotChecks(line: Line, anchor: LocalDate): readonly ListRow[] {
  const { efficiency, tenders } = ITEMS;
  const hidden = ['五原发改委', '磴口发改委', '乌前发改委'].map((unit) => line('spot-check', unit, efficiency, HIDDEN));
  const open = ['市发改委', '杭后发改委', '乌后发改委', '乌中发改委'].map((unit) => line('spot-check', unit, efficiency));
  return [...hidden, ...open, line('spot-check', '杭后发改委', tenders, { ...HIDDEN, from: addDays(anchor, -5) })];
}

/** Lists of which no line at all has been published, beside those of which one or all are. */
function unpublished(line: Line): readonly ListRow[] {
  const { appliances, energyUse } = ITEMS;
  return [
    line('power', '五原工信局', appliances, { ...FINED, ...HIDDEN }),
    line('key-matter', '磴口工信局', { ...energyUse, code: 'GX-ZD-001' }, HIDDEN),
    line('inspection', '乌后工信局', energyUse, HIDDEN),
    line('power', '乌中工信局', appliances, FINED),
    line('key-matter', '市工信局', { ...energyUse, code: 'GX-ZD-001' }),
    ...['杭后工信局', '乌前工信局'].map((unit) => line('power', unit, appliances, FINED)),
  ];
}

/** Lines that were added to a published list, and not published so far: beyond the twentieth working day, and on it. */
function changed(line: Line, { anchor, working }: PlantingDays): readonly ListRow[] {
  const { intake, riverbed, waterCheck, processes } = ITEMS;
  const late = lastOver(working, anchor, 20);
  const added = { ...HIDDEN, from: late };
  const inTime = { ...HIDDEN, from: addDays(late, 1) };
  const power = ['五原水利局', '磴口水利局', '杭后水利局', '乌前水利局', '乌后水利局', '乌中水利局', '临河水利局'];
  return [
    ...power.map((unit) => line('power', unit, intake, FINED)),
    line('power', '五原水利局', riverbed, { ...FINED, ...added }),
    line('power', '磴口水利局', riverbed, { ...FINED, ...added, from: addDays(late, -60) }),
    line('power', '杭后水利局', riverbed, { ...FINED, ...added }),
    line('spot-check', '乌前水利局', waterCheck),
    line('spot-check', '乌前水利局', { ...waterCheck, code: 'SL-SJCC-002', name: '河道采砂监督检查' }, added),
    line('power', '乌后水利局', riverbed, { ...FINED, ...inTime }),
    line('power', '乌中水利局', riverbed, { ...FINED, ...HIDDEN, from: addDays(anchor, -7) }),
    line('power', '临河水利局', riverbed, FINED),
    ...['杭后工信局', '乌前工信局'].map((unit) => line('power', unit, processes, { ...FINED, ...inTime })),
  ];
}

/** Published and not filed: beyond the fifteenth day, and on it. */
function documents(line: Line, { anchor, working }: PlantingDays): readonly ListRow[] {
  const published = (unit: string, publishedOn: LocalDate) =>
    line(
      'normative-document',
      unit,
      { code: `（演示）${unit}发3号`, name: '医疗保障定点协议管理办法', basis: '' },
      { from: publishedOn, publishedOn },
    );
  // The fifteenth day is the last working day before the anchor: it is moved by no rest day.
  const over = addDays(working(lastOver(working, anchor, 1), 1), -15);
  return [
    published('五原医保局', over),
    published('磴口医保局', addDays(anchor, -120)),
    published('杭后医保局', addDays(anchor, -15)),
    published('乌前医保局', addDays(anchor, -14)),
    published('乌后医保局', addDays(anchor, -6)),
  ];
}

/** Townships that hold powers of the water departments and decide nothing in the year. */
const EMPOWERED = [
  ...['五原隆兴昌镇', '五原塔尔湖镇', '磴口巴彦高勒镇', '磴口渡口镇', '杭后陕坝镇', '杭后蛮会镇', '乌前乌拉山镇', '乌前先锋镇'],
  ...['乌后获各琦苏木', '乌中德岭山镇', '临河白脑包镇'],
] as const;
export const EMPOWERED_UNITS: readonly string[] = EMPOWERED;

/**
 * 处罚法 24: evaluated within the last twelve months, or longer ago, or never; two townships of each of four counties. The department
 * whose powers they are has to guide them (细则 23¶1), from six months after they were given on.
 */
function empowered(line: Line, anchor: LocalDate): readonly ListRow[] {
  const given = (unit: (typeof EMPOWERED)[number], evaluatedOn: LocalDate | '', more: ListRow = {}) =>
    line('empowerment', unit, ITEMS.intake, { ...FINED, domain: '水利', decision: '内政发（演示）〔2023〕9号', evaluatedOn, ...more });
  const year = addMonths(anchor, -12);
  const half = { from: addMonths(anchor, -6) };
  return [
    given('五原隆兴昌镇', addDays(year, -1)),
    given('五原塔尔湖镇', addDays(year, 1)),
    given('磴口巴彦高勒镇', ''),
    given('磴口渡口镇', addDays(year, 1)),
    given('杭后陕坝镇', addDays(year, -200)),
    given('杭后蛮会镇', addDays(anchor, -30)),
    given('乌前乌拉山镇', addDays(year, -2)),
    given('乌前先锋镇', addDays(anchor, -90)),
    given('乌后获各琦苏木', '', { ...half, ...HIDDEN }),
    given('乌中德岭山镇', '', half),
    given('临河白脑包镇', '', { from: addDays(anchor, -40) }),
  ];
}
