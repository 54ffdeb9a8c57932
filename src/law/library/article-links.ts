import { chineseNumeral } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { articleKey } from './law-text.ts';
import type { ArticleLink, ArticleLinks, DatedMove, Edition, LawLibrary } from './library-model.ts';
import { articleText } from './locate.ts';
import type { Place } from './reference-places.ts';
import type { MovedPart } from './stated-moves.ts';

/** Which moves could be laid between two editions; those whose places a text at hand does not have are given back. */
export function placeMoves(
  laws: ReadonlyMap<string, readonly Edition[]>,
  moves: readonly DatedMove[],
): { readonly links: ArticleLinks; readonly lost: readonly DatedMove[] } {
  const outOf = new Map<Edition, ArticleLink[]>();
  const into = new Map<Edition, ArticleLink[]>();
  const lost: DatedMove[] = [];
  for (const move of moves) {
    const found = editionsOf(laws, move);
    if (found === null) continue;
    const [fromEdition, toEdition] = found;
    if (!has(fromEdition, move.from) || !has(toEdition, move.to)) {
      lost.push(move);
      continue;
    }
    const link = { from: move.from, fromEdition, to: move.to, toEdition, by: move.by };
    if ((outOf.get(fromEdition) ?? []).some((l) => isSame(l.from, link.from) && l.toEdition === toEdition && isSame(l.to, link.to)))
      continue;
    outOf.set(fromEdition, [...(outOf.get(fromEdition) ?? []), link]);
    into.set(toEdition, [...(into.get(toEdition) ?? []), link]);
  }
  return { links: { outOf, into }, lost };
}

/** Of one law the edition of that day and the one before it; of two laws the last of the old one and the new one. */
function editionsOf(laws: ReadonlyMap<string, readonly Edition[]>, { law, toLaw, on }: DatedMove): readonly [Edition, Edition] | null {
  const editions = laws.get(toLaw) ?? [];
  const at = editions.findIndex((e) => e.on === on || e.from === on);
  const toEdition = editions[at];
  if (toEdition === undefined) return null;
  const begins = toEdition.from ?? on;
  const fromEdition = law === toLaw ? editions[at - 1] : laws.get(law)?.findLast((e) => e.from === null || e.from < begins);
  return fromEdition === undefined ? null : [fromEdition, toEdition];
}

/** An edition whose text is not at hand is taken at its word. */
function has({ texts }: Edition, { article, sub, paragraph }: MovedPart): boolean {
  const [text] = texts;
  const found = text?.articles.get(articleKey(article, sub));
  return text === undefined || (found !== undefined && (paragraph === null || found.paragraphs.length >= paragraph));
}

export function isSame(a: MovedPart, b: MovedPart): boolean {
  return a.article === b.article && a.sub === b.sub && a.paragraph === b.paragraph;
}

/** A place under its later number; `by`: what states it. */
export type MovedPlace = { readonly edition: Edition; readonly place: MovedPart; readonly by: string };

/**
 * Where a place of an edition stands on a day as far as it is stated: from link to link, over an edition without one only
 * where the same number has the same words. What is not stated is not concluded.
 */
export function movedPlaces(library: LawLibrary, edition: Edition, place: Place, on: LocalDate): readonly MovedPlace[] {
  const links = (library.links.outOf.get(edition) ?? []).filter((l) => l.toEdition.from !== null && l.toEdition.from <= on);
  const exact = links.filter((l) => l.from.paragraph !== null && l.from.paragraph === place.paragraph && isOfArticle(l, place));
  const stated = exact.length > 0 ? exact : links.filter((l) => l.from.paragraph === null && isOfArticle(l, place));
  if (stated.length === 0) {
    const next = nextWithSameWords(library, edition, place, on);
    return next === null ? [] : movedPlaces(library, next, place, on);
  }
  return stated.flatMap(({ to, toEdition, by }) => {
    const later = movedPlaces(library, toEdition, { ...to, item: null, subItem: null }, on);
    return later.length > 0 ? later : [{ edition: toEdition, place: to, by }];
  });
}

function isOfArticle({ from }: ArticleLink, { article, sub }: Place): boolean {
  return from.article === article && from.sub === sub;
}

function nextWithSameWords(library: LawLibrary, edition: Edition, { article, sub }: Place, on: LocalDate): Edition | null {
  const editions = library.laws.get(edition.law) ?? [];
  const next = editions[editions.indexOf(edition) + 1];
  if (next === undefined || next.from === null || next.from > on) return null;
  const [before, after] = [edition, next].map((e) => e.texts[0]?.articles.get(articleKey(article, sub)));
  return before !== undefined && after !== undefined && articleText(before) === articleText(after) ? next : null;
}

/** 第三十三条第二款. */
export function partWords({ article, sub, paragraph }: MovedPart): string {
  const below = paragraph === null ? '' : `第${chineseNumeral(paragraph)}款`;
  return `第${chineseNumeral(article)}条${sub === 0 ? '' : `之${chineseNumeral(sub)}`}${below}`;
}

/** 行政处罚法（2021年修订）第三十三条; another law without its edition; '' where nothing is stated. */
export function movedWords(moved: readonly MovedPlace[], law: string): string {
  return moved
    .map(({ edition, place }) => {
      const name = edition.texts[0]?.text.title ?? edition.law;
      return `${edition.law === law ? `${edition.law}（${edition.label}）` : name}${partWords(place)}`;
    })
    .join('、');
}
