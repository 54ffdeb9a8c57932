import { addDays, addMonths, addYears, type LocalDate, localDate } from '#law';
import { ENDED_ITEM, LIST_CHANGE, NEW_ITEM, OUT_OF_FIELD } from '../lists/items.ts';
import { DEED_LAST_DAY } from '../stories/delegation-days.ts';
import { EXPIRED } from '../world/bayannur-people.ts';
import { SUSPENDED } from '../world/demonstration.ts';
import { syntheticUscc } from '../world/seeded.ts';
import { CONDUCTS } from './conducts.ts';
import { party, type Row, syntheticIdNumber } from './decision.ts';
import { FILING_PLANTS } from './filing-plants.ts';

/** A decision that is to be judged in a known way: `id` stands in the truth table, which knows nothing of this file. */
export type Plant = {
  readonly id: string;
  readonly unit: string;
  readonly decidedOn: LocalDate;
  /** Absent: the first. */
  readonly round?: number;
  /** What stands in its columns instead of the lawful contents. */
  readonly columns: Row;
  /** What became of it later (P04). */
  readonly undone?: Undoing;
  /** The same decision as the credit platform shows it, beside or instead of the department's own report. */
  readonly credit?: 'only' | Row;
};

/** A decision that another paper has undone, and the day from the anchor on which the organ notes it. */
export type Undoing = {
  readonly notedOn: number;
  readonly way: 'changed' | 'revoked' | 'unlawful' | 'void';
  /** null: the very day of the note. */
  readonly effectOn: LocalDate | null;
  readonly offlineOn: LocalDate | null;
  readonly reasonGiven: boolean;
};

export type PlantingDays = {
  readonly anchor: LocalDate;
  /** The n-th working day after a day. */
  readonly working: (from: LocalDate, n: number) => LocalDate;
};

const THE_FINE = { 处罚类别: '罚款' } as const;
const fined = (yuan: number): Row => ({ ...THE_FINE, '罚款金额(元)': yuan, 处罚内容: `罚款人民币${yuan}元` });
const by = (serial: number, kind: Parameters<typeof party>[1]): Row => {
  const who = party(serial, kind);
  return {
    行政相对人名称: who.name,
    行政相对人类别: who.kind,
    行政相对人统一社会信用代码: who.code,
    法定代表人: '',
    证件类型: who.idNumber === '' ? '' : '居民身份证',
    证件号码: who.idNumber,
  };
};
const ORGANISATION = '法人及非法人组织';
const TRADER = '个体工商户';
const PERSON = '自然人';
/** On the spot: no case was opened before, and small sums are no credit record. */
const ON_THE_SPOT: Row = { 程序: '简易程序', 立案日期: '', 公示日期: '', 公示截止期: '' };

/** What a law's own days fix has not happened yet where the anchor stands before it; the last report is nine days old. */
export const LATEST = -13;

/** Days between two rounds of the same plants. */
const ROUND = 21;
/** What rests on one day of the city (a suspension, a certificate, a change of list, today) and cannot come again earlier. */
const ONCE: readonly string[] = [
  ...['S01-suspended-since', 'S01-last-day', 'S09-expired', 'P04-within-days'],
  ...['S02-day-after-last', 'S02-day-before-first', 'S02-last-day', 'S02-first-day'],
  ...['S03-day-after-term', 'S10-third-expired'],
  ...FILING_PLANTS.map(({ id }) => id),
];

/** The deed of delegation names the first conduct of its trade and no other: in every round. */
const FIRST_CONDUCT: readonly string[] = ['S03-last-day', 'S03-in-term'];

/**
 * Everything that is planted for the rules which one decision answers by itself, or by its two sources. Further rounds
 * lie three weeks earlier each; their plants bear the number of the round behind their name.
 */
export function plants(days: PlantingDays, rounds = 1): readonly Plant[] {
  const until = addDays(days.anchor, LATEST);
  const again = Array.from({ length: rounds - 1 }, (_, i) => inRound(days, i + 1));
  return [...allPlants(days), ...again.flat()].filter(({ decidedOn }) => decidedOn <= until);
}

