import { addDays, addMonths, identityCheckCharacter, type LocalDate } from '#law';
import { dice, syntheticName, syntheticUscc } from '../world/seeded.ts';

/** One decision as a department's system would send it: titles of the layout and of its extension. */
export type Row = Readonly<Record<string, string | number | null>>;

export type Party = {
  readonly kind: '法人及非法人组织' | '个体工商户' | '自然人';
  readonly name: string;
  readonly code: string;
  readonly idNumber: string;
};

const BUSINESSES = ['商贸有限公司', '物流有限公司', '农业发展有限公司', '建筑工程有限公司', '食品有限公司'] as const;
const SHOPS = ['便利店', '小吃店', '农资经营部', '修理部', '粮油店'] as const;
const STEMS = ['河原', '川禾', '榆泉', '青澄', '沙岭', '渠远', '宁川', '和禾', '文河', '朗原'] as const;

/** Every party has a serial of its own, so that no two decisions meet in one party unless that is planted. */
export function party(serial: number, kind: Party['kind'] = kindOf(serial)): Party {
  const stem = `${STEMS[serial % STEMS.length]}${serial}`;
  if (kind === '自然人') return { kind, name: syntheticName(`party/${serial}`), code: '', idNumber: syntheticIdNumber(serial) };
  const isShop = kind === '个体工商户';
  const end = isShop ? SHOPS[serial % SHOPS.length] : BUSINESSES[serial % BUSINESSES.length];
  return { kind, name: `${stem}${end}（演示）`, code: syntheticUscc(isShop ? '92' : '91', '150802', serial), idNumber: '' };
}

function kindOf(serial: number): Party['kind'] {
  return (['法人及非法人组织', '个体工商户', '法人及非法人组织', '自然人'] as const)[serial % 4] ?? '自然人';
}

/** A number that passes its check in a region that issues none: it belongs to nobody. */
export function syntheticIdNumber(serial: number): string {
  const from = dice(`id/${serial}`);
  const two = (n: number) => String(n).padStart(2, '0');
  const first17 = `150899${1960 + from.below(40)}${two(1 + from.below(12))}${two(1 + from.below(28))}${String(serial % 1000).padStart(3, '0')}`;
  return `${first17}${identityCheckCharacter(first17)}`;
}

export type Organ = { readonly key: string; readonly name: string; readonly uscc: string; readonly mark: string };
export type Conduct = { readonly what: string; readonly facts: string; readonly basis: string; readonly fine: readonly [number, number] };

/** Lawful in everything that the sender's columns can tell; what a plant is about stands in its own columns above these. */
export function lawful(
  organ: Organ,
  serial: number,
  decidedOn: LocalDate,
  of: { readonly party: Party; readonly conduct: Conduct; readonly fine: number; readonly officers: string; readonly handler: string },
): Row {
  const actOn = addDays(decidedOn, -45);
  const who = of.party;
  return {
    行政相对人名称: who.name,
    行政相对人类别: who.kind,
    行政相对人统一社会信用代码: who.code,
    法定代表人: who.kind === '法人及非法人组织' ? syntheticName(`representative/${who.name}`) : '',
    证件类型: who.idNumber === '' ? '' : '居民身份证',
    证件号码: who.idNumber,
    行政处罚决定书文号: numberOf(organ, decidedOn, serial),
    违法行为类型: of.conduct.what,
    违法事实: `${actOn}，当事人${of.conduct.facts}，有现场笔录、询问笔录和照片证实（${serial}号案卷）。`,
    处罚依据: of.conduct.basis,
    处罚类别: '罚款',
    处罚内容: `罚款人民币${of.fine}元`,
    '罚款金额(元)': of.fine,
    '没收金额(元)': '',
    暂扣或吊销证照名称及编号: '',
    处罚决定日期: decidedOn,
    处罚有效期: addMonths(decidedOn, 12),
    公示截止期: addMonths(decidedOn, 12),
    处罚机关: organ.name,
    处罚机关统一社会信用代码: organ.uscc,
    数据来源单位: organ.name,
    数据来源单位统一社会信用代码: organ.uscc,
    程序: '普通程序',
    立案日期: addDays(decidedOn, -30),
    违法行为发生日期: actOn,
    违法行为终了日期: actOn,
    发现日期: addDays(decidedOn, -40),
    执法人员及证号: of.officers,
    送达日期: decidedOn,
    公示日期: addDays(decidedOn, 3),
    备案日期: '',
    承办人: of.handler,
  };
}

/** 巴市监罚（演示）〔2026〕12号 */
export function numberOf(organ: Organ, on: LocalDate, serial: number): string {
  return `${organ.mark}罚（演示）〔${on.slice(0, 4)}〕${serial}号`;
}
