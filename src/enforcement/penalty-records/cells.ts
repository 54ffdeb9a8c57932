/** One cell read: a value (with a note where something is odd but kept), or the reason why it cannot be read. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T; readonly note: string | null }
  | { readonly ok: false; readonly reason: string };

export function read<T>(value: T, note: string | null = null): CellReading<T> {
  return { ok: true, value, note };
}

export function unreadable(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

const ABSENT_WORDS =
  '/ \\ - -- --- — —— － _ . 无 空 暂无 没有 未填 不详 未知 待定 无此项 不适用 null none nil n/a na #n/a (null) undefined'.split(' ');
const ABSENT = new Set(ABSENT_WORDS);
const ABSENT_BEGINNINGS = new Set(ABSENT_WORDS.flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** Empty, or one of the many ways of writing "nothing". */
export function isAbsent(text: string): boolean {
  return text === '' || (text.length <= 10 && ABSENT_BEGINNINGS.has(text.charCodeAt(0)) && ABSENT.has(text.toLowerCase()));
}

/** As days, numbers and codes begin, and none of the words below. */
const PLAIN_BEGINNING = /^[0-9A-Z]/;
const UNCERTAIN = new Set('不详 未知 待定 未填 不适用 无此项 #n/a'.split(' '));

/** The cell says that the writer does not know or was not asked: less than an empty one, which says that there is nothing. */
export function isUncertain(cell: string): boolean {
  return cell.length > 0 && cell.length <= 10 && !PLAIN_BEGINNING.test(cell) && UNCERTAIN.has(compact(cell).toLowerCase());
}

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** A text without spaces at its ends and without invisible characters; null where it says nothing. Its writing is kept as it stands. */
export function readText(cell: string): string | null {
  const text = cell.replace(ZERO_WIDTH, '').trim();
  return isAbsent(text) ? null : text;
}

/** Half-width, without any space or invisible character: for values whose writing carries no meaning. */
export function compact(cell: string): string {
  // Plain printable ASCII and common Chinese characters without spaces stand in this form already.
  if (/^[!-~一-龥]*$/.test(cell)) return cell;
  return cell.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}

/** Longest text that is kept: four times the longest field of the form. */
export const TEXT_LIMIT = 20_000;

const DAMAGED = /\ufffd|锟斤拷|烫烫烫|屯屯屯/;

/** Why a cell's text cannot be used at all, before anything is read from it; null when nothing is wrong. */
export function damage(cell: string): string | null {
  if (cell.length > TEXT_LIMIT) return `内容长达${cell.length}个字符，超过${TEXT_LIMIT}个字符的上限`;
  if (DAMAGED.test(cell)) return '含有乱码，请用正确的编码重新导出';
  if (cell.startsWith('#') && /^#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL|SPILL)[!?]$/i.test(cell)) return `公式出错（${cell}）`;
  return null;
}

/** A value as a report shows it: one line, not longer than a reader needs to find it. */
export function excerpt(cell: string): string {
  const line = cell.replace(/[\s\p{Cc}]+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 60)}…（共${cell.length}字符）`;
}