function inRound(days: PlantingDays, round: number): readonly Plant[] {
  const earlier = allPlants({ ...days, anchor: addDays(days.anchor, -ROUND * round) });
  return earlier
    .filter(({ id }) => !ONCE.includes(id))
    .map(({ id, undone, ...plant }) => ({
      ...{ ...plant, id: `${id}~${round}` },
      ...(FIRST_CONDUCT.includes(id) ? {} : { round }),
      ...(undone === undefined ? {} : { undone: { ...undone, notedOn: undone.notedOn - ROUND * round } }),
    }));
}

function allPlants(days: PlantingDays): readonly Plant[] {
  return [
    ...subjectPlants(days),
    ...itemPlants(days),
    ...deedPlants(days),
    ...lawPlants(days),
    ...timePlants(days),
    ...publicityPlants(days),
    ...weightPlants(days),
    ...peerPlants(days),
    ...undonePlants(days),
  ];
}

type At = (id: string, unit: string, offset: number | LocalDate, columns: (on: LocalDate) => Row, credit?: 'only' | Row) => Plant;

function planter({ anchor }: PlantingDays): At {
  return (id, unit, offset, columns, credit) => {
    const decidedOn = typeof offset === 'number' ? addDays(anchor, offset) : offset;
    return { id, unit, decidedOn, columns: columns(decidedOn), ...(credit === undefined ? {} : { credit }) };
  };
}

const AS_IS = () => ({});

function subjectPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const farm = '市农牧局';
  const nameless = (columns: Row) => () => columns;
  return [
    at('S01-suspended-since', '临河文物所', SUSPENDED, AS_IS),
    at('S01-suspended-later', '临河文物所', SUSPENDED + 90, AS_IS),
    at('S01-last-day', '临河文物所', SUSPENDED - 1, AS_IS),
    at('S01-before', '临河文物所', SUSPENDED - 40, AS_IS),
    at('S05-own-name', '市交通支队', -120, nameless({ 执法人员及证号: '' })),
    at('S05-own-name-again', '市交通支队', -60, nameless({ 执法人员及证号: '' })),
    at('S05-delegators-name', '市交通局', -121, AS_IS),
    at('S05-branch', '临河生态环境分局', -64, AS_IS),
    at('S09-assistant', farm, -70, nameless({ 执法人员及证号: '$1、协管员甲' })),
    at('S09-expired', farm, EXPIRED + 1, nameless({ 执法人员及证号: '$1、$3' })),
    at('S09-last-valid-day', farm, EXPIRED, nameless({ 执法人员及证号: '$1、$3' })),
    at('S09-two-and-an-assistant', farm, -71, nameless({ 执法人员及证号: '$1、$2、协管员乙' })),
  ];
}

/** Items of another organ, of a list that has changed, and the same on the right side of the day. */
function itemPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const item = (what: string, basis: string, code: string) => () => ({ 违法行为类型: what, 处罚依据: basis, 事项编码: code });
  const ended = item(ENDED_ITEM.name, ENDED_ITEM.basis, ENDED_ITEM.code);
  const fresh = item(NEW_ITEM.name, NEW_ITEM.basis, NEW_ITEM.code);
  return [
    at('S02-item-of-another', '市农牧局', -88, item('田间道路堆放物料', '《城市市容和环境卫生管理条例》第三十六条', 'CG-CF-001')),
    at('S02-item-of-neighbour', '乌中林草局', -79, item('草原上散落农药包装', '《农药管理条例》第五十八条', 'NM-CF-001')),
    at('S02-day-after-last', '市农牧局', LIST_CHANGE, ended),
    at('S02-day-before-first', '乌中农牧局', LIST_CHANGE - 1, fresh),
    at('S02-last-day', '市农牧局', LIST_CHANGE - 1, ended),
    at('S02-first-day', '乌中农牧局', LIST_CHANGE, fresh),
    at('S02-own-item', '乌中林草局', -82, () => ({ 事项编码: 'LC-CF-001' })),
    at('S02-written-otherwise', '市农牧局', -84, () => ({ 事项编码: 'ｎｍ－ｃｆ－００１' })),
  ];
}

/** Decisions are filed thirty days before they are made. */
const FILED_BEFORE = 30;

