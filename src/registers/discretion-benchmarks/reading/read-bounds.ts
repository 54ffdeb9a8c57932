import { FINE_MEASURE_LABELS, type FineMeasure, type FineRange } from '#law/discretion/benchmark';
import type { Bounds } from '#law/discretion/bounds';

const SCALE: Readonly<Record<string, number>> = {
  百: 100,
  千: 1_000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};
/** A number with its scale; # stands for the unit. */
const NUMBER = '(\\d{1,12})(?:\\.(\\d{1,6}))?(十万|百万|千万|百|千|万|亿)?#?';
const BOTH = new RegExp(`^(超过|大于|高于)?${NUMBER}(以上|起)?(?:至|到|-|—|~|,|、)?(不满|不足|低于|小于|少于)?${NUMBER}(以下|以内)?$`);
const LOWER = new RegExp(`^(超过|大于|高于)?${NUMBER}(以上|起)?$`);
const UPPER = new RegExp(`^(不满|不足|低于|小于|少于)?${NUMBER}(以下|以内)?$`);

/**
 * A span as officials write it: 1万元以上3万元以下, 超过3次, 不满5000元, 1.5倍至3倍. 以上、以下 include the number, 超过、不满 do
 * not. Whole numbers of 1/`parts` of the unit; null where the words cannot be read for certain.
 */
export function readBounds(text: string, unit: string, parts: number): Bounds | null {
  const tidy = text.normalize('NFKC').replaceAll(/\s|(?<=\d),(?=\d{3})|人民币/g, '');
  const plain = unit === '' ? tidy : tidy.replaceAll(unit.normalize('NFKC'), '#');
  const upper = UPPER.exec(plain);
  if (upper !== null && (upper[1] !== undefined || upper[5] !== undefined)) {
    const to = numberOf(upper.slice(2, 5), parts);
    return to === null ? null : { from: 0, to, fromOpen: false, toOpen: upper[1] !== undefined };
  }
  const lower = LOWER.exec(plain);
  if (lower !== null) {
    const from = numberOf(lower.slice(2, 5), parts);
    const isSingle = lower[1] === undefined && lower[5] === undefined;
    return from === null ? null : { from, to: isSingle ? from : null, fromOpen: lower[1] !== undefined, toOpen: false };
  }
  const both = BOTH.exec(plain);
  const [from, to] = both === null ? [null, null] : [numberOf(both.slice(2, 5), parts), numberOf(both.slice(7, 10), parts)];
  if (both === null || from === null || to === null) return null;
  return { from, to, fromOpen: both[1] !== undefined, toOpen: both[6] !== undefined };
}

/** Integers only; null where the unit cannot be divided so finely. */
function numberOf([whole = '', decimals = '', scale = '']: readonly (string | undefined)[], parts: number): number | null {
  const times = (scale === '' ? 1 : (SCALE[scale] ?? 1)) * parts;
  const digits = (decimals ?? '').replace(/0+$/, '');
  const value = Number(whole) * times + (digits === '' ? 0 : (Number(digits) * times) / 10 ** digits.length);
  return Number.isSafeInteger(value) ? value : null;
}

const BASES: readonly (readonly [FineMeasure, RegExp])[] = [
  ['income', /^违法所得(金额|的)?/],
  ['goods', /^货值(金额)?的?/],
  ['other', /^基数的?/],
];

/** 罚款幅度: an amount in yuan, or a multiple of 违法所得, 货值金额, 基数. */
export function readFine(text: string): FineRange | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^(处以?|并处|可以并处)/, '')
    .replace(/的?罚款$/, '');
  const base = BASES.find(([, words]) => words.test(plain));
  if (base === undefined) {
    const bounds = plain.includes('倍') ? null : readBounds(plain, '元', 100);
    return bounds === null ? null : { measure: 'amount', ...bounds };
  }
  const bounds = plain.includes('倍') ? readBounds(plain.replace(base[1], ''), '倍', 1000) : null;
  return bounds === null ? null : { measure: base[0], ...bounds };
}

export const FINE_EXAMPLE = `应写作“1万元以上3万元以下”“违法所得1倍以上不满3倍”（${Object.values(FINE_MEASURE_LABELS).join('、')}）`;
