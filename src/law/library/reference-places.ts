import { articleNumber } from '../chinese-numeral.ts';

/** Where the scanned text itself stands, for 本法, 前款 and bare 第×条 inside a law. */
export type Standing = {
  readonly law: string;
  readonly article: number;
  readonly sub: number;
  readonly paragraph: number;
  readonly item: number | null;
};

/** A place inside a law; null levels are not named. `sub`: 第×条之一 → 1. */
export type Place = {
  readonly article: number;
  readonly sub: number;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subItem: number | null;
};

const N = '[零〇○一二三四五六七八九十百千两\\d]{1,9}';
const P = `[(]?${N}[)]?`;
const LISTED = '(?:、|,|以及|或者|和|及|与|或)';
const RANGE = '(?:至|到|-|—|–|~)';
const SEP = new RegExp(`${LISTED}|${RANGE}`, 'y');
const UNIT = new RegExp(`(第)?(${P}(?:(?:${LISTED}|${RANGE})第?${P}|[(]${N}[)])*)(条|款|项|目)(?:之(${N}))?`, 'y');
const NUMBERS = new RegExp(`(${LISTED}|${RANGE})?第?([(]?)(${N})[)]?`, 'g');
const BACK = /前([一二两三四五六2-6])?(条|款|项(?=规定|所列|所述|行为|情形|手段|评价|收费|以外|中|的|之|[,、。;)]|$))/y;
const HERE = /(?:本|同|该)(条|款)/y;
/** 第五十七条一款: a 款 or 项 right behind without 第, but not 第五条三项制度. */
const BARE_BELOW = /[一二三四五六七八九十\d]{1,3}[款项](?=[、,。;)之的(第]|规定|和|及|$)/y;
const LINK = /(?:规定的|所列的?|的|中的?|之)?(?=第)/y;

type Level = 0 | 1 | 2 | 3;
const LEVELS: Readonly<Record<string, Level>> = { 条: 0, 款: 1, 项: 2, 目: 3 };
/** Longest range that is written out: 第三条至第九条. */
const MOST = 200;

type Open = { article: number | null; sub: number; paragraph: number | null; item: number | null; subItem: number | null };
type Chain = { done: Open[]; pending: Open[]; level: Level | null; here: Open };

export type PlacesFound = {
  readonly end: number;
  readonly list: readonly Place[];
  /** Named from where the text itself stands (前款, 本条): always in the same law. */
  readonly inner: boolean;
};

/**
 * Reads the chain of places that begins at `at`; `carried` is the place that items named alone belong to: 第十条第一款、第三款第（二）项至第（四）项. null where it is
 * none.
 */
export function placesAt(chars: string, at: number, within: Standing | null, carried: Place | null = null): PlacesFound | null {
  const here: Open =
    carried === null
      ? { article: within?.article ?? null, sub: within?.sub ?? 0, paragraph: null, item: null, subItem: null }
      : { ...carried, item: null, subItem: null };
  const chain: Chain = { done: [], pending: [], level: null, here };
  const opening = openRelative(chars, at, within, chain);
  if (opening === null) return null;
  const end = readUnits(chars, opening, chain);
  if (end === at) return null;
  const list = [...chain.done, ...chain.pending].filter((p): p is Open & { article: number } => p.article !== null && p.article > 0);
  return { end, list, inner: opening !== at || startsBelowArticle(chars, at) };
}

function startsBelowArticle(chars: string, at: number): boolean {
  const unit = sticky(UNIT, chars, at);
  return unit !== null && unit[3] !== '条';
}

/** 前款, 前两款, 前条, 本条 …; the place behind it, `at` when there is none, null where it cannot be told. */
function openRelative(chars: string, at: number, within: Standing | null, chain: Chain): number | null {
  const back = sticky(BACK, chars, at);
  const hereNow = back === null ? sticky(HERE, chars, at) : null;
  if (back === null && hereNow === null) return at;
  if (within === null) return hereNow === null ? null : at + (hereNow[0].length ?? 0);
  if (hereNow !== null) {
    chain.pending = [{ ...chain.here, paragraph: hereNow[1] === '款' ? within.paragraph : null }];
    chain.level = hereNow[1] === '款' ? 1 : 0;
    return at + hereNow[0].length;
  }
  const count = back?.[1] === undefined ? 1 : (articleNumber(back[1]) ?? 1);
  const unit = LEVELS[back?.[2] ?? ''] ?? 0;
  const steps = Array.from({ length: count }, (_, i) => count - i);
  chain.pending = steps.map((step) => backBy(step, unit, within, chain.here));
  chain.level = unit;
  return at + (back?.[0].length ?? 0);
}

