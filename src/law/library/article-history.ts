import { articleKey } from './law-text.ts';
import type { ArticleLink, Edition, LawLibrary } from './library-model.ts';
import { articleText } from './locate.ts';
import type { MovedPart } from './stated-moves.ts';

/** How an article of one edition is found in the edition beside it. */
export const CORRESPONDENCE_LABELS = {
  asked: '所查的条文',
  same: '条号和文字相同',
  stated: '对应的条文有载明',
  'same-words': '条号不同而文字相同，由平台比对',
  number: '按条号并列，是否同一条没有载明',
  lost: '对应的条文没有载明',
} as const;
export type Correspondence = keyof typeof CORRESPONDENCE_LABELS;

/** An article in one edition, under its number or numbers there; no keys: nobody knows. */
export type ArticleThen = {
  readonly edition: Edition;
  readonly keys: readonly number[];
  readonly how: Correspondence;
  /** What states the numbers. */
  readonly by: string | null;
};

type Neighbours = {
  readonly from: Edition;
  readonly to: Edition;
  readonly links: readonly (readonly [from: number, to: number, by: string])[];
};

/**
 * One article through all editions of its law, oldest first, and where stated in the law before or behind it. Numbers are
 * followed by what is stated, else by words that only one article has; else the same number stands there, marked as such.
 */
export function articleThrough(library: LawLibrary, start: Edition, key: number): readonly ArticleThen[] {
  const editions = library.laws.get(start.law) ?? [];
  const at = editions.indexOf(start);
  const asked: ArticleThen = { edition: start, keys: [key], how: 'asked', by: null };
  const before = walk(library, asked, editions.slice(0, at).reverse());
  const after = walk(library, asked, editions.slice(at + 1));
  const own = [...before.reverse(), asked, ...after];
  const elsewhere = own.flatMap((then) => inOtherLaws(library, then));
  return [...elsewhere.filter((e) => isBefore(e.edition, start)), ...own, ...elsewhere.filter((e) => !isBefore(e.edition, start))];
}

function isBefore(a: Edition, b: Edition): boolean {
  return (a.from ?? '') < (b.from ?? '');
}

function walk(library: LawLibrary, asked: ArticleThen, editions: readonly Edition[]): ArticleThen[] {
  const found: ArticleThen[] = [];
  let last = asked;
  for (const edition of editions) {
    last = step(last.keys, { from: last.edition, to: edition, links: linksBetween(library, last.edition, edition) });
    found.push(last);
  }
  return found;
}

function linksBetween({ links }: LawLibrary, from: Edition, to: Edition): Neighbours['links'] {
  const on = (links.outOf.get(from) ?? []).filter((l) => l.toEdition === to && isWhole(l));
  const back = (links.into.get(from) ?? []).filter((l) => l.fromEdition === to && isWhole(l));
  return [...on.map((l) => [keyOf(l.from), keyOf(l.to), l.by] as const), ...back.map((l) => [keyOf(l.to), keyOf(l.from), l.by] as const)];
}

function isWhole({ from, to }: ArticleLink): boolean {
  return from.paragraph === null && to.paragraph === null;
}

function keyOf({ article, sub }: MovedPart): number {
  return articleKey(article, sub);
}

/** From the surest to the least sure. */
const ORDER: readonly Correspondence[] = ['asked', 'same', 'stated', 'same-words', 'number', 'lost'];

function step(keys: readonly number[], beside: Neighbours): ArticleThen {
  const each = keys.map((key) => counterpart(key, beside));
  const how = each.map((e) => e.how).sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? 'lost';
  const by = [...new Set(each.flatMap((e) => e.by ?? []))].join('、');
  return { edition: beside.to, keys: [...new Set(each.flatMap((e) => e.keys))], how, by: by === '' ? null : by };
}

type Counterpart = { readonly keys: readonly number[]; readonly how: Correspondence; readonly by: string | null };

function counterpart(key: number, { from, to, links }: Neighbours): Counterpart {
  const stated = links.filter(([old]) => old === key);
  if (stated.length > 0)
    return { keys: stated.map(([, now]) => now), how: 'stated', by: [...new Set(stated.map(([, , by]) => by))].join('、') };
  const [own, others] = [from.texts[0], to.texts[0]];
  const article = own?.articles.get(key);
  const words = article === undefined ? null : articleText(article);
  const sameNumber = others?.articles.get(key);
  if (words !== null && sameNumber !== undefined && articleText(sameNumber) === words) return { keys: [key], how: 'same', by: null };
  const alike = words === null || others === undefined ? [] : keysWith(others, words);
  const [only, second] = alike;
  if (only !== undefined && second === undefined && own !== undefined && words !== null && keysWith(own, words).length === 1)
    return { keys: [only], how: 'same-words', by: null };
  // The number belongs to another article there.
  const isTaken =
    links.some(([, now]) => now === key) || (sameNumber !== undefined && own !== undefined && isElsewhere(own, sameNumber, key));
  return isTaken || (others !== undefined && sameNumber === undefined)
    ? { keys: [], how: 'lost', by: null }
    : { keys: [key], how: 'number', by: null };
}

type Text = Edition['texts'][number];

function keysWith({ articles }: Text, words: string): readonly number[] {
  return [...articles].filter(([, article]) => articleText(article) === words).map(([key]) => key);
}

function isElsewhere(own: Text, article: Parameters<typeof articleText>[0], key: number): boolean {
  const found = keysWith(own, articleText(article));
  return found.length === 1 && found[0] !== key;
}

function inOtherLaws({ links }: LawLibrary, { edition, keys }: ArticleThen): readonly ArticleThen[] {
  const out = (links.outOf.get(edition) ?? []).filter((l) => l.toEdition.law !== edition.law && isWhole(l) && keys.includes(keyOf(l.from)));
  const back = (links.into.get(edition) ?? []).filter((l) => l.fromEdition.law !== edition.law && isWhole(l) && keys.includes(keyOf(l.to)));
  return [
    ...out.map((l): ArticleThen => ({ edition: l.toEdition, keys: [keyOf(l.to)], how: 'stated', by: l.by })),
    ...back.map((l): ArticleThen => ({ edition: l.fromEdition, keys: [keyOf(l.from)], how: 'stated', by: l.by })),
  ];
}
