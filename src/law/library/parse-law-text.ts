import { addLine, closeArticle, type OpenArticle, openArticle } from './article-body.ts';
import { isBareHeading } from './bare-heading.ts';
import { cleanLines, type NumberedLine } from './clean-line.ts';
import { readHistory } from './history.ts';
import { type Article, articleKey, type Division, type ParsedLawText, type TextProblem } from './law-text.ts';
import { type ArticleMarker, articleMarker, divisionMarker, type ListStyle, listMarker } from './markers.ts';

type Reading = {
  readonly problems: TextProblem[];
  title: string;
  readonly top: string[];
  readonly divisions: Division[];
  readonly articles: Article[];
  readonly keys: Set<number>;
  readonly annex: string[];
  open: OpenArticle | null;
  inAnnex: boolean;
  last: number;
};

const ANNEX = /^(?!附\s*则$)(?:附件|附录|附表|附图|附则表|附)(?:[一二三四五六七八九十\d]{0,3})(?:[：:\s]|$)/;

/**
 * Reads one text of law in any of its writings: markdown with plain or bold article numbers, plain text, lines taken
 * from DOCX. Never fails: what cannot be read as law is kept as preface or annex, and every doubt is named by line.
 */
export function parseLawText(source: string, fallbackTitle = ''): ParsedLawText {
  const problems: TextProblem[] = [];
  const lines = cleanLines(source, problems);
  const r: Reading = {
    problems,
    title: '',
    top: [],
    divisions: [],
    articles: [],
    keys: new Set(),
    annex: [],
    open: null,
    inAnnex: false,
    last: 0,
  };
  const enumerated = lines.some((l) => articleMarker(l.text)?.set === true) ? null : firstStyle(lines);
  lines.forEach((line, i) => {
    if (isBareHeading(lines[i - 1]?.text, line.text, lines[i + 1]?.text, r.last)) beginUnnumbered(r, line);
    else readLine(r, line, enumerated);
  });
  closeOpen(r);
  return finished(r, fallbackTitle, enumerated);
}

function finished(r: Reading, fallbackTitle: string, enumerated: ListStyle | null): ParsedLawText {
  const { events, notDays } = readHistory(r.top);
  for (const found of notDays) r.problems.push({ line: 1, is: 'not-a-day', found });
  if (events.length === 0) r.problems.push({ line: 1, is: 'no-history', found: '' });
  if (r.title === '') r.problems.push({ line: 1, is: 'no-title', found: fallbackTitle });
  if (r.articles.length === 0) r.problems.push({ line: 1, is: 'no-article', found: '' });
  else if (enumerated !== null) r.problems.push({ line: r.articles[0]?.line ?? 1, is: 'enumerated', found: enumerated });
  return {
    text: {
      title: r.title === '' ? fallbackTitle : r.title,
      history: events,
      divisions: r.divisions,
      articles: r.articles,
      preface: r.top,
      annex: r.annex,
    },
    problems: r.problems.sort((a, b) => a.line - b.line),
  };
}

