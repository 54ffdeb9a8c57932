import { identityCheckCharacter, normaliseCode, readBankCard, readIdentityNumber, readMobile, readUscc } from './check-digit.ts';
import type { LocalDate } from './local-date.ts';
import { PERSONAL_DATA_LABELS, type PersonalDataKind, WORDED } from './personal-words.ts';

export { PERSONAL_DATA_LABELS, type PersonalDataKind } from './personal-words.ts';

/** Where it stands. What it says is never repeated: a finding must not become the next leak. */
export type PersonalDatum = { readonly kind: PersonalDataKind; readonly start: number; readonly length: number };

/** Runs of digits and letters, with single spaces or hyphens inside, as numbers are typed. */
const NUMBER = /[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+)*/g;
/** A longer run is broken at its separators: no number of a person has more characters. */
const LONGEST = 32;
/** A mobile number is the shortest of them. */
const SHORTEST = 11;
const LONG_NUMBER = /\d(?:[ -]?\d){10}/;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ－]/;

const SERIAL_BEFORE =
  /(?:编号|批号|批次|序列号|单号|订单|流水|注册号|备案|许可|执照|文号|案号|代码|编码|条码|条形码|型号|号牌种类|执法(?:监督)?证(?:件)?号?|第|No\.?|SN|NO)[^0-9A-Za-z]{0,6}$/i;
const PHONE_BEFORE = /(?:电话|手机|联系|致电|号码|微信)[^0-9A-Za-z]{0,8}$/;
const BANK_BEFORE = /(?:银行|账号|帐号|账户|帐户|卡号|开户|转账|汇入|收款)[^0-9A-Za-z]{0,16}$/;
const IDENTITY_BEFORE = /(?:身份证|证件号|公民身份)[^0-9A-Za-z]{0,10}$/;
const AMOUNT_AFTER = /^[.．,，]?\d|^\s{0,2}(?:元|万元|公斤|千克|克|吨|平方米|立方米|米|%|％|只|箱|瓶|盒|袋|件|次)/;

/** Personal data in a text meant for the public. Linear in the length of the text. */
export function findPersonalData(text: string, today: LocalDate): readonly PersonalDatum[] {
  const source = FULL_WIDTH.test(text) ? narrow(text) : text;
  const found: PersonalDatum[] = [];
  if (LONG_NUMBER.test(source)) readNumbers(source, today, found);
  if (PLATE_LIKE.test(source)) addAll(found, 'plate', source, PLATE);
  for (const { word, pattern } of ADDRESSES) if (word.test(source)) addAll(found, 'address', source, pattern);
  for (const { kind, word, pattern } of WORDED) if (word.test(source)) addAll(found, kind, source, pattern);
  return found.length < 2 ? found : withoutOverlaps(found);
}

function readNumbers(source: string, today: LocalDate, found: PersonalDatum[]): void {
  for (const run of source.matchAll(NUMBER)) {
    if (run[0].length < SHORTEST) continue;
    if (run[0].length <= LONGEST) readNumber(source, run[0], run.index, today, found);
    else for (const part of run[0].matchAll(/[0-9A-Za-z]+/g)) readNumber(source, part[0], run.index + part.index, today, found);
  }
}

/** Full-width digits, letters and hyphens to half-width, one for one so that places stay true. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

function readNumber(source: string, run: string, start: number, today: LocalDate, found: PersonalDatum[]): void {
  const kind = kindOfNumber(
    run,
    source.slice(Math.max(0, start - 24), start),
    source.slice(start + run.length, start + run.length + 4),
    today,
  );
  if (kind !== null) found.push({ kind, start, length: run.length });
}

function kindOfNumber(run: string, before: string, after: string, today: LocalDate): PersonalDataKind | null {
  const code = normaliseCode(run);
  if (isIdentity(code, before, today)) return 'identity';
  if (AMOUNT_AFTER.test(after) || /[.．]$/.test(before)) return null;
  if (isMobile(run, code, before, after)) return 'mobile';
  return isBankCard(code, before) ? 'bank-card' : null;
}

/**
 * Fifteen digits pass too easily by chance (old registration numbers): only beside the word. Beside the word one mistyped
 * digit hides nobody: place and birthday are there all the same.
 */