/** Officers of a delegate beside those of the organ, inside and outside the deed; a township inside and outside its powers. */
function deedPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const traffic = '市交通局';
  const [first, second] = CONDUCTS['交通局'] ?? [];
  const acting = { 执法人员及证号: '$1、$1@市交通支队' };
  // What the deed names, in every round.
  const team = { ...acting, 违法行为类型: first?.what ?? '', 处罚依据: first?.basis ?? '', 事项编码: 'JT-CF-001' };
  const filedOn = (offset: number) => offset + FILED_BEFORE;
  const outside = { ...acting, 违法行为类型: second?.what ?? '', 处罚依据: second?.basis ?? '', 事项编码: 'JT-CF-002' };
  const item = (what: string, basis: string, code: string) => () => ({ 违法行为类型: what, 处罚依据: basis, 事项编码: code });
  const [town, sumu] = ['临河狼山镇', '乌中呼勒斯太苏木'];
  const street = '《城市市容和环境卫生管理条例》第三十四条';
  return [
    at('S03-day-after-term', traffic, filedOn(DEED_LAST_DAY + 1), () => team),
    at('S03-item-outside', traffic, -132, () => outside),
    at('S03-last-day', traffic, filedOn(DEED_LAST_DAY), () => team),
    at('S03-in-term', traffic, -133, () => team),
    at('S07-not-empowered', town, -93, item('集镇渣土车沿途遗撒', street, 'CG-CF-003')),
    at('S07-of-another', sumu, -94, item('苏木驻地道路堆放物料', '《城市市容和环境卫生管理条例》第三十六条', 'CG-CF-001')),
    at('S07-empowered', town, -95, item('集镇道路堆放物料', '《城市市容和环境卫生管理条例》第三十六条', 'CG-CF-001')),
    at('S07-empowered-sumu', sumu, -96, item('禁牧区放牧', '《中华人民共和国草原法》第六十八条', 'LC-CF-001')),
    at('S10-third-expired', '市农牧局', EXPIRED + 2, () => ({ 执法人员及证号: '$1、$2、$3' })),
    at('S10-out-of-field', '市农牧局', -98, item(OUT_OF_FIELD.name, OUT_OF_FIELD.basis, OUT_OF_FIELD.code)),
    at('S10-third-last-day', '市农牧局', EXPIRED - 1, () => ({ 执法人员及证号: '$1、$2、$3' })),
    at('S10-in-field', '市农牧局', -97, AS_IS),
  ];
}

const MARKET_NOTE = '《关于加强集贸市场管理的通知》第三条';
const NOISE = '《中华人民共和国噪声污染防治法》第七十七条';
const WASTE = '《中华人民共和国固体废物污染环境防治法》第一百一十二条';
const AIR = '《中华人民共和国大气污染防治法》第九十九条';

function lawPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const env = '市生态环境局';
  const conduct = (what: string, basis: string): Row => ({ 违法行为类型: what, 处罚依据: basis });
  const act = (on: string): Row => ({ 违法行为发生日期: on, 违法行为终了日期: on, 发现日期: on, 立案日期: on });
  const noAct: Row = { 违法行为发生日期: '', 违法行为终了日期: '' };
  return [
    at('D11-repealed', env, localDate('2026-10-12'), () => ({ ...conduct('违法堆放固体废物', WASTE), ...act('2026-09-01') })),
    at('D11-no-such-article', env, localDate('2026-07-01'), () => ({
      ...conduct('夜间施工噪声', `《中华人民共和国行政处罚法》第八十七条、${NOISE}`),
      ...act('2026-05-22'),
    })),
    at('D11-first-day', env, localDate('2026-09-21'), () => ({
      ...conduct('违法倾倒工业废渣', '《中华人民共和国生态环境法典》第六百条'),
      ...act('2026-08-15'),
    })),
    at('D11-last-article', env, localDate('2026-06-30'), () => ({
      ...conduct('夜间施工噪声', `《中华人民共和国行政处罚法》第八十六条、${NOISE}`),
      ...act('2026-05-20'),
    })),
    at('D12-city-paper', '市城管局', -75, () => conduct('违规养犬', '《巴彦淖尔市犬只管理办法》（巴政发〔2019〕12号）第八条')),
    at('D12-notice', '临河城管局', -76, () => conduct('市场外摆摊', MARKET_NOTE)),
    at('D12-local-regulation', '市城管局', -77, () => conduct('未保持门前整洁', '《内蒙古自治区市容和环境卫生管理条例》第二十条')),
    at('D12-law-and-benchmark', '临河城管局', -78, () =>
      conduct('违法建设', '《中华人民共和国城乡规划法》第六十四条、《内蒙古自治区城乡规划行政处罚裁量基准》'),
    ),
    at('Q07-noise', '临河生态环境分局', -62, () => ({
      ...conduct('商业经营噪声扰民', '《中华人民共和国环境噪声污染防治法》第五十八条'),
      ...noAct,
    })),
    at('Q07-air', env, localDate('2026-09-22'), () => ({ ...conduct('露天焚烧', AIR), ...noAct })),
    at('Q07-last-day', env, localDate('2026-08-14'), () => ({ ...conduct('露天焚烧', AIR), ...noAct })),
    at('Q07-new-law', '临河生态环境分局', localDate('2026-08-07'), () => ({ ...conduct('商业经营噪声扰民', NOISE), ...noAct })),
  ];
}

function timePlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const { working } = days;
  const old = (years: number, more: number) => (on: LocalDate) => {
    const found = addDays(on, -40);
    const ended = addDays(addYears(found, -years), -more);
    return { 发现日期: found, 违法行为发生日期: ended, 违法行为终了日期: ended };
  };
  const filed = (before: number) => (on: LocalDate) => {
    const filedOn = addDays(on, -before);
    const actOn = addDays(filedOn, -20);
    return { 立案日期: filedOn, 发现日期: addDays(filedOn, -10), 违法行为发生日期: actOn, 违法行为终了日期: actOn };
  };
  return [
    at('E01-next-working-day', '市卫健委', -90, (on) => ({ 送达日期: working(on, 8) })),
    at('E01-month', '市卫健委', -130, (on) => ({ 送达日期: addDays(on, 31) })),
    at('E01-seventh-working-day', '市卫健委', -91, (on) => ({ 送达日期: working(on, 7) })),
    at('E01-on-the-spot', '市卫健委', -131, (on) => ({ 送达日期: on })),
    at('F01-two-years-and-a-day', '市人社局', -85, old(2, 1)),
    at('F01-three-years', '市人社局', -145, old(3, 0)),
    at('F01-two-years', '市人社局', -86, old(2, 0)),
    at('F01-one-year', '市人社局', -146, old(1, 300)),
    at('F06-day-91', '市应急局', -66, filed(91)),
    at('F06-day-150', '市应急局', -140, filed(150)),
    at('F06-day-90', '市应急局', -67, filed(90)),
    at('F06-day-89', '市应急局', -141, filed(89)),
  ];
}

function publicityPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const { working } = days;
  const market = '市市场监管局';
  const lit: Row = { 违法行为类型: '未亮照经营', 处罚依据: '《中华人民共和国市场主体登记管理条例》第四十八条' };
  const warned: Row = { ...lit, 处罚类别: '警告', 处罚内容: '警告', '罚款金额(元)': '', 公示截止期: '' };
  return [
    at('P01-eighth-working-day', '市文旅局', -80, (on) => ({ 公示日期: working(on, 8) })),
    at('P01-month', '市文旅局', -110, (on) => ({ 公示日期: addDays(on, 31) })),
    at('P01-seventh-working-day', '市文旅局', -81, (on) => ({ 公示日期: working(on, 7) })),
    at('P01-on-the-spot', '市文旅局', -111, (on) => ({
      ...by(9001, ORGANISATION),
      ...fined(1000),
      ...ON_THE_SPOT,
      公示日期: addDays(on, 31),
    })),
    at('P03-warning', market, -40, () => warned, 'only'),
    at('P03-on-the-spot', market, -41, () => ({ ...by(9003, ORGANISATION), ...lit, ...fined(800), ...ON_THE_SPOT }), 'only'),
    at('P03-fine', market, -42, () => ({ ...by(9004, ORGANISATION), ...lit, ...fined(900) }), 'only'),
    at('P03-warning-and-fine', market, -43, () => ({ ...by(9005, ORGANISATION), ...lit, ...fined(1000), 处罚类别: '警告；罚款' }), 'only'),
    at('P05-three-years', '乌中林草局', -55, (on) => ({ 公示截止期: addYears(on, 3) })),
    at('P05-year-and-a-day', '乌中农牧局', -56, (on) => ({ 公示截止期: addDays(addYears(on, 1), 1) })),
    at('P05-year', '乌中林草局', -57, (on) => ({ 公示截止期: addYears(on, 1) })),
    at('P05-three-months', '乌中农牧局', -58, (on) => ({ 公示截止期: addMonths(on, 3) })),
    at('P06-identity', '临河自然资源局', -51, () => ({ 备注: `当事人身份证号${syntheticIdNumber(9006)}` })),
    at('P06-address', '临河城管局', -52, () => ({ 备注: '当事人家住演示区演示小区3号楼2单元401室' })),
    at('P06-case-number', '临河自然资源局', -53, () => ({ 备注: '案卷编号20260401000000123，随案移交' })),
    at('P06-office-telephone', '临河城管局', -54, () => ({ 备注: '咨询电话0478-0123456' })),
    at('P07-amount', '临河市场监管局', -61, () => ({ ...by(9007, ORGANISATION), ...fined(900) }), fined(9000)),
    at('P07-day', '临河市场监管局', -63, () => by(9008, ORGANISATION), { 处罚决定日期: addDays(days.anchor, -64) }),
    at('P07-same', '临河市场监管局', -65, () => by(9009, ORGANISATION), {}),
    at('P07-no-amount', '临河市场监管局', -68, () => by(9010, ORGANISATION), { '罚款金额(元)': '' }),
    at('P08-wrong-check', '乌中农牧局', -45, () => ({ ...by(9011, ORGANISATION), 行政相对人统一社会信用代码: '91150802MADM90110A' })),
    at('P08-trader-as-organisation', '乌中林草局', -46, () => ({
      ...by(9012, ORGANISATION),
      行政相对人统一社会信用代码: syntheticUscc('92', '150802', 9012),
    })),
    at('P08-right-check', '乌中农牧局', -47, () => by(9013, ORGANISATION)),
    at('P08-trader', '乌中林草局', -48, () => by(9014, TRADER)),
  ];
}

function weightPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const stale = (income: string, yuan: number, serial: number) => (on: LocalDate) => ({
    ...by(serial, TRADER),
    ...fined(yuan),
    违法行为类型: '销售超过保质期的食品',
    处罚依据: '《中华人民共和国食品安全法》第一百二十四条',
    违法事实: `当事人销售超过保质期的食品${serial - 9000}袋，违法所得${income}元，有现场笔录和照片证实。`,
    备案日期: addDays(on, 6),
  });
  const spot = (kind: Parameters<typeof party>[1], serial: number, yuan: number) => () => ({
    ...by(serial, kind),
    ...fined(yuan),
    ...ON_THE_SPOT,
    违法行为类型: `当场查处的占道行为（${kind}）`,
  });
  const big =
    (what: string, kind: Parameters<typeof party>[1], serial: number, yuan: number, filedAfter: number | null) => (on: LocalDate) => ({
      ...by(serial, kind),
      ...fined(yuan),
      违法行为类型: what,
      备案日期: filedAfter === null ? '' : addDays(on, filedAfter),
    });
  return [
    at('Q06-sixty-thousand', '临河市场监管局', -150, stale('200', 60_000, 9020)),
    at('Q06-just-below-income', '临河市场监管局', -151, stale('999.99', 50_000, 9021)),
    at('Q06-income-thousand', '临河市场监管局', -152, stale('1000', 50_000, 9022)),
    at('Q06-below-fifty-thousand', '临河市场监管局', -153, stale('200', 49_999.99, 9023)),
    at('D08-citizen-201', '临河城管局', -32, spot(PERSON, 9024, 201)),
    at('D08-organisation-3001', '临河城管局', -33, spot(ORGANISATION, 9025, 3001)),
    at('D08-citizen-200', '临河城管局', -34, spot(PERSON, 9026, 200)),
    at('D08-organisation-3000', '临河城管局', -35, spot(ORGANISATION, 9027, 3000)),
    at('B01-filed-late', '市应急局', -160, big('重大事故隐患未消除', ORGANISATION, 9028, 60_000, 40)),
    at('B01-threshold', '市应急局', -161, big('未经许可生产', ORGANISATION, 9029, 50_000, 30)),
    at('B01-citizen-threshold', '市应急局', -162, big('无证上岗作业', PERSON, 9030, 5000, 45)),
    at('B01-filed-in-time', '市应急局', -163, big('重大事故隐患未消除', ORGANISATION, 9031, 60_000, 10)),
    at('B01-below', '市应急局', -164, big('未经许可生产', ORGANISATION, 9032, 49_999, null)),
    at('B01-citizen-below', '市应急局', -165, big('无证上岗作业', PERSON, 9033, 4999, null)),
    ...FILING_PLANTS.map(({ id, unit, decided, what, serial, yuan }) =>
      at(id, unit, decided, (on) => ({ ...big(what, ORGANISATION, serial, yuan, null)(on), 送达日期: on, 公示日期: on })),
    ),
  ];
}

