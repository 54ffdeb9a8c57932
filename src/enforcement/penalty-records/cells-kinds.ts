import { type CellReading, compact, excerpt, isAbsent, read } from './cells.ts';
import { type PartyKind, PENALTY_KIND_LABELS, type PenaltyKind, type PenaltyKinds, type Procedure } from './model.ts';

/** Names as written, old and new; the first that fits decides. 暂扣或吊销 in one name is settled by the contents. */
const NAMES: readonly (readonly [RegExp, PenaltyKind])[] = [
  [/通报批评/, 'CF02'],
  [/警告/, 'CF01'],
  [/没收.*(?:违法|非法)所得/, 'CF04'],
  [/没收.*(?:非法|违法)?(?:财物|物品|工具|设备|产品|烟草|药品|食品)/, 'CF05'],
  [/罚款|罚金/, 'CF03'],
  [/(?:降低|降级).*(?:资质|等级)/, 'CF07'],
  [/吊销/, 'CF08'],
  [/暂扣/, 'CF06'],
  [/限制.*(?:生产|经营)/, 'CF09'],
  [/停产|停业/, 'CF10'],
  [/责令关闭|关闭/, 'CF11'],
  [/(?:限制|禁止).*从业/, 'CF12'],
  [/拘留/, 'CF13'],
  [/^其[他它]|其[他它].*处罚/, 'CF14'],
];

/** Codes before the revision of 2021: the items of Article 8 of the law of 1996, in their order. */
type OldKind = PenaltyKind | 'confiscation' | 'licence';
const OLD_CODES: Readonly<Record<string, OldKind>> = {
  1: 'CF01',
  2: 'CF03',
  3: 'confiscation',
  4: 'CF10',
  5: 'licence',
  6: 'CF13',
  7: 'CF14',
  99: 'CF14',
};
const OLD_CONFISCATION = /没收违法所得[、,，和及或/]+(?:没收)?非法财物/g;
const OLD_LICENCE =
  /暂扣(?:或者?|[、,，/])吊销(?:许可证件?|营业执照|执照|证照|证件)*(?:[、,，](?:暂扣(?:或者?|[、,，/])吊销)?(?:执照|许可证)[件]?)*/g;
const JOINT_LABELS = { confiscation: '没收违法所得、没收非法财物', licence: '暂扣或者吊销许可证、执照' } as const;

/**
 * 处罚类别 as codes, old or new, or names, joined in any way. Old names that join two kinds are settled by the contents
 * of the decision and otherwise stand in `unclear`, as does every word that names no kind.
 */
export function readPenaltyKinds(cell: string, content: string): PenaltyKinds {
  const text = compact(cell);
  if (isAbsent(text)) return { text: '', kinds: [], unclear: [] };
  if (text.length > 500) return { text, kinds: [], unclear: [excerpt(text)] };
  const found = new Set<PenaltyKind>();
  const unclear: string[] = [];
  const settle = (joint: 'confiscation' | 'licence') => {
    const kinds = joint === 'confiscation' ? confiscations(content) : licences(content);
    for (const kind of kinds) found.add(kind);
    if (kinds.length === 0) unclear.push(JOINT_LABELS[joint]);
  };
  const settled = (joint: 'confiscation' | 'licence') => (): string => {
    settle(joint);
    return ';';
  };
  const rest = text.replace(OLD_CONFISCATION, settled('confiscation')).replace(OLD_LICENCE, settled('licence'));
  for (const piece of rest.split(/[;；、,，|+＋/]|(?:以及|并处|和|及)|(?<=[^\d])\d+[.．](?=\D)/)) {
    const kind = kindOf(piece);
    if (kind === 'confiscation' || kind === 'licence') settle(kind);
    else if (kind !== null) found.add(kind);
    else if (!isAbsent(piece)) unclear.push(piece);
  }
  return { text: cell.trim(), kinds: [...found].sort(), unclear };
}

function kindOf(piece: string): OldKind | null {
  const bare = piece.replace(/^[(（]?[一二三四五六七八九十\d]{1,2}[)）.．、](?=\D)/, '');
  const code = /^(?:CF)?(\d{1,2})(?=\D|$)/i.exec(bare);
  if (code !== null) return /^CF/i.test(bare) ? newCode(code[1] ?? '') : (OLD_CODES[Number(code[1])] ?? null);
  return NAMES.find(([name]) => name.test(bare))?.[1] ?? null;
}

function newCode(digits: string): PenaltyKind | null {
  const code = `CF${digits.padStart(2, '0')}`;
  return isPenaltyKind(code) ? code : null;
}

export function isPenaltyKind(text: string): text is PenaltyKind {
  return Object.hasOwn(PENALTY_KIND_LABELS, text);
}

function confiscations(content: string): readonly PenaltyKind[] {
  const kinds: PenaltyKind[] = [];
  if (/没收.{0,12}(?:违法|非法)所得/.test(content)) kinds.push('CF04');
  if (/没收.{0,30}(?:非法财物|违法财物|物品|工具|设备|产品|商品|药品|食品)/.test(content)) kinds.push('CF05');
  return kinds;
}

function licences(content: string): readonly PenaltyKind[] {
  const kinds: PenaltyKind[] = [];
  if (/吊销/.test(content)) kinds.push('CF08');
  if (/暂扣/.test(content)) kinds.push('CF06');
  return kinds;
}

/** 行政相对人类别; null with a note where the word names none of the three. */
export function readPartyKind(cell: string): CellReading<PartyKind | null> {
  const text = compact(cell);
  if (isAbsent(text)) return read(null);
  if (/个体|经营户/.test(text)) return read('sole-trader');
  if (/自然人|公民|^个人/.test(text)) return read('person');
  if (/法人|企业|公司|组织|单位|机构|合作社/.test(text)) return read('organisation');
  return read(null, `“${text}”不是法人及非法人组织、个体工商户、自然人之一，按未填处理`);
}

/** 程序; null with a note where the word names none of the three. */
export function readProcedure(cell: string): CellReading<Procedure | null> {
  const text = compact(cell);
  if (isAbsent(text)) return read(null);
  if (/简易|当场/.test(text)) return read('summary');
  if (/快速|快办/.test(text)) return read('fast');
  if (/普通|一般/.test(text)) return read('ordinary');
  return read(null, `“${text}”不是简易、普通、快速之一，按未填处理`);
}
