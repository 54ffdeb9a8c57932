import { articleNumber } from '../chinese-numeral.ts';
import type { Division } from './law-text.ts';

const NUMERAL = '[零〇○一二三四五六七八九十百千两0-9]';
const ARTICLE = new RegExp(
  `^第(\\s*)(${NUMERAL}{1,9}(?:\\s${NUMERAL}{1,8})?)(\\s*)条(?:\\s*之(${NUMERAL}{1,3}))?(?:\\s*【([^】]{1,60})】)?([\\s：:]*)`,
);
const DIVISION = new RegExp(`^第\\s*(${NUMERAL}{1,6})\\s*(分编|编|章|节)(?:[\\s：:]+(.{0,60})|([\\u3400-\\u9fff、]{1,30}))?$`);

export type ArticleMarker = {
  readonly number: number;
  readonly sub: number;
  readonly heading: string | null;
  /** The number was written apart, 第一百二十八 条. */
  readonly split: boolean;
  /** A space or a heading divides the number from the text. */
  readonly set: boolean;
  readonly rest: string;
};

export function articleMarker(line: string): ArticleMarker | null {
  const m = ARTICLE.exec(line);
  if (m === null) return null;
  const number = articleNumber((m[2] ?? '').replaceAll(/\s/g, ''));
  const sub = m[4] === undefined ? 0 : articleNumber(m[4]);
  if (number === null || number === 0 || sub === null || sub > 99) return null;
  const split = m[1] !== '' || m[3] !== '' || /\s/.test(m[2] ?? '');
  const rest = line.slice(m[0].length);
  return { number, sub, heading: m[5] ?? null, split, set: m[6] !== '' || m[5] !== undefined || rest === '', rest };
}

export function divisionMarker(line: string): Omit<Division, 'line'> | null {
  const m = DIVISION.exec(line);
  if (m === null) return null;
  const number = articleNumber(m[1] ?? '');
  if (number === null) return null;
  return { kind: m[2] as Division['kind'], number, title: (m[3] ?? m[4] ?? '').replaceAll(/\s+/g, '') };
}

export const LIST_STYLES = ['（一）', '一、', '1.', '(1)', '①'] as const;
export type ListStyle = (typeof LIST_STYLES)[number];
export type ListMarker = { readonly style: ListStyle; readonly number: number; readonly rest: string };

const LISTS: readonly (readonly [ListStyle, RegExp])[] = [
  ['（一）', /^[（(]\s*([一二三四五六七八九十百]{1,5})\s*[）)]\s*/],
  ['一、', /^([一二三四五六七八九十百]{1,5})\s*[、．]\s*/],
  ['(1)', /^[（(]\s*(\d{1,3})\s*[）)]\s*/],
  ['1.', /^(\d{1,3})\s*(?:[．、]|\.(?!\d))\s*/],
  ['①', /^([①-⑳])\s*/],
];

export function listMarker(line: string): ListMarker | null {
  for (const [style, pattern] of LISTS) {
    const m = pattern.exec(line);
    if (m === null) continue;
    const written = m[1] ?? '';
    const number = style === '①' ? written.charCodeAt(0) - 0x245f : articleNumber(written);
    return number === null || number === 0 ? null : { style, number, rest: line.slice(m[0].length) };
  }
  return null;
}
