import { type CitedLaw, clauseOn } from '../law-register.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { readForceClause } from './force-clause.ts';
import { lawName } from './law-name.ts';
import type { LawText } from './law-text.ts';
import type { LawLibrary } from './library.ts';

/** Laws that a load touches, by name; true where a text that was there before was replaced by another wording. */
export type AffectedLaws = ReadonlyMap<string, boolean>;

/** The laws whose texts came or changed, and those that they end. */
export function affectedLaws(library: LawLibrary, loaded: readonly { readonly name: string; readonly changed: boolean }[]): AffectedLaws {
  const affected = new Map(loaded.map(({ name, changed }) => [name, changed]));
  const came = new Set(affected.keys());
  for (const [name, editions] of library.laws)
    if (!affected.has(name) && editions.some((e) => e.replacedBy !== null && came.has(lawName(e.replacedBy)))) affected.set(name, false);
  return affected;
}

/** The laws of which a text says what they say and when they stand: itself, those it repeals, those its title amends. */
export function lawsMovedBy(text: LawText): readonly string[] {
  const amended = [...text.title.matchAll(/[《〈]([^《》〈〉]{2,80})[》〉]/g)].map(([, name]) => name ?? '');
  return [text.title, ...amended, ...readForceClause(text).repeals.map(({ title }) => title)].map(lawName);
}

/**
 * Why a citation wants a look after a load: it leads nowhere today, it will end or read otherwise, or its text was
 * replaced. null: it is not touched. `since` is the day of what cites: what had changed before it was known to it.
 */
export function impactOn(cited: CitedLaw, affected: AffectedLaws, today: LocalDate, since: LocalDate): string | null {
  const changed = affected.get(cited.name);
  if (changed === undefined) return null;
  const now = clauseOn(cited, today);
  if (now.is === 'unknown') return changed ? '文本已由新载入的取代，条文不能确定' : null;
  if (now.is === 'ended') return `已于${now.version.inForce.until}失效${successor(now.version.replacedBy)}${movedTo(now.moved)}`;
  if (now.is !== 'valid')
    return (
      { 'not-yet': '尚未施行', 'no-article': '没有这一条', 'no-paragraph': '没有这一款', 'no-item': '没有这一项' }[now.is] +
      movedTo(now.moved)
    );
  return ending(cited, now, today) ?? amended(cited, now, today, since) ?? (changed ? '文本已由新载入的取代，请核对文字' : null);
}

type Valid = Extract<ReturnType<typeof clauseOn>, { is: 'valid' }>;

/** Its last day is known already. */
function ending(cited: CitedLaw, { version, text }: Valid, today: LocalDate): string | null {
  const { until } = version.inForce;
  if (until === null || until <= today) return null;
  const then = clauseOn(cited, until);
  if (then.is === 'valid')
    return sameWords(then.text, text)
      ? null
      : `将自${until}起修改${successor(version.replacedBy)}${movedTo(cited.texts?.moved(today, until))}`;
  return then.is === 'unknown' ? null : `将于${until}失效${successor(version.replacedBy)}${movedTo(then.moved)}`;
}

/** Since what cites it came into being, the place has got other words. */
function amended(cited: CitedLaw, { version, text }: Valid, today: LocalDate, since: LocalDate): string | null {
  const { from } = version.inForce;
  if (from === null || from > today || from <= since) return null;
  const before = clauseOn(cited, addDays(from, -1));
  if (before.is !== 'valid' || sameWords(before.text, text)) return null;
  return `自${from}起已经修改${movedTo(cited.texts?.moved(addDays(from, -1), today))}`;
}

function sameWords(a: string | null | undefined, b: string | null | undefined): boolean {
  return a === undefined || a === null || b === undefined || b === null || a === b;
}

function successor(by: string | null): string {
  return by === null ? '' : `，由《${by.replaceAll(/[《》]/g, '')}》取代`;
}

function movedTo(words: string | null | undefined): string {
  return words === undefined || words === null ? '' : `，该条现为${words}`;
}
