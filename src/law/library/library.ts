import type { LawVersion } from '../law-register.ts';
import { daysBetween, type LocalDate, yearOf } from '../local-date.ts';
import { partWords, placeMoves } from './article-links.ts';
import { chooseTexts, type Decided, NOTHING_DECIDED } from './decided.ts';
import {
  type DecisionStart,
  doubtEnds,
  type EditionFacts,
  type EditionGroup,
  editionGroups,
  editionLabel,
  editionsOf,
} from './editions.ts';
import { type ForceClause, type ForceStart, type Repeal, readForceClause, startDay } from './force-clause.ts';
import { lawName } from './law-name.ts';
import { articleKey, type LawText } from './law-text.ts';
import type { Conflict, DatedMove, Edition, Ended, IndexedText, LawLibrary, StoredText } from './library-model.ts';
import { statedMoves } from './stated-moves.ts';

export {
  CONFLICT_LABELS,
  type Conflict,
  type ConflictKind,
  type Edition,
  type IndexedText,
  type LawLibrary,
  type StoredText,
} from './library-model.ts';

type Known = {
  readonly stored: StoredText;
  readonly name: string;
  readonly clause: ForceClause;
  readonly groups: readonly EditionGroup[];
  readonly on: LocalDate | null;
};
type Open = { -readonly [K in keyof Edition]: Edition[K] };

/**
 * Builds the library from texts and from what is registered of laws: editions with their days in force, derived from
 * 施行 and 废止 clauses and amending decisions. What contradicts or stays open is listed for a person.
 */
export function lawLibrary(
  texts: readonly StoredText[],
  registered: readonly LawVersion[] = [],
  shortNames: Readonly<Record<string, readonly string[]>> = {},
  decided: Decided = NOTHING_DECIDED,
): LawLibrary {
  const conflicts: Conflict[] = [];
  const gone = new Map<string, Ended>();
  const known = texts.map(knownText);
  const decisionStart = decisionStarts(known);
  const laws = new Map<string, Open[]>();
  for (const [name, list] of byName(known)) laws.set(name, editionsOfLaw(name, list, decisionStart, conflicts));
  chooseTexts(laws, decided.texts, conflicts);
  const byStart = [...registered].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1));
  for (const version of byStart) confirm(laws.get(lawName(version.name)), version, conflicts);
  endRepealed(laws, known, conflicts, gone);
  for (const version of registered) endRegistered(laws.get(lawName(version.name)), version, conflicts);
  for (const editions of laws.values()) closeEditions(editions);
  const stated = aliasesOf(registered, {}, laws);
  const aliases = aliasesOf(registered, shortNames, laws);
  const { links, lost } = placeMoves(laws, [...known.flatMap(movesOf), ...decided.moves]);
  for (const move of lost) conflicts.push(nowhere(move));
  return { laws, aliases, unverified: new Set([...aliases.keys()].filter((alias) => !stated.has(alias))), conflicts, links, gone };
}

function movesOf({ stored, on }: Known): readonly DatedMove[] {
  return on === null
    ? []
    : statedMoves(stored.text).map((move) => ({ ...move, on, by: `《${stored.text.title.replaceAll(/[《》]/g, '')}》` }));
}

function nowhere({ law, from, toLaw, to, by }: DatedMove): Conflict {
  const says = `${by}载明《${law}》${partWords(from)}现为${law === toLaw ? '' : `《${toLaw}》`}${partWords(to)}，文本中没有这样的条文`;
  return { is: 'link-to-nowhere', law, edition: null, says };
}

function byName(known: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const k of known) {
    const list = groups.get(k.name);
    if (list === undefined) groups.set(k.name, [k]);
    else list.push(k);
  }
  return groups;
}

function knownText(stored: StoredText): Known {
  const { text, fileDay } = stored;
  const groups = editionGroups(text.history, fileDay);
  return { stored, name: lawName(text.title), clause: readForceClause(text), groups, on: groups.at(-1)?.on ?? fileDay };
}

/** Amending decisions whose texts are at hand tell the day on which their changes took force. */
function decisionStarts(known: readonly Known[]): DecisionStart {
  const starts = new Map<string, LocalDate>();
  for (const { name, clause, on } of known) {
    if (!/修改.*决定$|修正案/.test(name) || clause.start === null) continue;
    const day = startDay(clause.start, on);
    if (day !== null && on !== null) starts.set(`${plainTitle(name)}|${on}`, day);
  }
  return (by, on) => (by === null ? null : (starts.get(`${plainTitle(by)}|${on}`) ?? null));
}

