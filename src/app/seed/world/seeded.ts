import { createHash } from 'node:crypto';
import { usccCheckCharacter } from '#law';

/** The same name always gives the same id, so that a seeded city is the same city every time. */
export function seededId(name: string): string {
  const hex = createHash('sha256').update(`faheng-seed:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Deterministic source of choices; never used for anything that must not be guessed. */
export type Dice = { below(n: number): number; pick<T>(list: readonly [T, ...T[]]): T };

export function dice(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0) || 1;
  function below(n: number): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  }
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

const SURNAMES: [string, ...string[]] = ['王', '李', '张', '刘', '赵', '郭', '贺', '武', '段', '白', '薛', '任', '韩', '苗', '云', '包'];
const GIVEN_FIRST: [string, ...string[]] = ['文', '建', '晓', '志', '海', '春', '永', '玉', '立', '秀', '振', '思', '雅', '承', '明', '润'];
const GIVEN_LAST: [string, ...string[]] = ['河', '原', '川', '禾', '沙', '岭', '渠', '泉', '榆', '杨', '青', '澄', '朗', '远', '宁', '和'];
const MONGOLIAN: [string, ...string[]] = [
  '巴特尔',
  '其木格',
  '那仁',
  '苏和',
  '乌云',
  '朝鲁',
  '萨仁',
  '额尔敦',
  '塔娜',
  '布和',
  '阿木尔',
  '娜仁',
];

/** Names put together at random; whoever bears one of them is not meant. */
export function syntheticName(key: string): string {
  const from = dice(`name:${key}`);
  return from.below(7) === 0 ? from.pick(MONGOLIAN) : `${from.pick(SURNAMES)}${from.pick(GIVEN_FIRST)}${from.pick(GIVEN_LAST)}`;
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CODE_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The ninth character of an organisation code (GB 11714). */
function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + CODE_ALPHABET.indexOf(first8.charAt(i)) * weight, 0);
  const value = 11 - (sum % 11);
  return value === 11 ? '0' : value === 10 ? 'X' : String(value);
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** MADM0001 …; serials that need more digits are written in the alphabet of the code: MA000ABC. */
function organisationBody(serial: number): string {
  if (serial < 10_000) return `MADM${String(serial).padStart(4, '0')}`;
  let rest = serial;
  let digits = '';
  for (; rest > 0; rest = Math.floor(rest / USCC_ALPHABET.length)) digits = `${USCC_ALPHABET.charAt(rest % USCC_ALPHABET.length)}${digits}`;
  return `MA${digits.padStart(6, '0')}`;
}

/** A unified social credit code that passes both of its checks (GB 32100, GB 11714) and belongs to nobody. */
export function syntheticUscc(kind: '11' | '12' | '54' | '91' | '92', region6: string, serial: number): string {
  const body = organisationBody(serial);
  const first17 = `${kind}${region6}${body}${organisationCheck(body)}`;
  return `${first17}${usccCheckCharacter(first17) ?? ''}`;
}
