import { addDays, dayOf as dayOfMonth, type LocalDate, localDate, monthOf, parseLocalDate, shanghaiDay, yearOf, ymd } from '#law';
import { type CellReading, compact, isAbsent, read, unreadable } from './cells.ts';
import { OPEN_ENDED } from './model.ts';

/** past: happened, so never after today. open: the end of a period, may lie ahead or be 长期. */
export type DayField = 'past' | 'open';

/** Administrative penalties of the People's Republic: nothing earlier can be meant. */
const EARLIEST = localDate('1949-10-01');
const SERIAL_ORIGIN = localDate('1899-12-30');
const ZERO_DAYS =
  /^(?:0|0{4}[-/.年]?0{1,2}[-/.月]?0{1,2}日?|0001[-/.]0?1[-/.]0?1|1899[-/.]12[-/.]3[01]|1900(?:[-/.年]0?1[-/.月]0?[01]日?|010[01]))(?:T?[0:.]+Z?)?$/;
const ENDLESS = /^(?:至?长期(?:有效)?|永久|无(?:固定)?期限|无限期|(?:2099|9999)(?:[-/.年]12[-/.月]31日?|1231))(?:T?[\d:.]+Z?)?$/;
const NUMERIC =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:T?(\d{1,2})[:时点](\d{1,2})(?:[:分]\d{0,2}秒?)?(?:\.\d+)?(?:(Z|\+00:?00)|\+08:?00)?|[上下]午.*|星期.|\(?周.\)?)?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const IN_WORDS = /^([〇零○oO0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/;

/**
 * A day in any of the usual writings. null: the cell says nothing, or holds one of the days that systems write for
 * "nothing" (1900-01-01, 0000-00-00). 长期 and 2099-12-31 are OPEN_ENDED where a period ends, "nothing" elsewhere.
 */
export function readDay(cell: string, field: DayField, today: LocalDate): CellReading<LocalDate | null> {
  const plain = plainDay(cell);
  if (plain !== null && plain >= '1901' && plain < '2099') return within(plain, field, today);
  const text = compact(cell);
  if (isAbsent(text)) return read(null);
  if (ZERO_DAYS.test(text)) return read(null, '系统占位日期，按未填处理');
  if (ENDLESS.test(text)) return field === 'open' ? read(OPEN_ENDED) : read(null, '“长期”不是发生的日期，按未填处理');
  const day = dayOf(text);
  return typeof day === 'string' ? within(day, field, today) : unreadable(day.reason);
}

const plainDays = new Map<string, LocalDate>();
const MOST_KEPT = 50_000;

/** A file writes few days very many times: each is kept once, as a text of its own. */
function plainDay(cell: string): LocalDate | null {
  const known = plainDays.get(cell);
  if (known !== undefined) return known;
  const day = parseLocalDate(cell);
  if (day === null) return null;
  const own = ymd(yearOf(day), monthOf(day), dayOfMonth(day)) ?? day;
  if (plainDays.size < MOST_KEPT) plainDays.set(own, own);
  return own;
}

function within(day: LocalDate, field: DayField, today: LocalDate): CellReading<LocalDate | null> {
  if (day < EARLIEST) return unreadable('日期早于1949年10月1日');
  if (field === 'past' && day > today) return unreadable(`日期晚于今天（${today}）`);
  return day > OPEN_ENDED ? unreadable('日期晚于2099年') : read(day);
}

type NoDay = { readonly reason: string };
const NO_SUCH_DAY: NoDay = { reason: '日历上没有这一天' };

function dayOf(text: string): LocalDate | NoDay {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return fromNumeric(numeric);
  const packed = PACKED.exec(text);
  if (packed !== null) return ymd(Number(packed[1]), Number(packed[2]), Number(packed[3])) ?? NO_SUCH_DAY;
  const serial = SERIAL.exec(text);
  if (serial !== null) return fromSerial(Number(serial[1]));
  if (/^1\d{12}$/.test(text)) return shanghaiDay(Number(text));
  const words = IN_WORDS.exec(text);
  if (words !== null) return fromWords(words[1] ?? '', words[2] ?? '', words[3] ?? '');
  return { reason: whyNot(text) };
}

/** A time in UTC at or after 16:00 is the next day here. */
function fromNumeric(m: RegExpExecArray): LocalDate | NoDay {
  const day = ymd(Number(m[1]), Number(m[2]), Number(m[3]));
  if (day === null) return NO_SUCH_DAY;
  return m[6] !== undefined && Number(m[4]) >= 16 ? addDays(day, 1) : day;
}

/** Days since 1899-12-30, as spreadsheets store a date whose format was lost; 1950 to 2099. */
function fromSerial(serial: number): LocalDate | NoDay {
  if (serial < 18_264 || serial > 73_050) return { reason: '五位数字不是可能的日期序号' };
  return addDays(SERIAL_ORIGIN, serial);
}

const DIGIT_WORDS = '零一二三四五六七八九';

function fromWords(year: string, month: string, day: string): LocalDate | NoDay {
  const y = Number([...year.replace(/[〇○oO0]/g, '零')].map((char) => DIGIT_WORDS.indexOf(char)).join(''));
  return ymd(y, small(month), small(day)) ?? NO_SUCH_DAY;
}

/** 一 to 三十一 */
function small(words: string): number {
  const ten = words.indexOf('十');
  if (ten < 0) return DIGIT_WORDS.indexOf(words);
  const tens = ten === 0 ? 1 : DIGIT_WORDS.indexOf(words.slice(0, ten));
  const ones = ten === words.length - 1 ? 0 : DIGIT_WORDS.indexOf(words.slice(ten + 1));
  return tens * 10 + ones;
}

function whyNot(text: string): string {
  if (/^\d{4}[-/.年]\d{1,2}月?$/.test(text)) return '只有年月，缺少日';
  if (/^\d{4}年?$/.test(text)) return '只有年份';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)) return '月、日先后不明，请按“年-月-日”填写';
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text)) return '年份应写四位';
  if (/[至到~]/.test(text) || /\d{4}.+\d{4}/.test(text)) return '填了不止一个日期';
  return '不是可识别的日期';
}
