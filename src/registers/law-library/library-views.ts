import { addDays, chineseNumeral, type InstrumentLevel, type LocalDate } from '#law';
import { type ArticleThen, articleThrough } from '#law/library/article-history';
import { partWords } from '#law/library/article-links';
import { lawName } from '#law/library/law-name';
import { type Article, articleKey, type Division, type LawText } from '#law/library/law-text';
import { levelOfText } from '#law/library/level-of-text';
import type { Edition, IndexedText, LawLibrary } from '#law/library/library';
import { articleText } from '#law/library/locate';
import { placeOfText } from '#law/library/place-of-text';
import { resolve, resolveText } from '#law/library/resolve';
import type { MovedPart } from '#law/library/stated-moves';
import {
  type ArticleHistory,
  type ArticleHit,
  type ArticleVersion,
  type ArticleView,
  type CitedPlace,
  type EditionView,
  type LawLine,
  type LawView,
  NATIONWIDE,
} from './contract.ts';

export function editionView(e: Edition): EditionView {
  const { label, from, certainty, replacedBy } = e;
  return { label, from, through: e.until === null ? null : addDays(e.until, -1), certainty, replacedBy, hasText: e.texts.length > 0 };
}

function standsOn({ from, until }: Edition, on: LocalDate): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}

/** Which texts are asked for; null: all. */
export type Among = { readonly level: InstrumentLevel | null; readonly place: string | null };

/** What a text says of its rank and place, looked at once for each text. */
const kinds = new WeakMap<LawText, { readonly level: InstrumentLevel | null; readonly place: string }>();

function kindOf(text: LawText): { readonly level: InstrumentLevel | null; readonly place: string } {
  const known = kinds.get(text) ?? { level: levelOfText(text), place: placeOfText(text) ?? NATIONWIDE };
  kinds.set(text, known);
  return known;
}

function isAmong(text: LawText | undefined, { level, place }: Among): boolean {
  if (level === null && place === null) return true;
  if (text === undefined) return false;
  const kind = kindOf(text);
  return (level === null || kind.level === level) && (place === null || kind.place === place);
}

export function placesIn(library: LawLibrary): readonly string[] {
  const places = new Set<string>();
  for (const editions of library.laws.values()) for (const e of editions) for (const t of e.texts) places.add(kindOf(t.text).place);
  return [...places].sort((a, b) => (a === NATIONWIDE ? -1 : b === NATIONWIDE ? 1 : a < b ? -1 : 1));
}

