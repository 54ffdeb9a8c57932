import { lawName } from './law-name.ts';
import type { Article, LawText } from './law-text.ts';
import { normalText } from './reference-names.ts';
import { type Place, placesAt } from './reference-places.ts';

/** A place down to its paragraph; null: the whole article. */
export type MovedPart = Pick<Place, 'article' | 'sub' | 'paragraph'>;

/** What a text states of a number: what stood here stands there from now on. */
export type StatedMove = { readonly law: string; readonly from: MovedPart; readonly toLaw: string; readonly to: MovedPart };

const AMENDS = /修改|修正/;
const VERB =
  /(?:;?(?:合并|拆分|分)?(?:改|成)?(?:为[一二两三四五六七八九十\d]{1,2}条)?;?(?:分别|依次|相应|相应地)?(?:作为|改为|改作|调整为|变更为|移作|移至)|;?合并为)(?=第)/y;
const FIRST = /第[零〇○一二三四五六七八九十百千两\d]{1,9}条(?:之[一二三四五六七八九十\d]{1,3})?/y;

/**
 * The new numbers that a text states: an amending decision (第二十七条改为第三十三条, 第十条、第十一条合并，作为第十二条, …改为两条，
 * 作为…), or a table of old and new articles behind a text. What it leaves to 条文顺序作相应调整 is stated nowhere and left out.
 */
export function statedMoves(text: LawText): readonly StatedMove[] {
  const name = lawName(text.title);
  const named = titlesIn(text.title);
  const points = AMENDS.test(name) && /决定$|修正案$|决议$/.test(name) ? [text.preface, ...text.articles.map(wordsOf)] : [];
  return [...points.flatMap((words) => movesOfPoint(words, named)), ...movesOfTable(text, name)];
}

function wordsOf({ paragraphs }: Article): readonly string[] {
  return paragraphs.flatMap((p) => [p.text, ...p.items.flatMap((i) => [i.text, ...i.subItems.map((s) => s.text)])]);
}

function titlesIn(words: string): readonly string[] {
  return [...words.matchAll(/[《〈]([^《》〈〉]{2,80})[》〉]/g)].map(([, title]) => lawName(title ?? ''));
}

/** One numbered point of a decision; a decision on several laws names in each point the law that it speaks of. */
function movesOfPoint(words: readonly string[], titles: readonly string[]): readonly StatedMove[] {
  // 删去第五条，第六条改为第五条: a comma ends what is listed together.
  const chars = normalText(withoutQuotes(words.join('\n'))).chars.replaceAll(',', ';');
  const [only, second] = titles;
  return movesIn(chars, (at) => {
    const before = chars.slice(0, at);
    const beside = /《([^《》]{2,80})》(?:的|中)?$/.exec(before)?.[1];
    if (beside !== undefined) return lawName(beside);
    return only !== undefined && second === undefined ? only : (titlesIn(before).at(-1) ?? null);
  });
}

