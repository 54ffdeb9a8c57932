import { chineseNumeral } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { lawName } from './law-name.ts';
import type { LawLibrary } from './library.ts';
import type { Place } from './reference-places.ts';
import { type Resolution, type ResolutionStatus, resolveText } from './resolve.ts';

/** Law of procedure is that of the day of the decision, whenever the deed was done: it has no old text to weigh. */
export const PROCEDURAL_LAWS: ReadonlySet<string> = new Set(['行政处罚法', '行政强制法', '行政复议法']);

/** A cited place as it stood on one day. */
export type TextOfDay = {
  readonly on: LocalDate;
  readonly status: ResolutionStatus;
  readonly edition: string | null;
  readonly text: string | null;
  /** Why there is no text; '' where there is one. */
  readonly reason: string;
  readonly replacedBy: string | null;
};
export type BothTexts = {
  readonly law: string /** 第九条第一款第（二）项. */;
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
    const then = after[i]?.resolution;
    if (reference.place === null || then === undefined || isSame(resolution, then)) return [];
    const { law } = resolution.edition === null ? then : resolution;
    if (PROCEDURAL_LAWS.has(lawName(law))) return [];
    return [{ law, place: placeWords(reference.place), before: side(resolution, deedOn), after: side(then, decidedOn) }];
  });
  return pairs.filter((p, i) => pairs.findIndex((q) => q.place === p.place && q.law === p.law) === i);
}

function isSame(a: Resolution, b: Resolution): boolean {
  if (a.edition === null && b.edition === null) return true;
  return a.status === b.status && (a.status === 'ok' ? a.text === b.text : a.edition?.label === b.edition?.label);
}

function side({ status, edition, text, reason, replacedBy }: Resolution, on: LocalDate): TextOfDay {
  return { on, status, edition: edition?.label ?? null, text, reason, replacedBy: status === 'not-in-force' ? replacedBy : null };
}

function placeWords({ article, sub, paragraph, item }: Place): string {
  const words = [`第${chineseNumeral(article)}条${sub === 0 ? '' : `之${chineseNumeral(sub)}`}`];
  if (paragraph !== null) words.push(`第${chineseNumeral(paragraph)}款`);
  if (item !== null) words.push(`第（${chineseNumeral(item)}）项`);
  return words.join('');
}
