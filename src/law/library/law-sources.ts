import type { Citation } from '../citation.ts';
import { INSTRUMENTS } from '../instruments.ts';
import { extractLawCitations, type LawCitation } from '../law-citations.ts';
import { type CitedLaw, type CitedTexts, type ClauseStatus, type LawRegister, type LawVersion, resolveCitations } from '../law-register.ts';
import type { LocalDate } from '../local-date.ts';
import { DEFAULT_LAW_REGISTER } from '../repealed-laws.ts';
import { movedPlaces, movedWords } from './article-links.ts';
import { lawName } from './law-name.ts';
import { levelOfText } from './level-of-text.ts';
import type { Edition, LawLibrary } from './library.ts';
import type { Place } from './reference-places.ts';
import { type Resolution, resolve } from './resolve.ts';

/** What rules and checks may know of laws: the days of the register, and texts where a library is loaded. */
export type LawSources = {
  readonly register: LawRegister;
  /** null where no text is loaded. */
  readonly library: LawLibrary | null;
};

export const SHIPPED_LAWS: LawSources = { register: DEFAULT_LAW_REGISTER, library: null };

/** Laws and articles that a text (处罚依据) names, each with what register and texts say of it on any day. */
export function citedLaws(text: string, { register, library }: LawSources): readonly CitedLaw[] {
  if (library === null) return resolveCitations(extractLawCitations(text), register);
  const isName = (name: string): boolean => library.laws.has(name) || library.aliases.has(name);
  return resolveCitations(extractLawCitations(text, isName), register).map((c) => ({ ...c, texts: textsOf(library, c) }));
}

/** One place with what register and texts say of it on any day. */
export function citedPlace(citation: LawCitation, { register, library }: LawSources): CitedLaw {
  const cited = { ...citation, versions: register.get(citation.name) ?? null };
  return library === null ? cited : { ...cited, texts: textsOf(library, citation) };
}

/** The same for an article that our own code cites. */
export function citedArticle({ instrument, article, paragraph, item }: Citation, sources: LawSources): CitedLaw {
  const none = { edition: null, documentNumber: null, sub: 0 };
  const place = { article, paragraph: paragraph ?? null, item: item ?? null };
  return citedPlace({ name: lawName(INSTRUMENTS[instrument].name), ...none, ...place }, sources);
}

function textsOf(library: LawLibrary, citation: LawCitation): CitedTexts {
  const place = placeOf(citation);
  const editions = editionsNamed(library, citation.name);
  const asked = (day: LocalDate): Resolution => resolve(library, citation, place, day);
  const known = editions?.findLast((e) => e.texts.length > 0)?.texts[0]?.text;
  return {
    level: known === undefined ? null : levelOfText(known),
    on: editions === null ? () => null : byPeriod(editions, (day) => statusOf(asked(day), day)),
    missing: (day) => missingText(asked(day), citation.name),
    moved: (from, on) => {
      const { status, edition } = asked(from);
      const moved = status === 'ok' && edition !== null && place !== null ? movedPlaces(library, edition, place, on) : [];
      return moved.length === 0 ? null : movedWords(moved, edition?.law ?? '');
    },
  };
}

function editionsNamed(library: LawLibrary, name: string): readonly Edition[] | null {
  const [only, second] = library.laws.has(name) ? [name] : (library.aliases.get(name) ?? []);
  return only === undefined || second !== undefined ? null : (library.laws.get(only) ?? null);
}

/** Answers change only where an edition begins, ends or leaves its doubt: each such period is asked once. */
function byPeriod(editions: readonly Edition[], ask: (day: LocalDate) => ClauseStatus | null): CitedTexts['on'] {
  const turns = editions
    .flatMap((e) => [e.from, e.until, e.doubtUntil])
    .filter((d) => d !== null)
    .sort();
  const answers = new Map<number, ClauseStatus | null>();
  return (day) => {
    const period = turns.findLastIndex((turn) => turn <= day);
    let answer = answers.get(period);
    if (answer === undefined) {
      answer = ask(day);
      answers.set(period, answer);
    }
    return answer;
  };
}

function placeOf({ article, sub, paragraph, item }: LawCitation): Place | null {
  return article === null ? null : { article, sub, paragraph, item, subItem: null };
}

const NOWHERE = { 'no-such-article': 'no-article', 'no-such-paragraph': 'no-paragraph', 'no-such-item': 'no-item' } as const;

function statusOf(r: Resolution, on: LocalDate): ClauseStatus | null {
  if (r.edition === null || r.status === 'not-in-library') return null;
  const version = versionOf(r.law, r.edition);
  if (r.status === 'ok') return { is: 'valid', version, text: r.text };
  if (r.status === 'ambiguous') return { is: 'unknown', missing: '缺所引法律的准确名称、版本或者施行日期' };
  const moved = r.moved.length === 0 ? {} : { moved: movedWords(r.moved, r.edition.law) };
  if (r.status === 'not-in-force')
    return { is: r.edition.until !== null && r.edition.until <= on ? 'ended' : 'not-yet', version, ...moved };
  return { is: NOWHERE[r.status], version, ...moved };
}

function versionOf(name: string, { from, until, replacedBy, texts }: Edition): LawVersion {
  const level = texts[0] === undefined ? null : levelOfText(texts[0].text);
  return { name, aliases: [], level, articles: null, inForce: { from, until }, replacedBy };
}

/** Longer names than this are no names: the missing fact is counted by its words. */
const LONGEST = 40;

function missingText(r: Resolution, cited: string): string {
  if (r.status === 'ambiguous' || cited.length > LONGEST) return '缺所引法律的准确名称、版本或者施行日期';
  const name = r.edition?.law ?? cited;
  return r.edition === null ? `缺《${name}》的文本` : `缺《${name}》${r.edition.label}的文本`;
}
