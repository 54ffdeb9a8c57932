import { lawName } from './law-name.ts';

export type NamedLaw = {
  readonly name: string;
  /** Year of a mark such as （2017年修正）; null where none is given. */
  readonly edition: number | null;
  readonly documentNumber: string | null;
  /** In brackets, without any, or meant by 本法. */
  readonly how: 'title' | 'bare' | 'self';
};

/** A text with one width of marks and no spaces; `at` gives the place of each character in the source. */
export type Normal = { readonly source: string; readonly chars: string; readonly at: readonly number[] };

const DROPPED = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\s/;

export function normalText(source: string): Normal {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < source.length; i += 1) {
    const char = source.charAt(i);
    const code = source.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) {
      if (DROPPED.test(char)) continue;
      chars.push(code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char);
    } else chars.push(char);
    at.push(i);
  }
  return { source, chars: chars.join(''), at };
}

export type Title = {
  readonly name: string;
  readonly law: NamedLaw;
  /** Behind the closing mark. */
  readonly nameEnd: number;
  /** Behind a bracket that belongs to the title: edition, number, short name. */
  readonly end: number;
  /** In 《》: a reference even without an article. */
  readonly marked: boolean;
  /** A paper of the case, not a text that binds. */
  readonly isPaper: boolean;
  readonly shortNames: readonly string[];
};

const CLOSERS = '》〉>」』”"】]';
const KIND = '(?:法典|法|条例|规定|办法|细则|规则|决定|解释|意见|准则)(?:\\([^()]{1,20}\\))?';
const PROPER = /《([^《》]{2,120})》/y;
const WRONG = new RegExp(`[《〈<「『“"【\\[]([\\u4e00-\\u9fa5()〈〉、]{2,60}?${KIND})[${'》〉>」』”"】\\]'}]`, 'y');
const UNCLOSED = new RegExp(`《([\\u4e00-\\u9fa5()]{2,60}?${KIND})(?=第[(]?[零〇一二三四五六七八九十百千\\d])`, 'y');
const EDITION = /[(](\d{4})年?[^()]{0,12}[)]/;
const DOCUMENT_NUMBER = /[\u4e00-\u9fa5]{1,12}[〔[【(]\d{4}[〕\]】)]第?\d{1,5}号|(?:令)?第\d{1,4}号令?/;
const BESIDE = /[(][^《》()]{0,40}(?:《[^《》]{2,40}》[^《》()]{0,10})?[)]/y;
const SHORT = /(?:以下|下)?(?:简称|统称|称)(?:为)?:?[《“"「]?([\u4e00-\u9fa5]{2,24})[》”"」]?/;
const CASE_PAPER = /(?:书|证|执照|笔录|表|单|报告|合同|协议|清单|照片|发票|收据|凭证)$/;

/** A title that opens at `at`: in 《》, or in other brackets where its words say that it is a law. */
export function titleAt(chars: string, at: number): Title | null {
  const proper = sticky(PROPER, chars, at) ?? sticky(UNCLOSED, chars, at);
  const wrong = proper === null ? sticky(WRONG, chars, at) : null;
  const found = proper ?? wrong;
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const nameEnd = at + found[0].length;
  const beside = besideOf(chars, nameEnd);
  const edition = EDITION.exec(name)?.[1] ?? EDITION.exec(beside)?.[1];
  const short = SHORT.exec(beside)?.[1];
  return {
    name,
    law: {
      name: lawName(name),
      edition: edition === undefined ? null : Number(edition),
      documentNumber: DOCUMENT_NUMBER.exec(name)?.[0] ?? DOCUMENT_NUMBER.exec(beside)?.[0] ?? null,
      how: 'title',
    },
    nameEnd,
    end: nameEnd + beside.length,
    marked: proper !== null,
    isPaper: lawName(name).length < 2 || CASE_PAPER.test(lawName(name)),
    shortNames: short === undefined ? [] : [short],
  };
}

/** Brackets right behind a title, at most two. */
function besideOf(chars: string, at: number): string {
  const first = sticky(BESIDE, chars, at)?.[0] ?? '';
  return first === '' ? '' : first + (sticky(BESIDE, chars, at + first.length)?.[0] ?? '');
}

function sticky(pattern: RegExp, chars: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(chars);
}

export function isCloser(char: string): boolean {
  return char !== '' && CLOSERS.includes(char);
}
