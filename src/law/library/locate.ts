import { type Article, articleKey, type Item, type Paragraph } from './law-text.ts';
import type { IndexedText } from './library-model.ts';
import type { Place } from './reference-places.ts';

export type Located =
  | { readonly is: 'ok'; readonly article: Article; readonly paragraph: number | null; readonly text: string }
  | { readonly is: 'no-such-article' | 'no-such-paragraph' | 'no-such-item' }
  | { readonly is: 'ambiguous'; readonly paragraphs: readonly number[] };

/** The text at a place of one edition. An item without its paragraph is found where only one paragraph has it. */
export function locate({ articles }: Pick<IndexedText, 'articles'>, place: Place): Located {
  const article = articles.get(articleKey(place.article, place.sub));
  if (article === undefined) return { is: 'no-such-article' };
  if (place.paragraph === null && place.item === null) return { is: 'ok', article, paragraph: null, text: articleText(article) };
  if (place.paragraph !== null) return inParagraph(article, place.paragraph, place);
  const holding = article.paragraphs.flatMap((p, i) => (itemOf(p, place.item) === undefined ? [] : [i + 1]));
  const [only] = holding;
  if (only === undefined) return { is: 'no-such-item' };
  return holding.length > 1 ? { is: 'ambiguous', paragraphs: holding } : inParagraph(article, only, place);
}

function inParagraph(article: Article, number: number, place: Place): Located {
  const paragraph = article.paragraphs[number - 1];
  if (paragraph === undefined) return { is: 'no-such-paragraph' };
  if (place.item === null) return { is: 'ok', article, paragraph: number, text: paragraphText(paragraph) };
  const item = itemOf(paragraph, place.item);
  if (item === undefined) return { is: 'no-such-item' };
  if (place.subItem === null) return { is: 'ok', article, paragraph: number, text: itemText(item) };
  const sub = item.subItems.find((s) => s.number === place.subItem);
  return sub === undefined ? { is: 'no-such-item' } : { is: 'ok', article, paragraph: number, text: sub.text };
}

function itemOf(paragraph: Paragraph, number: number | null): Item | undefined {
  return paragraph.items.find((i) => i.number === number);
}

export function articleText(article: Article): string {
  return article.paragraphs.map(paragraphText).join('\n');
}

export function paragraphText({ text, items }: Paragraph): string {
  return [text, ...items.map(itemText)].filter((t) => t !== '').join('\n');
}

function itemText({ text, subItems }: Item): string {
  return [text, ...subItems.map((s) => s.text)].join('\n');
}
