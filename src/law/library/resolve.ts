import type { LocalDate } from '../local-date.ts';
import { yearOf } from '../local-date.ts';
import { type MovedPlace, movedPlaces, movedWords } from './article-links.ts';
import { CERTAINTY_LABELS } from './editions.ts';
import { articleKey } from './law-text.ts';
import type { Edition, LawLibrary } from './library-model.ts';
import { type Located, locate } from './locate.ts';
import type { NamedLaw } from './reference-names.ts';
import type { Place } from './reference-places.ts';
import { type Reference, scanReferences } from './references.ts';

export const RESOLUTION_LABELS = {
  ok: '有此条文',
  'not-in-library': '库中没有',
  'no-such-article': '没有这一条',
  'no-such-paragraph': '没有这一款',
  'no-such-item': '没有这一项',
  'not-in-force': '该日无效',
  ambiguous: '不能确定',
} as const;
export type ResolutionStatus = keyof typeof RESOLUTION_LABELS;

export type Resolution = {
  readonly status: ResolutionStatus;
  /** Full title where the text is at hand, else the name as it is looked up. */
  readonly law: string;
  readonly edition: Edition | null;
  readonly textId: string | null;
  /** As found: an item's paragraph is filled in where only one has it. */
  readonly place: Place | null;
  readonly text: string | null;
  /** Of what is in force no more: the law that took its place, with its place there where that is stated. */
  readonly replacedBy: string | null;
  /** Where it stands now under another number, as far as that is stated. */
  readonly moved: readonly MovedPlace[];
  readonly reason: string;
  /** Names or editions between which a person must choose. */
  readonly candidates: readonly string[];
  /** The law was found by this short name, whose meaning is 待核定. */
  readonly unverifiedName?: string;
};

/** Where a structured reference leads on a day: one place with its text, or why there is none. Never a guess. */
export function resolve(library: LawLibrary, law: Pick<NamedLaw, 'name' | 'edition'>, place: Place | null, on: LocalDate): Resolution {
  const found = resolveNamed(library, law, place, on);
  return library.unverified.has(law.name) ? { ...found, unverifiedName: law.name } : found;
}

function resolveNamed(library: LawLibrary, law: Pick<NamedLaw, 'name' | 'edition'>, place: Place | null, on: LocalDate): Resolution {
  const names = library.laws.has(law.name) ? [law.name] : (library.aliases.get(law.name) ?? []);
  const known = names.filter((name) => library.laws.has(name));
  const [name] = names;
  if (name === undefined || (names.length === 1 && known.length === 0)) return absent(library, name ?? law.name, on);
  if (names.length > 1) return { ...missing('ambiguous', law.name, `“${law.name}”可能是${names.join('、')}`), candidates: names };
  const editions = library.laws.get(name) ?? [];
  return onDay(library, name, editions, law, place, on);
}

/** Nothing of it is at hand; yet a text at hand may have ended it. */
function absent({ gone }: LawLibrary, name: string, on: LocalDate): Resolution {
  const ended = gone.get(name);
  if (ended === undefined || on < ended.on) return missing('not-in-library', name, `库中没有《${name}》`);
  return { ...missing('not-in-force', name, `${ended.on}起失效，由${ended.by}取代；库中没有它的文本`), replacedBy: ended.by };
}

function onDay(
  library: LawLibrary,
  name: string,
  editions: readonly Edition[],
  law: Pick<NamedLaw, 'edition'>,
  place: Place | null,
  on: LocalDate,
): Resolution {
  const marked = law.edition === null ? editions : editions.filter((e) => isEdition(e, law.edition ?? 0));
  if (marked.length === 0) return missing('not-in-library', name, `库中没有《${name}》${law.edition}年的版本`);
  const standing = standingOn(marked, on);
  const [first] = standing;
  if (first === undefined) return notInForce(library, name, editions, marked, place, on);
  if (standing.length === 1 && first === editions[0] && first.doubtUntil !== null && on < first.doubtUntil)
    return perhapsNotYet(name, first);
  const found = inEditions(name, standing, place, on);
  return found.status === 'no-such-article' && place !== null ? underItsOldNumber(library, editions, found, place, on) : found;
}

/** 没有这一条, but an earlier edition had it, and its new number is stated. */
function underItsOldNumber(library: LawLibrary, editions: readonly Edition[], found: Resolution, place: Place, on: LocalDate): Resolution {
  const { edition } = found;
  if (edition === null) return found;
  const before = editions.slice(0, editions.indexOf(edition));
  const had = before.findLast((e) => e.texts[0]?.articles.has(articleKey(place.article, place.sub)) === true);
  const moved = had === undefined ? [] : movedPlaces(library, had, place, on);
  if (moved.length === 0) return found;
  const words = movedWords(moved, edition.law);
  return { ...found, moved, replacedBy: words, reason: `${found.reason}，${had?.label ?? ''}的该条现为${words}` };
}

/** The first edition of a law that does not say since when it stands: nothing stood before it. */
function perhapsNotYet(name: string, edition: Edition): Resolution {
  const reason = `${edition.label}的施行日没有载明，${edition.doubtUntil}前不能确定是否已经施行`;
  return {
    ...missing('ambiguous', titleOf(edition, name), reason),
    edition,
    textId: edition.texts[0]?.id ?? null,
    candidates: [edition.label],
  };
}