/** Laws whose name holds every word, each with the edition of the day, or its last one where none stands. */
export function lawLines(library: LawLibrary, asked: string, on: LocalDate, among: Among): readonly LawLine[] {
  const words = asked.split(/\s+/).map(lawName);
  const lines: LawLine[] = [];
  for (const [name, editions] of library.laws) {
    if (!words.every((w) => name.includes(w))) continue;
    const standing = editions.findLast((e) => standsOn(e, on));
    const shown = standing ?? editions.at(-1);
    if (shown === undefined) continue;
    const [text] = shown.texts;
    const known = text?.text ?? editions.findLast((e) => e.texts.length > 0)?.texts[0]?.text;
    if (!isAmong(known, among)) continue;
    const kind = known === undefined ? { level: null, place: '' } : kindOf(known);
    const articles = text?.text.articles.length ?? null;
    lines.push({ ...editionView(shown), name, title: known?.title ?? name, articles, stands: standing !== undefined, ...kind });
  }
  return lines.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

export type StandingText = { readonly name: string; readonly edition: Edition; readonly text: IndexedText };

/** The texts of the editions that stand on a day, by id. */
export function textsOn(library: LawLibrary, on: LocalDate, among: Among): ReadonlyMap<string, StandingText> {
  const found = new Map<string, StandingText>();
  for (const [name, editions] of library.laws)
    for (const edition of editions)
      if (standsOn(edition, on))
        for (const text of edition.texts) if (isAmong(text.text, among)) found.set(text.id, { name, edition, text });
  return found;
}

export function articleHit({ name, edition, text }: StandingText, key: number, body: string): ArticleHit {
  const label = articleLabel({ number: Math.floor(key / 100), sub: key % 100 });
  return { name, title: text.text.title, edition: edition.label, key, label, body, ...kindOf(text.text) };
}

/** The text as it stood on a day, or why there is none; null where nothing of that name is known. */
export function lawView(library: LawLibrary, title: string, on: LocalDate): LawView | null {
  const name = nameIn(library, title);
  const editions = library.laws.get(name);
  if (editions === undefined) return null;
  const answer = resolve(library, { name, edition: null }, null, on);
  const shown = answer.edition ?? editions.findLast((e) => standsOn(e, on)) ?? null;
  const text = answer.status === 'ok' || answer.status === 'ambiguous' ? shown?.texts[0]?.text : undefined;
  return {
    name,
    title: text?.title ?? answer.law,
    on,
    status: answer.status,
    reason: answer.reason,
    edition: shown === null ? null : editionView(shown),
    editions: editions.map(editionView),
    history: text?.history.map((h) => h.words) ?? [],
    conflicts: library.conflicts.filter((c) => c.law === name).map(({ is, says }) => ({ is, says })),
    articles: text === undefined || shown === null ? [] : articleViews(library, shown, text),
  };
}

function nameIn(library: LawLibrary, title: string): string {
  const name = lawName(title);
  const [only, second] = library.laws.has(name) ? [name] : (library.aliases.get(name) ?? []);
  return only === undefined || second !== undefined ? name : only;
}

function articleViews({ links }: LawLibrary, edition: Edition, text: LawText): readonly ArticleView[] {
  const [into, outOf] = [links.into.get(edition) ?? [], links.outOf.get(edition) ?? []];
  let shown = -1;
  return text.articles.map((article) => {
    const upTo = article.division ?? shown;
    const begun = text.divisions.slice(shown + 1, upTo + 1).map(divisionLabel);
    shown = Math.max(shown, upTo);
    const { number, sub, heading, paragraphs } = article;
    const isThis = (part: MovedPart): boolean => part.article === number && part.sub === sub;
    return {
      ...{ key: articleKey(number, sub), label: articleLabel(article), heading, divisions: begun, paragraphs },
      formerly: into.filter((l) => isThis(l.to)).map((l) => numberIn(l.fromEdition, l.from, edition.law)),
      later: outOf.filter((l) => isThis(l.from)).map((l) => numberIn(l.toEdition, l.to, edition.law)),
    };
  });
}

/** 2010年公布第二条, or of another law 《大气污染防治法》第九十九条. */
function numberIn({ law, label }: Edition, part: MovedPart, own: string): string {
  return `${law === own ? label : `《${law}》`}${partWords(part)}`;
}

function divisionLabel({ kind, number, title }: Division): string {
  return number === 0 ? title : `第${chineseNumeral(number)}${kind}　${title}`;
}

export function articleLabel({ number, sub }: Pick<Article, 'number' | 'sub'>): string {
  return `第${chineseNumeral(number)}条${sub === 0 ? '' : `之${chineseNumeral(sub)}`}`;
}

/** One article through all editions, from the one that bears the number on the day, else the last that has it; null: no such law. */
export function articleHistory(library: LawLibrary, title: string, key: number, on: LocalDate): ArticleHistory | null {
  const name = nameIn(library, title);
  const editions = library.laws.get(name);
  if (editions === undefined) return null;
  const has = (e: Edition): boolean => e.texts[0]?.articles.has(key) === true;
  const start = editions.findLast((e) => standsOn(e, on) && has(e)) ?? editions.findLast(has) ?? editions.at(-1);
  const label = articleLabel({ number: Math.floor(key / 100), sub: key % 100 });
  const shown = editions.findLast((e) => e.texts.length > 0)?.texts[0]?.text.title ?? name;
  return {
    title: shown,
    label,
    versions: start === undefined ? [] : articleThrough(library, start, key).map((then) => versionView(then, name)),
  };
}

function versionView({ edition, keys, how, by }: ArticleThen, law: string): ArticleVersion {
  const [text] = edition.texts;
  const articles = keys.flatMap((key) => text?.articles.get(key) ?? []);
  return {
    ...editionView(edition),
    law: edition.law === law ? null : (text?.text.title ?? edition.law),
    place: keys.map((key) => articleLabel({ number: Math.floor(key / 100), sub: key % 100 })).join('、'),
    text: articles.length === 0 ? null : articles.map(articleText).join('\n'),
    ...{ how, by },
  };
}

export function citedPlaces(library: LawLibrary, text: string, on: LocalDate): readonly CitedPlace[] {
  return resolveText(library, text, on).map(({ reference, resolution: r }) => ({
    written: reference.written,
    start: reference.start,
    end: reference.end,
    status: r.status,
    law: r.law,
    name: lawName(r.law),
    edition: r.edition?.label ?? null,
    key: reference.place === null ? null : articleKey(reference.place.article, reference.place.sub),
    text: r.text,
    reason: r.reason,
    candidates: r.candidates,
    unverifiedName: r.unverifiedName ?? null,
  }));
}
