import { addDays, addMonths, type LocalDate } from '../local-date.ts';
import { daysIn } from './history.ts';
import type { Article, LawText } from './law-text.ts';

/** When a text says that it takes force. */
export type ForceStart =
  | { readonly is: 'day'; readonly on: LocalDate }
  | { readonly is: 'on-publication' }
  | { readonly is: 'after-publication'; readonly days: number; readonly months: number };

/** A text that another one ends on the day on which it takes force itself. */
export type Repeal = {
  readonly title: string;
  /** Day of publication that the clause names beside the title; null where it names none. */
  readonly promulgated: LocalDate | null;
};

export type ForceClause = { readonly start: ForceStart | null; readonly repeals: readonly Repeal[]; readonly article: number | null };

const NONE: ForceClause = { start: null, repeals: [], article: null };
const START =
  /(?:^|，)(?:本|这个|此)[\u4e00-\u9fff]{1,20}?(?:自|从|于|由)([^，。；《》]{2,40}?)(?:起|后)?(?:正式|开始|同时)?(?:施行|生效|实施|执行)/;
/** The closing clause stands among the last articles, sometimes before transitional ones. */
const CLOSING = 25;
const SPEAKS = /废止|施行|生效|实施|执行/;
const PUBLICATION = /(?:公布|发布|颁布|印发|批准|通过|颁发)/;
const SUBJECT_FREE = /^自([^，。；《》]{2,40}?)起(?:施行|生效|实施|执行)/;

/** The closing clause: 本法自…起施行, 《…》同时废止. Read from the end; a clause about single articles does not count. */
export function readForceClause(text: LawText): ForceClause {
  const repeals: Repeal[] = [];
  let start: ForceStart | null = null;
  let article: number | null = null;
  for (const a of text.articles.slice(-CLOSING).reverse()) {
    for (const sentence of sentencesOf(a)) {
      if (!SPEAKS.test(sentence)) continue;
      if (sentence.includes('废止')) repeals.push(...repealsIn(sentence));
      if (start !== null) continue;
      start = startIn(sentence);
      if (start !== null) article = a.number;
    }
  }
  return start === null && repeals.length === 0 ? NONE : { start, repeals, article };
}

function sentencesOf(article: Article): readonly string[] {
  const whole = article.paragraphs.flatMap((p) => [p.text, ...p.items.map((i) => i.text)]);
  return whole.flatMap((text) => text.split(/[。；\n]/)).map((s) => s.replaceAll(/\s/g, ''));
}

function startIn(sentence: string): ForceStart | null {
  const plain = sentence.replaceAll(/（[^（）]{1,60}）/g, '');
  const written = (START.exec(plain) ?? SUBJECT_FREE.exec(plain))?.[1];
  if (written === undefined) return null;
  const [day] = daysIn(written.endsWith('日') ? written : `${written}日`);
  if (day !== undefined) return { is: 'day', on: day };
  if (!PUBLICATION.test(written)) return null;
  const days = /(?:之?日|后)(?:起)?(?:满|第)?(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:日|天)/.exec(written)?.[1];
  const months = /(?:之?日|后)(?:起)?(?:满)?(\d{1,2}|[一二三四五六七八九十]{1,2})个月/.exec(written)?.[1];
  if (days === undefined && months === undefined) return { is: 'on-publication' };
  return { is: 'after-publication', days: small(days), months: small(months) };
}

const SMALL: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 六: 6, 十: 10, 十五: 15, 三十: 30, 六十: 60, 九十: 90 };
function small(written: string | undefined): number {
  return written === undefined ? 0 : (SMALL[written] ?? (Number(written) || 0));
}

/** The day on which a text published on `published` takes force; null where the clause needs a day that is not known. */
export function startDay(start: ForceStart, published: LocalDate | null): LocalDate | null {
  if (start.is === 'day') return start.on;
  if (published === null || start.is === 'on-publication') return published;
  return addDays(addMonths(published, start.months), start.days);
}

/** A clause that ends only parts of a text (有关…的规定 同时废止, 第三条废止) ends no text. */
function repealsIn(sentence: string): readonly Repeal[] {
  const found: Repeal[] = [];
  const clause = sentence.slice(0, sentence.lastIndexOf('废止'));
  let from = 0;
  for (const title of clause.matchAll(/《([^《》]{2,100})》/g)) {
    const before = clause.slice(from, title.index);
    from = title.index + title[0].length;
    const part = /^(?:的?第|中|有关|的有关|关于|及其他)/.test(clause.slice(from));
    const asBasis = /(?:根据|依照|依据|按照)$/.test(before);
    if (part || asBasis || /不再|除/.test(before)) continue;
    const published = /(?:公布|发布|颁布|通过|批准|印发|修订|修正)[^，。]{0,12}$/.test(before) ? (daysIn(before).at(-1) ?? null) : null;
    found.push({ title: title[1] ?? '', promulgated: published });
  }
  return found;
}