/** 全国人民代表大会常务委员会关于修改《…》的决定 and 关于修改〈中华人民共和国…〉的决定 are one title. */
function plainTitle(title: string): string {
  return title
    .slice(Math.max(0, title.indexOf('关于')))
    .normalize('NFKC')
    .replaceAll(/[《》〈〉<>\s]|中华人民共和国/g, '');
}

function editionsOfLaw(name: string, list: readonly Known[], decisionStart: DecisionStart, conflicts: Conflict[]): Open[] {
  const byDay = new Map<LocalDate, Open>();
  const undated: Open[] = [];
  // The newest text tells the longest history; older texts know the clause of their own day.
  for (const k of [...list].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))) {
    const facts = k.groups.length > 0 ? editionsOf(k.groups, k.clause, decisionStart) : datedByFile(k);
    for (const f of facts) {
      const before = byDay.get(f.on);
      if (before === undefined || (before.certainty === 'assumed' && f.certainty === 'stated')) {
        byDay.set(f.on, { ...opened(name, f), texts: before?.texts ?? [] });
      }
    }
    const own = facts.at(-1);
    const edition = own === undefined ? undefined : byDay.get(own.on);
    if (edition === undefined) undated.push(undatedEdition(name, k, conflicts));
    else addText(edition, k, conflicts);
  }
  const editions = [...byDay.values()].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  for (const e of editions) if (e.certainty === 'assumed' && e.texts.length > 0) noteAssumed(e, conflicts);
  return [...undated, ...editions];
}

function datedByFile({ stored: { fileDay }, clause }: Known): readonly EditionFacts[] {
  if (fileDay === null) return [];
  const from = clause.start === null ? null : startDay(clause.start, fileDay);
  // An old clause behind a newer file: the text was amended since, and does not say when.
  const fits = from !== null && from >= fileDay;
  return [{ kind: 'original', on: fileDay, by: null, from: fits ? from : fileDay, certainty: fits ? 'stated' : 'assumed' }];
}

function opened(law: string, f: EditionFacts): Open {
  const doubtUntil = f.certainty === 'assumed' ? doubtEnds(f.on) : null;
  const { on, from, certainty } = f;
  return { law, label: editionLabel(f), on, from, until: null, certainty, doubtUntil, replacedBy: null, texts: [] };
}

function undatedEdition(law: string, known: Known, conflicts: Conflict[]): Open {
  const { stored, clause } = known;
  const from = clause.start === null ? null : startDay(clause.start, null);
  if (from === null)
    conflicts.push({ is: 'no-days', law, edition: null, says: `${stored.source}没有公布日期和施行日期，不能判断何时有效` });
  const label = from === null ? '日期不明' : `${yearOf(from)}年施行`;
  const certainty = from === null ? 'unknown' : 'stated';
  return { law, label, on: null, from, until: null, certainty, doubtUntil: null, replacedBy: null, texts: [indexed(known)] };
}

function indexed({ stored, clause }: Known): IndexedText {
  const articles = new Map(stored.text.articles.map((a) => [articleKey(a.number, a.sub), a]));
  return { ...stored, articles, closes: clause.start !== null };
}

function addText(edition: Open, known: Known, conflicts: Conflict[]): void {
  const { stored } = known;
  const { fileDay } = stored;
  const { law, label } = edition;
  const told = editionGroups(stored.text.history).at(-1)?.on;
  if (fileDay !== null && told !== undefined && yearOf(fileDay) !== yearOf(told))
    conflicts.push({ is: 'file-day-differs', law, edition: label, says: `文件名为${fileDay}，文本最后一次修改为${told}` });
  if (edition.texts.some((t) => sameArticles(t.text, stored.text))) return;
  edition.texts = [...edition.texts, indexed(known)];
}

function sameArticles(a: LawText, b: LawText): boolean {
  return JSON.stringify(a.articles.map((x) => x.paragraphs)) === JSON.stringify(b.articles.map((x) => x.paragraphs));
}

function noteAssumed({ law, label, on, doubtUntil }: Open, conflicts: Conflict[]): void {
  conflicts.push({ is: 'start-assumed', law, edition: label, says: `${on}公布；${doubtUntil}前的日期不能确定适用修改前还是修改后的条文` });
}

