import type { Article, Paragraph, TextProblem } from './law-text.ts';
import { type ListStyle, listMarker } from './markers.ts';

type OpenSub = { number: number; text: string };
type OpenItem = { number: number; text: string; subItems: OpenSub[] };
type OpenParagraph = { text: string; items: OpenItem[]; style: ListStyle | null; subStyle: ListStyle | null };

/** An article being read line by line. */
export type OpenArticle = Omit<Article, 'paragraphs'> & { readonly paragraphs: OpenParagraph[]; lastLine: number };

export function openArticle(facts: Omit<Article, 'paragraphs'>): OpenArticle {
  return { ...facts, paragraphs: [], lastLine: facts.line };
}

/** Takes one line of an article: an item, a sub-item, the rest of one, or a new paragraph. */
export function addLine(article: OpenArticle, line: number, text: string, problems: TextProblem[]): void {
  const joins = line === article.lastLine + 1 && unfinished(lastText(article)) && listMarker(text) === null;
  article.lastLine = line;
  if (joins) {
    appendToLast(article, text);
    problems.push({ line, is: 'joined', found: text.slice(0, 20) });
    return;
  }
  const marker = listMarker(text);
  const paragraph = article.paragraphs.at(-1);
  if (marker === null || paragraph === undefined) {
    article.paragraphs.push({ text, items: [], style: null, subStyle: null });
    return;
  }
  const host = marker.number > 1 && paragraph.style === null ? continued(article, marker.style, marker.number) : paragraph;
  if (host.style === null || host.style === marker.style) {
    addItem(host, marker.style, marker.number, marker.rest, line, problems);
    return;
  }
  const item = host.items.at(-1);
  if (item === undefined) return;
  host.subStyle ??= marker.style;
  if (host.subStyle === marker.style) item.subItems.push({ number: marker.number, text: marker.rest });
  else appendToLast(article, text);
}

function addItem(host: OpenParagraph, style: ListStyle, number: number, text: string, line: number, problems: TextProblem[]): void {
  const expected = (host.items.at(-1)?.number ?? 0) + 1;
  if (number !== expected) problems.push({ line, is: 'item-gap', found: `应为第${expected}项，实为第${number}项` });
  host.style = style;
  host.items.push({ number, text, subItems: [] });
}

/**
 * A list that goes on behind a paragraph set between two of its items: what stood between belongs to the item before.
 * A paragraph that opens a list of its own ends with a colon.
 */
function continued(article: OpenArticle, style: ListStyle, number: number): OpenParagraph {
  const last = article.paragraphs.at(-1);
  const at = article.paragraphs.findLastIndex((p) => p.style === style && p.items.at(-1)?.number === number - 1);
  const host = article.paragraphs[at];
  const item = host?.items.at(-1);
  const opens = last?.text.endsWith('：') === true;
  if (host === undefined || item === undefined || last === undefined || opens) return last ?? NO_PARAGRAPH();
  for (const between of article.paragraphs.splice(at + 1)) item.text += `\n${between.text}`;
  return host;
}

const NO_PARAGRAPH = (): OpenParagraph => ({ text: '', items: [], style: null, subStyle: null });

function lastText(article: OpenArticle): string {
  const paragraph = article.paragraphs.at(-1);
  const item = paragraph?.items.at(-1);
  return item?.subItems.at(-1)?.text ?? item?.text ?? paragraph?.text ?? '';
}

function appendToLast(article: OpenArticle, text: string): void {
  const paragraph = article.paragraphs.at(-1);
  const target = paragraph?.items.at(-1)?.subItems.at(-1) ?? paragraph?.items.at(-1) ?? paragraph;
  if (target !== undefined) target.text += text;
}

/** A line cut by the width of a page: long, and without any mark at its end. */
function unfinished(text: string): boolean {
  return text.length >= 20 && !/[。；：！？.;:…”』）》)|]$/.test(text);
}

export function closeArticle({ lastLine: _, paragraphs, ...facts }: OpenArticle): Article {
  const closed: Paragraph[] = paragraphs.map(({ text, items }) => ({ text, items }));
  return { ...facts, paragraphs: closed };
}
