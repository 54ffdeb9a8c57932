import { chineseNumeral } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { movedPlaces } from './article-links.ts';
import { lawName } from './law-name.ts';
import { articleKey } from './law-text.ts';
import type { LawLibrary } from './library-model.ts';
import type { Place } from './reference-places.ts';
import { type Resolution, type ResolutionStatus, resolve, resolveText } from './resolve.ts';

/** Law of procedure is that of the day of the decision, whenever the deed was done: it has no old text to weigh. */
export const PROCEDURAL_LAWS: ReadonlySet<string> = new Set(['行政处罚法', '行政强制法', '行政复议法']);

/** A cited place as it stood on one day. */
export type TextOfDay = {
  readonly on: LocalDate;
  readonly status: ResolutionStatus;
  readonly edition: string | null;
  /** Where it stands on that day: another law or number than what is cited where that is stated; null: as cited. */
  readonly movedTo: { readonly law: string; readonly place: string } | null;
  /** Number of its article on that day, as `articleKey` counts. */
  readonly key: number;
  readonly text: string | null;
  /** Why there is no text; '' where there is one. */
  readonly reason: string;
  readonly replacedBy: string | null;
};
export type BothTexts = {
  readonly law: string;
  /** 第九条第一款第（二）项. */
  readonly place: string;
  readonly before: TextOfDay;
  readonly after: TextOfDay;
};

/**
 * Places that read otherwise on the day of the decision than on the day of the deed (处罚法 37: the old law, the new one
 * where it is lighter); those that read the same, and those of which the library knows nothing on both days, are left out.
 */
export function bothTexts(library: LawLibrary, text: string, deedOn: LocalDate, decidedOn: LocalDate): readonly BothTexts[] {
  if (deedOn >= decidedOn) return [];
  const after = resolveText(library, text, decidedOn);
  const pairs = resolveText(library, text, deedOn).flatMap(({ reference, resolution }, i): BothTexts[] => {
    const same = after[i]?.resolution;
    if (reference.place === null || same === undefined) return [];
    const moved = movedOnly(library, resolution, reference.place, decidedOn);
    const then = moved?.resolution ?? same;
    if (isSame(resolution, then)) return [];
    const { law } = resolution.edition === null ? then : resolution;
    if (PROCEDURAL_LAWS.has(lawName(law))) return [];
    const movedTo = moved === null ? null : { law: then.law, place: placeWords(moved.place) };
    const before = side(resolution, deedOn, reference.place, null);
    const later = side(then, decidedOn, moved?.place ?? reference.place, movedTo);
    return [{ law, place: placeWords(reference.place), before, after: later }];
  });
  return pairs.filter((p, i) => pairs.findIndex((q) => q.place === p.place && q.law === p.law) === i);
}

type Moved = { readonly place: Place; readonly resolution: Resolution };

/** The one place under which it stands on the later day; null where no other number, or more than one, is stated. */
function movedOnly(library: LawLibrary, { status, edition }: Resolution, cited: Place, on: LocalDate): Moved | null {
  const [only, second] = status !== 'ok' || edition === null ? [] : movedPlaces(library, edition, cited, on);
  if (only === undefined || second !== undefined) return null;
  const place: Place = { ...only.place, item: null, subItem: null };
  return { place, resolution: resolve(library, { name: only.edition.law, edition: null }, place, on) };
}

/** A place that has words on neither day is no difference, whatever the reason. */
function isSame(a: Resolution, b: Resolution): boolean {
  if (!mayHaveWords(a) && !mayHaveWords(b)) return true;
  return a.status === b.status && (a.status === 'ok' ? a.text === b.text : a.edition?.label === b.edition?.label);
}

function mayHaveWords({ status }: Resolution): boolean {
  return status === 'ok' || status === 'ambiguous';
}

function side(of: Resolution, on: LocalDate, { article, sub }: Place, movedTo: TextOfDay['movedTo']): TextOfDay {
  const { status, edition, text, reason } = of;
  const replacedBy = status === 'not-in-force' ? of.replacedBy : null;
  return { on, status, edition: edition?.label ?? null, movedTo, key: articleKey(article, sub), text, reason, replacedBy };
}

function placeWords({ article, sub, paragraph, item }: Place): string {
  const words = [`第${chineseNumeral(article)}条${sub === 0 ? '' : `之${chineseNumeral(sub)}`}`];
  if (paragraph !== null) words.push(`第${chineseNumeral(paragraph)}款`);
  if (item !== null) words.push(`第（${chineseNumeral(item)}）项`);
  return words.join('');
}