/** A registered first day settles what a text leaves open, and contradicts what it states otherwise. */
function confirm(editions: Open[] | undefined, version: LawVersion, conflicts: Conflict[]): void {
  const { from } = version.inForce;
  if (editions === undefined || from === null) return;
  const at = editions.findLastIndex((e) => e.on !== null && e.on <= from);
  const edition = editions[at];
  if (edition === undefined || edition.on === null || edition.from === from) {
    if (edition?.certainty === 'assumed') Object.assign(edition, { certainty: 'registered', doubtUntil: null });
    return;
  }
  if (edition.certainty === 'assumed' && from < doubtEnds(edition.on)) {
    Object.assign(edition, { from, certainty: 'registered', doubtUntil: null });
    return;
  }
  const newest = edition.from !== null && edition.from > edition.on ? edition.from : edition.on;
  if (at === editions.length - 1 && from > doubtEnds(newest)) {
    editions.push(withoutText(edition.law, from));
    conflicts.push({ is: 'start-differs', law: edition.law, edition: edition.label, says: `登记有${from}起施行的版本，库中没有它的文本` });
    return;
  }
  if (edition.certainty === 'stated' && edition.from !== null && yearOf(from) >= yearOf(edition.on) && at === editions.length - 1)
    conflicts.push({ is: 'start-differs', law: edition.law, edition: edition.label, says: `文本为${edition.from}，登记为${from}` });
}

/** Registered to have begun long after the newest text at hand: another edition, whose words are not known. */
function withoutText(law: string, from: LocalDate): Open {
  const label = `${yearOf(from)}年施行`;
  return { law, label, on: null, from, until: null, certainty: 'registered', doubtUntil: null, replacedBy: null, texts: [] };
}

function endRepealed(laws: ReadonlyMap<string, Open[]>, known: readonly Known[], conflicts: Conflict[], gone: Map<string, Ended>): void {
  for (const { name, clause, stored } of known) {
    const by = stored.text.title;
    const on = clause.repeals.length === 0 || clause.start === null ? null : repealDay(laws.get(name), clause.start);
    if (on === null) continue;
    for (const repeal of clause.repeals) {
      const target = lawName(repeal.title);
      if (target === name) continue;
      const editions = laws.get(target);
      const before = gone.get(target);
      if (editions === undefined && (before === undefined || on < before.on)) gone.set(target, { on, by });
      if (editions === undefined || !speaksOf(repeal, editions))
        conflicts.push({ is: 'repeal-of-unknown', law: name, edition: null, says: `自${on}起废止《${repeal.title}》，库中没有该文件` });
      else end(editions, { on, by });
    }
  }
}

/** A clause that dates what it repeals means that text, not a later one of the same name. */
function speaksOf({ promulgated }: Repeal, editions: readonly Open[]): boolean {
  return promulgated === null || editions.some((e) => e.on !== null && Math.abs(daysBetween(e.on, promulgated)) <= 400);
}

/** A repeal takes effect with the enactment that first declared it: the oldest edition that began on the stated day. */
function repealDay(editions: readonly Open[] | undefined, start: ForceStart): LocalDate | null {
  if (start.is === 'day') return start.on;
  return editions?.findLast((e) => e.certainty === 'stated')?.from ?? editions?.[0]?.from ?? null;
}

function end(editions: Open[], { on, by }: Ended): void {
  const last = editions.findLast((e) => (e.from ?? '') < on);
  if (last === undefined || (last.until !== null && last.until <= on)) return;
  last.until = on;
  last.replacedBy = by;
}

function endRegistered(editions: Open[] | undefined, version: LawVersion, conflicts: Conflict[]): void {
  const { until } = version.inForce;
  if (editions === undefined || until === null) return;
  const edition = editions.findLast((e) => (e.from ?? '') < until);
  const next = edition === undefined ? undefined : editions[editions.indexOf(edition) + 1];
  if (edition === undefined || next?.from === until) return;
  if (edition.until !== null && edition.until !== until)
    conflicts.push({ is: 'end-differs', law: edition.law, edition: edition.label, says: `条文为${edition.until}，登记为${until}` });
  else if (next === undefined) Object.assign(edition, { until, replacedBy: version.replacedBy });
}

/** Each edition ends where the next one begins. */
function closeEditions(editions: Open[]): void {
  editions.forEach((edition, i) => {
    const next = editions[i + 1];
    if (next === undefined || edition.until !== null) return;
    edition.until = next.from;
    edition.replacedBy = `${next.law}（${next.label}）`;
  });
}

function aliasesOf(
  registered: readonly LawVersion[],
  shortNames: Readonly<Record<string, readonly string[]>>,
  laws: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>();
  const add = (alias: string, names: readonly string[]): void => {
    const plain = lawName(alias);
    if (laws.has(plain)) return;
    aliases.set(plain, [...new Set([...(aliases.get(plain) ?? []), ...names.map(lawName)])]);
  };
  for (const version of registered)
    for (const alias of version.aliases) if (lawName(alias) !== lawName(version.name)) add(alias, [version.name]);
  for (const [alias, names] of Object.entries(shortNames)) add(alias, names);
  return aliases;
}
