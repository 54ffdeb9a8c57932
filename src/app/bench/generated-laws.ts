import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseNumeral } from '#law';

const ARTICLES = 45;

/** Subjects, duties and consequences as regulations combine them; common words are common here too. */
const WHO = ['经营者', '生产单位', '建设单位', '县级以上地方人民政府', '行政机关', '主管部门', '当事人', '从业人员', '运输企业', '养殖户'];
const WHERE = ['生产经营场所', '施工现场', '港口', '集贸市场', '水源保护区', '草原', '公共场所', '仓库', '矿山', '学校周边'];
const DUTY = [
  '应当建立台账并保存二年',
  '应当按照国家有关规定办理登记',
  '不得擅自占用、拆除安全设施',
  '应当公示许可证件',
  '应当接受监督检查',
  '应当采取措施防止污染',
  '不得出租、出借资质证书',
  '应当组织应急演练',
  '应当如实提供有关资料',
  '应当配备专职管理人员',
];
const CONSEQUENCE = [
  '由主管部门责令限期改正',
  '给予警告，可以并处一万元以下罚款',
  '处五万元以上二十万元以下罚款',
  '没收违法所得，并处违法所得一倍以上五倍以下罚款',
  '责令停产停业，直至吊销许可证件',
  '构成犯罪的，依法追究刑事责任',
  '依法给予处分',
  '列入严重失信主体名单',
];
const GOODS = ['粮食', '饲料', '农药', '燃气', '钢材', '水产品', '药材', '皮毛', '木材', '化肥', '砂石', '葵花籽', '番茄', '羊绒', '电缆'];
const ITEMS = ['未按照规定备案的', '拒绝、阻碍检查的', '伪造记录的', '逾期不改正的', '造成事故的', '隐瞒情况的'];

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
}

/** Writes so many regulations of 45 articles each; the n-th is the same in every run. */
export function writeLaws(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let n = 1; n <= count; n += 1) writeFileSync(join(folder, `第${n}号管理条例(${dayOf(n)}).md`), textOf(n));
}

function dayOf(n: number): string {
  return `${1990 + (n % 35)}-0${1 + (n % 9)}-15`;
}

function textOf(n: number): string {
  const next = numbers(n);
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
  const [year, month] = dayOf(n).split('-');
  const goods = pick(GOODS);
  const article = (i: number): string => {
    const words = `${pick(WHO)}在${pick(WHERE)}从事${goods}活动的，${pick(DUTY)}；${pick(WHO)}${pick(DUTY)}。`;
    if (i % 3 !== 0) return `第${chineseNumeral(i)}条　${words}`;
    const items = ITEMS.slice(0, 2 + next(4)).map((item, k) => `（${chineseNumeral(k + 1)}）${pick(WHERE)}的${goods}${item}`);
    return `第${chineseNumeral(i)}条　违反本条例第${chineseNumeral(1 + next(40))}条规定，有下列情形之一的，${pick(CONSEQUENCE)}；情节严重的，${pick(CONSEQUENCE)}：\n\n${items.join('；\n\n')}。`;
  };
  const body = Array.from({ length: ARTICLES - 1 }, (_, i) => article(i + 1)).join('\n\n');
  const end = `第${chineseNumeral(ARTICLES)}条　本条例自${year}年${Number(month) + 1}月1日起施行。`;
  return `# 第${n}号管理条例\n\n${year}年${Number(month)}月15日国务院令第${n}号公布\n\n<!-- INFO END -->\n\n${body}\n\n${end}\n`;
}