function backBy(step: number, unit: Level, within: Standing, here: Open): Open {
  if (unit === 0) return { ...here, article: within.article - step, sub: 0 };
  if (unit === 1) return { ...here, paragraph: within.paragraph - step };
  return { ...here, paragraph: within.paragraph, item: (within.item ?? 0) - step };
}

function readUnits(chars: string, start: number, chain: Chain): number {
  let at = start;
  let separator = '';
  for (;;) {
    const unit = sticky(UNIT, chars, at);
    if (unit === null || !(continues(unit, separator, chain) || (separator === '' && chain.level !== null && standsAlone(unit, chars))))
      return separator === '' ? at : at - separator.length;
    apply(unit, separator, chain);
    at += unit[0].length;
    const link = sticky(LINK, chars, at)?.[0] ?? '';
    const next = sticky(UNIT, chars, at + link.length);
    if (next !== null && next[1] !== undefined && levelOf(next) > (chain.level ?? 0)) {
      at += link.length;
      separator = link;
      continue;
    }
    if (next !== null && link === '' && levelOf(next) > (chain.level ?? 0) && standsAlone(next, chars)) {
      separator = '';
      continue;
    }
    separator = sticky(SEP, chars, at)?.[0] ?? '';
    if (separator === '') return at;
    at += separator.length;
  }
}

function standsAlone(unit: RegExpExecArray, chars: string): boolean {
  return unit[0].startsWith('(') || sticky(BARE_BELOW, chars, unit.index) !== null;
}

function levelOf(unit: RegExpExecArray): Level {
  return LEVELS[unit[3] ?? ''] ?? 0;
}

/** Behind a comma, 三项制度 is no item: a unit without 第 goes on only at the same level or in brackets. */
function continues(unit: RegExpExecArray, separator: string, { level }: Chain): boolean {
  if (unit[1] !== undefined) return true;
  if (level === null || (separator === '' && !unit[0].startsWith('('))) return level !== null && unit[0].startsWith('(');
  return unit[0].startsWith('(') || levelOf(unit) === level;
}

function apply(unit: RegExpExecArray, separator: string, chain: Chain): void {
  const level = levelOf(unit);
  const sub = unit[4] === undefined ? 0 : (articleNumber(unit[4]) ?? 0);
  const refines = chain.level !== null && level > chain.level;
  const base = chain.pending.at(-1) ?? chain.here;
  if (refines) chain.done.push(...chain.pending.slice(0, -1));
  else chain.done.push(...chain.pending);
  const before = chain.level === level && new RegExp(`^${RANGE}$`).test(separator) ? numberAt(base, level) : null;
  const numbers = numbersOf(unit[2] ?? '', before);
  chain.pending = numbers.map((n, i) => at(base, level, n, i === numbers.length - 1 ? sub : 0));
  chain.level = level;
}

function numbersOf(written: string, rangeFrom: number | null): readonly number[] {
  const numbers: number[] = [];
  let last = rangeFrom;
  for (const m of written.matchAll(NUMBERS)) {
    const n = articleNumber(m[3] ?? '');
    if (n === null) continue;
    const ranges = (numbers.length === 0 && rangeFrom !== null) || (m[1] !== undefined && new RegExp(`^${RANGE}$`).test(m[1]));
    if (ranges && last !== null && n > last && n - last <= MOST) for (let k = last + 1; k < n; k += 1) numbers.push(k);
    numbers.push(n);
    last = n;
  }
  return numbers;
}

function numberAt(place: Open, level: Level): number | null {
  return [place.article, place.paragraph, place.item, place.subItem][level] ?? null;
}

function at(base: Open, level: Level, n: number, sub: number): Open {
  if (level === 0) return { article: n, sub, paragraph: null, item: null, subItem: null };
  if (level === 1) return { ...base, paragraph: n, item: null, subItem: null };
  if (level === 2) return { ...base, item: n, subItem: null };
  return { ...base, subItem: n };
}

function sticky(pattern: RegExp, chars: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(chars);
}
