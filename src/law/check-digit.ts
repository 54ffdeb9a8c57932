import { type LocalDate, ymd } from './local-date.ts';

/**
 * A code as people type it, read against its standard. masked: digits are hidden on purpose, nothing can be said of its
 * truth and that is no fault. `code` is normalised (half-width, upper case, no spaces) in every case.
 */
export type CodeReading =
  | { readonly is: 'valid'; readonly code: string }
  | { readonly is: 'masked'; readonly code: string }
  | { readonly is: 'wrong'; readonly code: string; readonly because: string };

/** X is a letter of the social credit alphabet too (a real code ends in XXX), so only a longer run of it hides anything. */
const MASK = /[*●•×○◯#]|X{4,}/;

/** Half-width, upper case, without spaces and hyphens: the form in which codes are compared. */
export function normaliseCode(text: string): string {
  if (/^[0-9A-Z]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200b-\u200d\ufeff\-‐–—']/g, '');
}

/** 1528**********1234, 138****1234, 9115XXXXXXXX0001B: hidden on purpose. */
export function isMasked(text: string): boolean {
  return MASK.test(normaliseCode(text));
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The 18th character of a unified social credit code (GB 32100), or null when the first 17 are not of its alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0;
  for (let i = 0; i < USCC_WEIGHTS.length; i += 1) {
    const value = USCC_ALPHABET.indexOf(first17.charAt(i) || '-');
    if (value < 0) return null;
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Unified social credit code (GB 32100). */
export function readUscc(text: string): CodeReading {
  const code = normaliseCode(text);
  if (MASK.test(code)) return { is: 'masked', code };
  if (code.length !== 18) return { is: 'wrong', code, because: `应为18位，实为${code.length}位` };
  if (!USCC_SHAPE.test(code)) return { is: 'wrong', code, because: '含有统一社会信用代码不使用的字符（I、O、S、V、Z等）或区划位不是数字' };
  const expected = usccCheckCharacter(code);
  if (expected !== code.charAt(17)) return { is: 'wrong', code, because: '校验码不符（GB 32100）' };
  return { is: 'valid', code };
}

/** Codes whose first two characters are 92 belong to 个体工商户. */
export function isSoleTraderCode(code: string): boolean {
  return normaliseCode(code).startsWith('92');
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = '10X98765432';
/** Provinces of GB/T 2260, with 81–83 for residence permits of Hong Kong, Macao and Taiwan residents. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

export type IdentityReading =
  | { readonly is: 'valid'; readonly code: string; readonly birth: LocalDate; readonly old: boolean }
  | Exclude<CodeReading, { is: 'valid' }>;

/** The 18th character of an identity number (GB 11643); the caller has made sure of 17 digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + Number(first17.charAt(i)) * weight, 0);
  return ID_CHECK.charAt(sum % 11);
}

/**
 * Identity number of a citizen (GB 11643): 18 characters, or 15 digits of the first generation (no check digit, born in
 * 19xx). The region is only checked for a province that exists: counties were renumbered too often to judge by a list.
 */
export function readIdentityNumber(text: string, today: LocalDate): IdentityReading {
  const code = normaliseCode(text);
  if (MASK.test(code)) return { is: 'masked', code };
  const old = /^\d{15}$/.test(code);
  if (!old && !/^\d{17}[\dX]$/.test(code)) return { is: 'wrong', code, because: '应为18位数字（末位可为X）或15位数字' };
  if (!PROVINCES.has(code.slice(0, 2))) return { is: 'wrong', code, because: `前两位“${code.slice(0, 2)}”不是省级区划代码` };
  const born = old ? `19${code.slice(6, 12)}` : code.slice(6, 14);
  const birth = ymd(Number(born.slice(0, 4)), Number(born.slice(4, 6)), Number(born.slice(6, 8)));
  if (birth === null || birth > today || birth < '1850-01-01') return { is: 'wrong', code, because: `出生日期“${born}”不是真实日期` };
  if (!old && identityCheckCharacter(code) !== code.charAt(17)) return { is: 'wrong', code, because: '校验码不符（GB 11643）' };
  return { is: 'valid', code, birth, old };
}

/** Bank card number: 16 to 19 digits that satisfy the Luhn sum. */
export function readBankCard(text: string): CodeReading {
  const code = normaliseCode(text);
  if (MASK.test(code)) return { is: 'masked', code };
  if (!/^\d{16,19}$/.test(code)) return { is: 'wrong', code, because: '应为16至19位数字' };
  return luhnSum(code) % 10 === 0 ? { is: 'valid', code } : { is: 'wrong', code, because: '校验位不符' };
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** Mobile number of mainland China, with or without the country code. */
export function readMobile(text: string): CodeReading {
  const code = normaliseCode(text).replace(/^\+?86(?=1)/, '');
  if (MASK.test(code)) return { is: 'masked', code };
  return /^1[3-9]\d{9}$/.test(code) ? { is: 'valid', code } : { is: 'wrong', code, because: '不是11位手机号码' };
}
