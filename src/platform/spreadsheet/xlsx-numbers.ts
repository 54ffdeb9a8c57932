/**
 * How a numeric cell is written. A workbook stores a plain double and a format; people see a date, a padded code or a
 * number without the noise of binary fractions.
 */
export type NumberKind = 'number' | 'day' | 'day-time' | 'time' | { readonly pad: number };

const BUILTIN: Readonly<Record<number, NumberKind>> = {
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'day-time',
  32: 'time',
  33: 'time',
  34: 'time',
  35: 'time',
  45: 'time',
  46: 'time',
  47: 'time',
  55: 'time',
  56: 'time',
};

/** The kind of a format that needs no code of its own; 27–36 and 50–58 are dates and times of East Asian editions. */
export function builtinKind(id: number): NumberKind {
  const named = BUILTIN[id];
  if (named !== undefined) return named;
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'number';
}

/** The kind of a format code such as yyyy"年"m"月"d"日" or 000000. */
export function kindOfFormat(code: string): NumberKind {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/^0{2,}$/.test(bare)) return { pad: bare.length };
  if (bare.includes('general')) return 'number';
  const day = /[yd年月日]|^e+|aaa|^m+$/.test(bare);
  const time = /[hs时分秒]|\[m+\]/.test(bare);
  if (day) return time ? 'day-time' : 'day';
  return time ? 'time' : 'number';
}

/** A stored number as people see it. `epoch1904`: the workbook counts days from 1904. */
export function numberText(stored: string, kind: NumberKind, epoch1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (kind === 'number') return plain(value);
  if (typeof kind === 'object') return Number.isInteger(value) && value >= 0 ? plain(value).padStart(kind.pad, '0') : plain(value);
  return dayText(value, kind, epoch1904) ?? plain(value);
}

/** Whether the digits behind the fifteenth were lost because a long code was stored as a number. */
export function lostDigits(stored: string, kind: NumberKind): boolean {
  return kind === 'number' && Math.abs(Number(stored)) >= 1e15;
}

const SHORT = /^-?\d{1,9}(?:\.\d{1,5})?$/;

function plain(value: number): string {
  const short = String(value);
  if (SHORT.test(short)) return short;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
}

const SECONDS = 86_400;

/** Serial days of 1900 count a 29 February 1900 that never was: before it they lie one day later. */
function dayText(value: number, kind: 'day' | 'day-time' | 'time', epoch1904: boolean): string | null {
  const seconds = Math.round(value * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  const clock = seconds - day * SECONDS;
  const time = `${two(Math.floor(clock / 3600))}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}`;
  if (kind === 'time' && day === 0) return time;
  if (day < 0 || day > 2_958_465) return null;
  const date = civil(epoch1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569);
  return kind === 'day' || clock === 0 ? date : `${date} ${time}`;
}

/** The civil day `days` after 1970-01-01, by arithmetic on 400-year cycles that begin in March. */
function civil(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * m + 2) / 5) + 1)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