/** 2017年修正: published in that year, else in force from that year. */
function isEdition({ on, from }: Edition, year: number): boolean {
  return on === null ? from !== null && yearOf(from) === year : yearOf(on) === year;
}

/** The editions that may stand on a day: two while it is not sure whether a change has taken force. */
function standingOn(editions: readonly Edition[], on: LocalDate): readonly Edition[] {
  const sure = editions.filter((e) => (e.from === null || e.from <= on) && (e.until === null || on < e.until));
  const doubted = sure.find((e) => e.doubtUntil !== null && on < e.doubtUntil);
  if (doubted === undefined) return sure;
  const before = editions[editions.indexOf(doubted) - 1];
  return before === undefined ? sure : [before, ...sure];
}

function notInForce(
  library: LawLibrary,
  name: string,
  all: readonly Edition[],
  marked: readonly Edition[],
  place: Place | null,
  on: LocalDate,
): Resolution {
  const past = marked.findLast((e) => e.until !== null && e.until <= on);
  const edition = past ?? marked[0];
  if (edition === undefined) return missing('not-in-library', name, `库中没有《${name}》`);
  const moved = past === undefined || place === null ? [] : movedPlaces(library, past, place, on);
  const law = past === undefined ? null : (past.replacedBy ?? all[all.indexOf(past) + 1]?.label ?? null);
  const successor = moved.length === 0 ? law : movedWords(moved, name);
  const reason = past === undefined ? notYet(edition, on) : `${past.until}起失效${successor === null ? '' : `，由${successor}取代`}`;
  return {
    ...missing('not-in-force', titleOf(edition, name), reason),
    edition,
    textId: edition.texts[0]?.id ?? null,
    replacedBy: successor,
    moved,
  };
}

function notYet({ from, on: published }: Edition, on: LocalDate): string {
  return published !== null && published <= on ? `${published}公布，${from}才施行` : `${from}才施行`;
}

function inEditions(name: string, standing: readonly Edition[], place: Place | null, on: LocalDate): Resolution {
  const [first] = standing;
  const [only] = first?.texts ?? [];
  if (standing.length === 1 && first?.texts.length === 1 && first.certainty !== 'unknown' && only !== undefined)
    return inText(first, only, place);
  const found = standing.flatMap((edition) =>
    edition.texts.length === 0 ? [withoutText(name, edition)] : edition.texts.map((t) => inText(edition, t, place)),
  );
  const last = found.at(-1);
  if (last === undefined) return missing('not-in-library', name, `库中没有《${name}》`);
  const unsure = last.edition?.certainty === 'unknown';
  if (!unsure && found.every((r) => r.status === last.status && r.text === last.text)) return last;
  const candidates = [...new Set(found.map((r) => `${r.edition?.label ?? ''}${r.textId === null ? '（未收录）' : ''}`))];
  const reason = unsure
    ? `施行日期${CERTAINTY_LABELS.unknown}`
    : standing.length > 1
      ? `${on}适用${candidates.join('还是')}不能确定：修改后的施行日期待核`
      : `${last.edition?.label}有几个不同的文本`;
  return { ...last, status: 'ambiguous', text: null, candidates, reason };
}

function withoutText(name: string, edition: Edition): Resolution {
  return { ...missing('not-in-library', name, `《${name}》该日适用${edition.label}，库中没有这一版本的文本`), edition };
}

function inText(edition: Edition, text: Edition['texts'][number], place: Place | null): Resolution {
  const base = { law: text.text.title, edition, textId: text.id, replacedBy: edition.replacedBy, moved: [], candidates: [] };
  if (place === null) return { ...base, status: 'ok', place, text: null, reason: '' };
  const located = locate(text, place);
  if (located.is === 'ok')
    return { ...base, status: 'ok', place: { ...place, paragraph: located.paragraph }, text: located.text, reason: '' };
  const last = text.text.articles.at(-1)?.number ?? 0;
  if (located.is === 'no-such-article' && place.article > last && !text.closes) {
    const reason = `库中${edition.label}的文本到第${last}条为止，没有施行条款，可能不完整，不能确定有没有这一条`;
    return { ...base, status: 'ambiguous', place, text: null, reason, candidates: [edition.label] };
  }
  return { ...base, status: located.is, place, text: null, ...whyNot(located, edition) };
}

function whyNot(
  located: Exclude<Located, { is: 'ok' }>,
  { label }: Edition,
): { readonly reason: string; readonly candidates: readonly string[] } {
  if (located.is !== 'ambiguous') return { reason: `${label}${RESOLUTION_LABELS[located.is]}`, candidates: [] };
  return { reason: '几款都有这一项，没有写明是哪一款', candidates: located.paragraphs.map((p) => `第${p}款`) };
}

function missing(status: ResolutionStatus, law: string, reason: string): Resolution {
  return { status, law, edition: null, textId: null, place: null, text: null, replacedBy: null, moved: [], reason, candidates: [] };
}

function titleOf(edition: Edition, name: string): string {
  return edition.texts[0]?.text.title ?? name;
}

export type ResolvedReference = { readonly reference: Reference; readonly resolution: Resolution };

/** Every reference of a running text with where it leads on a day. */
export function resolveText(library: LawLibrary, text: string, on: LocalDate): readonly ResolvedReference[] {
  const isName = (name: string): boolean => library.laws.has(name) || library.aliases.has(name);
  return scanReferences(text, { isName }).map((reference) => ({
    reference,
    resolution: resolve(library, reference.law, reference.place, on),
  }));
}