function readLine(r: Reading, { number, text }: NumberedLine, enumerated: ListStyle | null): void {
  const heading = /^(#{1,6})\s*(.*)$/.exec(text);
  const body = heading?.[2] ?? text;
  if (r.title === '' && r.top.length === 0 && (heading?.[1] === '#' || heading === null) && articleMarker(body) === null) {
    r.title = body.replaceAll(/\s+/g, '').replace(/^《(.*)》$/, '$1');
    return;
  }
  if (heading !== null || divisionMarker(body) !== null) {
    if (readHeading(r, number, body, heading !== null)) return;
  }
  if (r.inAnnex) {
    r.annex.push(text);
    return;
  }
  const article = enumerated === null ? articleMarker(body) : enumeratedArticle(body, enumerated);
  if (article !== null && begins(r, article)) beginArticle(r, number, article);
  else if (r.open === null) r.top.push(text);
  else readInside(r, number, body);
}

function readHeading(r: Reading, line: number, body: string, marked: boolean): boolean {
  const division = divisionMarker(body);
  if (division !== null) {
    closeOpen(r);
    const again = r.articles.length === 0 && r.divisions.some((d) => d.kind === division.kind && d.number === division.number);
    // A table of contents names every chapter before the first of them begins.
    if (again && division.number === 1) r.divisions.length = 0;
    r.divisions.push({ ...division, line });
    r.inAnnex = false;
    return true;
  }
  if (!marked || articleMarker(body) !== null) return false;
  if (r.articles.length > 0 || r.open !== null) {
    closeOpen(r);
    r.inAnnex = true;
  }
  return false;
}

function beginUnnumbered(r: Reading, { number, text }: NumberedLine): void {
  closeOpen(r);
  r.divisions.push({ kind: '章', number: 0, title: text.replaceAll(/[#\s]+/g, ''), line: number });
  r.inAnnex = false;
}

function readInside(r: Reading, line: number, text: string): void {
  const open = r.open;
  if (open === null) return;
  if (ANNEX.test(text)) {
    closeOpen(r);
    r.inAnnex = true;
    r.annex.push(text);
    return;
  }
  if (text.startsWith('|')) r.problems.push({ line, is: 'table', found: text.slice(0, 30) });
  checkTitles(r, line, text);
  const inline = nextInline(text, open);
  if (inline === null) {
    addLine(open, line, text, r.problems);
    return;
  }
  if (inline.before !== '') addLine(open, line, inline.before, r.problems);
  r.problems.push({ line, is: 'inline-article', found: `第${inline.marker.number}条` });
  beginArticle(r, line, inline.marker);
}

function beginArticle(r: Reading, line: number, marker: ArticleMarker): void {
  closeOpen(r);
  const { number, sub, heading, rest } = marker;
  const label = `第${number}条${sub === 0 ? '' : `之${sub}`}`;
  if (marker.split) r.problems.push({ line, is: 'split-marker', found: label });
  if (sub === 0 && number !== r.last + 1 && r.articles.length > 0 && number !== r.last)
    r.problems.push({ line, is: 'article-gap', found: `${label}前一条是第${r.last}条` });
  r.last = number;
  const division = r.divisions.length === 0 ? null : r.divisions.length - 1;
  r.open = openArticle({ number, sub, heading, line, division });
  if (rest !== '') readInside(r, line, rest);
}

/** 第十条第二款规定的… at the start of a paragraph cites; a new article is set off from its text or comes in its turn. */
function begins(r: Reading, { number, sub, set, rest }: ArticleMarker): boolean {
  const next = sub === 0 ? number === r.last + 1 : number === r.last;
  return set || (next && !/^(?:第|规定|的|和|、|至|或|所)/.test(rest));
}

/** Old decrees number their articles 一、 or （一） without 第×条: the first style met is the one of the articles. */
function firstStyle(lines: readonly NumberedLine[]): ListStyle | null {
  return lines.map((l) => listMarker(l.text)).find((m) => m !== null)?.style ?? null;
}

function enumeratedArticle(text: string, style: ListStyle): ArticleMarker | null {
  const marker = listMarker(text);
  if (marker === null || marker.style !== style) return null;
  return { number: marker.number, sub: 0, heading: null, split: false, set: true, rest: marker.rest };
}

const INLINE = /(?<=[。；：]\s{0,3})第\s?[零〇一二三四五六七八九十百千]{1,9}\s?条\s/g;

/** Another article inside the same line: only the very next number, behind the end of a sentence, set off by a space. */
function nextInline(text: string, open: OpenArticle): { readonly before: string; readonly marker: ArticleMarker } | null {
  for (const found of text.matchAll(INLINE)) {
    const marker = articleMarker(text.slice(found.index));
    if (marker !== null && marker.sub === 0 && marker.number === open.number + 1)
      return { before: text.slice(0, found.index).trim(), marker };
  }
  return null;
}

function checkTitles(r: Reading, line: number, text: string): void {
  const opened = text.split('《').length;
  if (opened !== text.split('》').length) r.problems.push({ line, is: 'unclosed-title', found: text.slice(0, 30) });
}

function closeOpen(r: Reading): void {
  if (r.open === null) return;
  const article = closeArticle(r.open);
  r.open = null;
  const key = articleKey(article.number, article.sub);
  if (r.keys.has(key)) {
    r.problems.push({ line: article.line, is: 'article-repeated', found: `第${article.number}条` });
    return;
  }
  r.keys.add(key);
  r.articles.push(article);
}
