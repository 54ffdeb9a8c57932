import { chineseNumeralValue } from './chinese-numeral.ts';

/** The parts of a 文号: 机关代字 (巴司), kind of document (执监意), year of signing, running number. */
export type DocumentNumberParts = {
  readonly prefix: string;
  readonly series: string;
  readonly year: number;
  readonly serial: number;
};

/** 巴司执监意〔2026〕3号: six-cornered brackets, no 第, no leading zeros (GB/T 9704 7.2.5). */
export function formatDocumentNumber(parts: DocumentNumberParts): string {
  return `${parts.prefix}${parts.series}〔${parts.year}〕${parts.serial}号`;
}

/**
 * A 文号 of another source as it is shown: letters, digits and punctuation half-width, six-cornered brackets round the year.
 * Nothing of its words is changed; what was written stands in the record.
 */
export function shownDocumentNumber(text: string): string {
  const narrow = text.replaceAll(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll(INVISIBLE, '');
  return narrow.replace(/[〔［[【（(]([12]\d{3})[〕］\]】）)]/, '〔$1〕');
}

/**
 * A 文号 as a key for comparing records of different sources. `serial` is null where the running number is compound
 * (3-1) or longer than a number holds; `year` is null where the writing does not set it apart.
 */
export type NormalisedDocumentNumber = { readonly key: string; readonly year: number | null; readonly serial: number | null };

/**
 * Every writing of one 文号 that spreadsheets contain gives one key; null when the text is no single 文号 (empty, a
 * date, a note, several numbers, no running number). Two keys are never equal unless prefix, year and running number
 * are: where a writing is ambiguous it stays apart rather than being joined to another decision.
 */
export function normaliseDocumentNumber(text: string): NormalisedDocumentNumber | null {
  const usual = USUAL.exec(text);
  if (usual !== null) return assemble(usual[1] ?? '', Number(usual[2]), `${usual[3] ?? ''}号`);
  const clean = cleaned(text);
  if (isNoNumber(clean)) return null;
  const year = yearFirst(clean) ?? yearInBrackets(clean) ?? yearBare(clean);
  if (year !== null) return assemble(year.prefix, year.year, year.rest);
  return withoutYear(clean);
}

/** As GB/T 9704 asks, and as nearly every file writes it: nothing of it needs cleaning, and no other reading is possible. */
const USUAL = /^([\u4e00-\u9fa5]+)[〔（([]([12]\d{3})[〕）)\]](\d{1,12})号$/;

type Split = { readonly prefix: string; readonly year: number; readonly rest: string };

const OPENING = /[〔［[【（({｛〖「『<＜〈《]/g;
const CLOSING = /[〕］\]】）)}｝〗」』>＞〉》]/g;
const HYPHENS = /[-‐‑‒–—―−－﹣_~～/\\·•・]+/g;
const INVISIBLE = /[\s\p{Cf}\p{Cc}]+/gu;

/** One form for widths, brackets, hyphens, letters; spaces and invisible characters carry no meaning here. */
function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(HYPHENS, '-')
    .replace(/^["'“”‘’]+|["'“”‘’。;；]+$/g, '')
    .replace(/^(?:(?:行政)?处罚(?:决定)?书?|决定书|文书)?(?:文号|字号|编号)[::]/, '')
    .toUpperCase();
}

/** Dates, amounts in scientific notation and words that say "none". */
function isNoNumber(clean: string): boolean {
  return (
    /^\d{4}(?:-\d{1,2}-\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?)$/.test(clean) ||
    /^\d+\.\d+E\+?\d+$/.test(clean) ||
    !/[\d〇零一二三四五六七八九十百千]/.test(clean)
  );
}

const YEAR = String.raw`(?:[12][\dO]{3}|[一二][〇零○O一二三四五六七八九]{3})`;
const IN_BRACKETS = new RegExp(String.raw`^(.+?)\(+(${YEAR})年?度?\)+(.+)$`);
const SHORT_IN_BRACKETS = /^(.+?)\((\d{2})年?\)(.+)$/;
const AT_FRONT = new RegExp(String.raw`^\((${YEAR})年?\)(.*?[^\d第-].*?)([\d〇零一二三四五六七八九十百千A-Z-]+号.*)$`);
const BARE = /^(.*?[^\d-])((?:19|20)\d{2})(?:年第?|-|第)(.+)$/;

function yearInBrackets(clean: string): Split | null {
  const m = IN_BRACKETS.exec(clean) ?? SHORT_IN_BRACKETS.exec(clean);
  return m === null ? null : { prefix: m[1] ?? '', year: yearValue(m[2] ?? ''), rest: m[3] ?? '' };
}

/** (2025)内0802行审12号: courts and some organs put the year first. */
function yearFirst(clean: string): Split | null {
  const m = AT_FRONT.exec(clean);
  return m === null ? null : { prefix: m[2] ?? '', year: yearValue(m[1] ?? ''), rest: m[3] ?? '' };
}

function yearBare(clean: string): Split | null {
  const m = BARE.exec(clean);
  return m === null ? null : { prefix: (m[1] ?? '').replace(/\($/, ''), year: Number(m[2]), rest: (m[3] ?? '').replace(/^\)/, '') };
}

function yearValue(text: string): number {
  const digits = text.replaceAll('O', '0');
  const value = /^\d+$/.test(digits) ? Number(digits) : (chineseNumeralValue(text.replaceAll('O', '〇')) ?? 0);
  if (value >= 100) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

const SERIAL =
  /^[-第NO.字]*((?:[A-Z]{0,3}\d[\dA-Z]*|[〇零○一二三四五六七八九十百千]+)(?:[-之](?:[A-Z]?\d+|[一二三四五六七八九十]+))*)(.*)$/;

/** The running number; what follows 号 is a note, unless it numbers a part (号之一) or names another number. */
function serialOf(rest: string): { readonly text: string; readonly value: number | null } | null {
  const m = SERIAL.exec(rest.replace(/(?<=^[-第]*|\d)O(?=[\dO])/g, '0'));
  const main = m?.[1];
  const after = m?.[2] ?? '';
  if (main === undefined) return null;
  if (!/^(?:$|号|\(|[,,;;。(])/.test(after) || /^(?:号)?[、,,;;和及至].*\d/.test(after)) return null;
  const part = /^号[-之]([A-Z]?\d+|[一二三四五六七八九十]+)/.exec(after)?.[1];
  const pieces = [...main.split(/[-之]/), ...(part === undefined ? [] : [part])].map(plainNumber);
  const [only] = pieces;
  const value = pieces.length === 1 && only !== undefined && /^\d+$/.test(only) ? Number(only) : null;
  return { text: pieces.join('-'), value: value !== null && Number.isSafeInteger(value) ? value : null };
}

/** 0012 → 12, 十二 → 12, A012 → A12. */
function plainNumber(piece: string): string {
  const value = chineseNumeralValue(piece);
  if (value !== null) return String(value);
  return piece.replace(/^([A-Z]*)0+(?=\d)/, '$1');
}

/** 罚决字第 and 罚决 are one series; brackets inside the prefix (公(治)) stay. */
function series(prefix: string): string {
  return prefix.replace(/[-第NO.:]+$/, '').replace(/字$/, '');
}

function assemble(prefix: string, year: number, rest: string): NormalisedDocumentNumber | null {
  const serial = serialOf(rest);
  const name = series(prefix);
  return serial === null || name === '' ? null : { key: `${name}|${year}|${serial.text}`, year, serial: serial.value };
}

/** 巴交罚第0012号, or digits only as case systems print them: no year can be told apart. */
function withoutYear(clean: string): NormalisedDocumentNumber | null {
  const digits = /^(?:第|NO\.?)?(\d{4,})号?$/.exec(clean)?.[1];
  if (digits !== undefined) return { key: `|-|${digits}`, year: null, serial: null };
  const m = /^([^\d]*[\p{Script=Han})])(?:字?第)?([A-Z]{0,2}\d.*)$/u.exec(clean);
  const serial = serialOf(m?.[2] ?? '');
  const name = series(m?.[1] ?? '');
  return serial === null || name === '' || !/\p{Script=Han}/u.test(name)
    ? null
    : { key: `${name}|-|${serial.text}`, year: null, serial: serial.value };
}
