import { addDays, identityCheckCharacter, localDate, usccCheckCharacter } from '#law';
import { type ColumnKey, LAYOUT, TEMPLATE_KEYS } from '../layout.ts';

/** One row as a file would hold it, by field. */
export type FixtureRow = Partial<Record<ColumnKey, string>>;

const ORGANS = [
  '市场监督管理局',
  '生态环境局',
  '农牧局',
  '交通运输局',
  '应急管理局',
  '文化旅游广电局',
  '住房和城乡建设局',
  '卫生健康委员会',
];
const PLACES = ['临河区', '五原县', '磴口县', '乌拉特前旗', '乌拉特中旗', '乌拉特后旗', '杭锦后旗'];
const CONDUCTS = [
  '未按规定明码标价',
  '未经许可从事餐饮服务',
  '超限运输',
  '未按规定处置固体废物',
  '未建立进货查验记录',
  '未按规定佩戴安全防护',
];
const FIRST_DAY = localDate('2025-01-02');

export function syntheticUscc(head: string, i: number): string {
  const body = `${head}MA${String(i % 10_000_000).padStart(7, '0')}`;
  return body + (usccCheckCharacter(body) ?? '0');
}

export function syntheticId(i: number): string {
  const body = `150802${String(1960 + (i % 40))}${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}${String(i % 1000).padStart(3, '0')}`;
  return body + identityCheckCharacter(body);
}

const STEMS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

function officerName(i: number): string {
  return `执${STEMS.charAt(i % 20)}${STEMS.charAt(Math.floor((i % 300) / 20))}`;
}

function officerCertificate(i: number): string {
  return `1508${String(i % 300).padStart(4, '0')}`;
}

/** A clean synthetic decision: enterprises, sole traders and persons in turn, all of invented names. */
export function syntheticDecision(i: number): FixtureRow {
  const kind = i % 3;
  const organ = `巴彦淖尔市${PLACES[i % 7]}${ORGANS[i % 8]}（演示）`;
  const decided = addDays(FIRST_DAY, i % 650);
  const fine = 500 + (i % 90) * 100;
  const organCode = syntheticUscc('11150802', i % 56);
  return {
    partyName: kind === 2 ? `演某${i}` : `${PLACES[i % 7]}演示第${i}号${kind === 0 ? '商贸有限公司' : '便利店'}`,
    partyKind: ['法人及非法人组织', '个体工商户', '自然人'][kind] ?? '',
    partyUscc: kind === 2 ? '' : syntheticUscc(kind === 0 ? '91150802' : '92150802', i),
    legalRepresentative: kind === 0 ? `示某${i % 997}` : '',
    partyIdKind: kind === 2 ? '居民身份证' : '',
    partyIdNumber: kind === 2 ? syntheticId(i) : '',
    number: `巴${PLACES[i % 7]?.charAt(0)}${ORGANS[i % 8]?.charAt(0)}罚〔${decided.slice(0, 4)}〕${i + 1}号`,
    conduct: CONDUCTS[i % 6] ?? '',
    facts: `当事人于${decided}前在经营场所${CONDUCTS[i % 6]}，经检查发现，有现场笔录、询问笔录及照片为证，当事人对上述事实无异议，案件编号${i}。`,
    basis: '《中华人民共和国价格法》第四十二条、《明码标价和禁止价格欺诈规定》第二十二条',
    penaltyKinds: '罚款',
    content: `罚款人民币${fine}元，限自收到决定书之日起十五日内缴至指定银行`,
    fine: String(fine / 10_000),
    decidedOn: decided,
    validUntil: '2099-12-31',
    publicUntil: addDays(decided, 365),
    organName: organ,
    organUscc: organCode,
    dataSourceName: organ,
    dataSourceUscc: organCode,
    procedure: '普通程序',
    filedOn: addDays(decided, -40),
    actEndedOn: addDays(decided, -60),
    discoveredOn: addDays(decided, -45),
    officers: `${officerName(i)}（${officerCertificate(i)}）、${officerName(i + 7)}（${officerCertificate(i + 7)}）`,
    servedOn: addDays(decided, 5),
    publishedOn: addDays(decided, 4),
    recordFiledOn: addDays(decided, 6),
    itemCode: `150802${String(i % 500).padStart(6, '0')}`,
    handler: officerName(i),
  };
}

export const HEADER = TEMPLATE_KEYS.map((key) => LAYOUT[key].title);

export function cellsOf(row: FixtureRow, keys: readonly ColumnKey[] = TEMPLATE_KEYS): string[] {
  return keys.map((key) => row[key] ?? '');
}

export function csvLine(cells: readonly string[], separator = ','): string {
  const quoted = (cell: string) => (/["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map(quoted).join(separator);
}

/** A whole text file: header and rows. */
export function csvOf(rows: readonly FixtureRow[], separator = ',', header: readonly string[] = HEADER): string {
  return [csvLine(header, separator), ...rows.map((row) => csvLine(cellsOf(row), separator))].join('\r\n').concat('\r\n');
}