function isIdentity(code: string, before: string, today: LocalDate): boolean {
  if (code.length !== 18 && code.length !== 15) return false;
  const named = IDENTITY_BEFORE.test(before);
  if (named && /^\d{17}[\dX]$/.test(code)) {
    const body = code.slice(0, 17);
    return readIdentityNumber(`${body}${identityCheckCharacter(body)}`, today).is === 'valid';
  }
  if (readIdentityNumber(code, today).is !== 'valid') return false;
  return code.length === 15 ? named : readUscc(code).is !== 'valid';
}

function isMobile(run: string, code: string, before: string, after: string): boolean {
  const grouped = /^(?:(?:86[ -]?)?1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4})$/.test(run);
  if (!grouped || readMobile(code).is !== 'valid') return false;
  return PHONE_BEFORE.test(before) || (!SERIAL_BEFORE.test(before) && !/^[号〕\]）)]?号/.test(after));
}

/** One random number in ten passes the sum: a number that begins otherwise than 62 counts only beside a word of banking. */
function isBankCard(code: string, before: string): boolean {
  if (!/^\d{16,19}$/.test(code) || readBankCard(code).is !== 'valid') return false;
  return BANK_BEFORE.test(before) || (code.startsWith('62') && !SERIAL_BEFORE.test(before));
}

/** Capitals are rare in these texts: most are done after this. */
const PLATE_LIKE = /[A-HJ-NP-Z][·•.\- ]?[A-HJ-NP-Z0-9]{4}/;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\- ]?(?=[A-HJ-NP-Z0-9]{0,5}\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![0-9A-Za-z])/g;

const AREA = '(?:旗|县|区|苏木|镇|乡|街道|嘎查|村|小区|社区|家园|花园|公寓)';
const DOOR = '\\d{1,5}(?:号|室|户|栋|幢|单元|组)';
/** `word` is looked for first: most texts hold none and are done. */
const ADDRESSES: readonly { readonly word: RegExp; readonly pattern: RegExp }[] = [
  {
    // 住址 and the like, then an area, then a door.
    word: /住|户籍/,
    pattern: new RegExp(`(?:住址|家住|现住|户籍地|户籍所在地|居住地|居住于|住在)[^。；;\n]{0,30}?${AREA}[^。；;\n]{0,20}?${DOOR}`, 'g'),
  },
  {
    // …小区3号楼2单元401
    word: /单元/,
    pattern:
      /(?:小区|家园|花园|公寓|家属院|家属楼|住宅楼|苑|里|楼)[^，。；;\n]{0,8}?\d{1,3}(?:号楼|栋|幢|#楼)?\d{1,2}单元[^，。；;\n]{0,4}?\d{1,4}/g,
  },
  {
    // …苏木…嘎查3组12号
    word: /嘎查|村/,
    pattern:
      /(?:苏木|镇|乡)[^，。；;\n]{1,12}?(?:嘎查|村)[^，。；;\n]{0,8}?\d{1,4}(?:号|户)(?![^，。；;\n]{0,2}(?:地|井|线|路|公路|大棚|文件))/g,
  },
];

function addAll(found: PersonalDatum[], kind: PersonalDataKind, source: string, pattern: RegExp): void {
  for (const match of source.matchAll(pattern)) found.push({ kind, start: match.index, length: match[0].length });
}

function withoutOverlaps(found: PersonalDatum[]): readonly PersonalDatum[] {
  let end = -1;
  return found
    .sort((a, b) => a.start - b.start)
    .filter((datum) => {
      const apart = datum.start >= end;
      if (apart) end = datum.start + datum.length;
      return apart;
    });
}

/** Of several texts: the place of each that tells, label → where; never what it says. */
export function placesOfPersonalData(
  texts: readonly { readonly label: string; readonly text: string }[],
  today: LocalDate,
): { readonly places: Readonly<Record<string, string>>; readonly kinds: ReadonlySet<PersonalDataKind> } {
  const places: Record<string, string> = {};
  const kinds = new Set<PersonalDataKind>();
  for (const { label, text } of texts) {
    const data = findPersonalData(text, today);
    if (data.length === 0) continue;
    for (const { kind } of data) kinds.add(kind);
    places[label] = data
      .map(({ kind, start }) => `第${start + 1}字起有${PERSONAL_DATA_LABELS[kind]}`)
      .slice(0, 5)
      .join('；');
  }
  return { places, kinds };
}