/** Decisions that can be judged only beside others: a second fine for one act, a fine unlike those of like cases. */
function peerPlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const same = (serial: number, what: string, actOn: number) => () => ({
    ...by(serial, ORGANISATION),
    违法行为类型: what,
    违法行为发生日期: addDays(days.anchor, actOn),
    违法行为终了日期: addDays(days.anchor, actOn),
  });
  const market = '市市场监管局';
  const priced = (serial: number, yuan: number) => () => ({ ...by(serial, ORGANISATION), ...fined(yuan) });
  return [
    at('D05-first', '市城管局', -74, same(9040, '渣土车沿途遗撒', -130)),
    at('D05-second', '临河城管局', -73, same(9040, '渣土车沿途遗撒', -130)),
    at('D05-first-of-farm', '市农牧局', -69, same(9041, '经营过期种子', -125)),
    at('D05-second-of-farm', '乌中农牧局', -60, same(9041, '经营过期种子', -125)),
    at('D05-other-day', '乌中农牧局', -59, same(9042, '未标注产地', -124)),
    at('D05-other-day-before', '市农牧局', -68, same(9042, '未标注产地', -126)),
    at('Q05-high', market, -37, priced(9043, 3700)),
    at('Q05-low', market, -38, priced(9044, 190)),
    at('Q05-not-three-times', market, -36, priced(9045, 1790)),
    at('Q05-one-third', market, -39, priced(9046, 400)),
  ];
}

/** Decisions that were changed or revoked, and what became of their publication. */
function undonePlants(days: PlantingDays): readonly Plant[] {
  const at = planter(days);
  const [city, banner] = ['市市场监管局', '临河市场监管局'];
  const effect = (offset: number) => addDays(days.anchor, offset);
  const undone = (plant: Plant, undoing: Undoing): Plant => ({ ...plant, undone: undoing });
  const inTime = { offlineOn: null, reasonGiven: true } as const;
  return [
    undone(at('P04-still-public', city, -170, AS_IS), {
      notedOn: -38,
      way: 'revoked',
      effectOn: effect(-40),
      offlineOn: null,
      reasonGiven: false,
    }),
    undone(at('P04-fourth-working-day', city, -171, AS_IS), {
      ...{ notedOn: -42, way: 'changed', effectOn: effect(-60), offlineOn: days.working(effect(-60), 4), reasonGiven: true },
    }),
    undone(at('P04-no-reason', banner, -172, AS_IS), {
      ...{ notedOn: -42, way: 'unlawful', effectOn: effect(-58), offlineOn: days.working(effect(-58), 2), reasonGiven: false },
    }),
    undone(at('P04-third-working-day', city, -173, AS_IS), {
      ...{ notedOn: -42, way: 'revoked', effectOn: effect(-61), offlineOn: days.working(effect(-61), 3), reasonGiven: true },
    }),
    undone(at('P04-within-days', banner, -174, AS_IS), { notedOn: -1, way: 'changed', effectOn: null, ...inTime }),
    undone(
      at('P04-never-public', city, -175, () => ({ ...by(9050, ORGANISATION), ...fined(800), ...ON_THE_SPOT })),
      {
        ...{ notedOn: -45, way: 'void', effectOn: effect(-50), ...inTime },
      },
    ),
  ];
}