/** What is quoted is the new wording, and says nothing about numbers. */
function withoutQuotes(words: string): string {
  return words.replaceAll(/“[^”]*(?:”|$)|「[^」]*(?:」|$)|"[^"]*(?:"|$)/g, '');
}

const PLACE = /第[零〇○一二三四五六七八九十百千两\d]{1,9}(?:条|款)/g;

function movesIn(chars: string, lawAt: (at: number) => string | null): readonly StatedMove[] {
  const moves: StatedMove[] = [];
  PLACE.lastIndex = 0;
  for (let found = PLACE.exec(chars); found !== null; found = PLACE.exec(chars)) {
    const at = found.index;
    const old = placesAt(chars, at, null);
    if (old === null) continue;
    PLACE.lastIndex = Math.max(PLACE.lastIndex, old.end);
    const verb = sticky(VERB, chars, old.end);
    const law = verb === null ? null : lawAt(at);
    if (verb === null || law === null) continue;
    const start = old.end + verb[0].length;
    const now = newPlaces(chars, start, old.list);
    if (now === null) continue;
    PLACE.lastIndex = Math.max(PLACE.lastIndex, now.end);
    for (const [from, to] of pairs(old.list, now.list)) moves.push({ law, from, toLaw: law, to });
  }
  return moves;
}

type Places = { readonly end: number; readonly list: readonly Place[] };

/** Behind 第五条第二款改为, 第三款 is one of the same article. */
function newPlaces(chars: string, start: number, old: readonly Place[]): Places | null {
  const [only, second] = old;
  if (!/^第[^条款]{1,9}款/.test(chars.slice(start, start + 12))) {
    const found = placesAt(chars, start, null);
    // 第五条改为第六条、第七条改为第八条: what stands before the next verb is no second new place.
    const [first] = found !== null && sticky(VERB, chars, found.end) !== null ? (sticky(FIRST, chars, start) ?? []) : [];
    return first === undefined ? found : placesAt(chars.slice(0, start + first.length), start, null);
  }
  return only === undefined || second !== undefined ? null : placesAt(chars, start, null, only);
}

/** As many as before: one by one. Several into one, one into several: each to each. Anything else is not clear, and no link. */
function pairs(old: readonly Place[], now: readonly Place[]): readonly (readonly [MovedPart, MovedPart])[] {
  if (now.length === 0 || [...old, ...now].some((p) => p.item !== null)) return [];
  if (old.length !== now.length && old.length !== 1 && now.length !== 1) return [];
  const found =
    old.length === now.length ? old.map((from, i) => [from, now[i] ?? from] as const) : old.flatMap((f) => now.map((t) => [f, t] as const));
  return found.map(([from, to]) => [part(from), part(to)] as const);
}

function part({ article, sub, paragraph }: Place): MovedPart {
  return { article, sub, paragraph };
}

const TABLE = /对照表|条文对照|对应关系/;
const OLD = /^(?:原|旧|修订前|修改前|修正前|编纂前)/;
const NEW = /^(?:本[法条规办细]|新|现|修订后|修改后|修正后|编纂后|法典)/;

type Columns = { readonly old: number; readonly now: number; readonly law: string | null };

/** A table 条文对照表 behind a text: its head says which column is the old one, a row names one place on each side. */
function movesOfTable({ preface, annex }: LawText, name: string): readonly StatedMove[] {
  const lines = [...preface, ...annex];
  const head = lines.findIndex((line) => TABLE.test(line));
  if (head < 0) return [];
  const ofTitle = titlesIn(lines[head] ?? '').find((law) => law !== name) ?? null;
  let columns: Columns | null = null;
  const moves: StatedMove[] = [];
  for (const line of lines.slice(head)) {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((c) => c.trim())
      : line.split(/\t|→|\s{2,}/).map((c) => c.trim());
    if (cells.length < 2) continue;
    const headed = columnsOf(cells, name);
    if (headed !== null) columns = headed;
    else if (columns !== null) moves.push(...movesOfRow(cells, columns, columns.law ?? ofTitle ?? name, name));
  }
  return moves;
}

function columnsOf(cells: readonly string[], name: string): Columns | null {
  if (cells.some((c) => placesOf(c).length > 0)) return null;
  const other = (cell: string): string | null => titlesIn(cell).find((law) => law !== name) ?? null;
  const old = cells.findIndex((c) => OLD.test(c) || other(c) !== null);
  const now = cells.findIndex((c, i) => i !== old && (NEW.test(c) || titlesIn(c).includes(name)));
  return old < 0 || now < 0 ? null : { old, now, law: other(cells[old] ?? '') };
}

function movesOfRow(cells: readonly string[], columns: Columns, law: string, name: string): readonly StatedMove[] {
  const [left, right] = [cells[columns.old] ?? '', cells[columns.now] ?? ''];
  const named = titlesIn(left);
  if (named.length > 1) return [];
  return pairs(placesOf(left), placesOf(right)).map(([from, to]) => ({ law: named[0] ?? law, from, toLaw: name, to }));
}

/** A cell that names places and nothing else beside a law. */
function placesOf(cell: string): readonly Place[] {
  const { chars } = normalText(cell.replaceAll(/《[^《》]*》/g, ''));
  const found = chars.startsWith('第') ? placesAt(chars, 0, null) : null;
  return found !== null && found.end === chars.length ? found.list : [];
}

/** A single place as a person writes it, 第二十七条 or 第五条第二款; null where it is none. */
export function partOf(written: string): MovedPart | null {
  const [only, second] = placesOf(written);
  return only === undefined || second !== undefined || only.item !== null ? null : part(only);
}

function sticky(pattern: RegExp, chars: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(chars);
}
