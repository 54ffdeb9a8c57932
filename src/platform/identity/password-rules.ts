import { BANNED_WORDS } from './banned-words.ts';

/** dengbao3: mixed characters, 90 days, no reuse. asvs: length and banned words alone. */
export type AuthProfile = 'dengbao3' | 'asvs';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
export const HISTORY_KEPT = 5;
const ROTATION_DAYS = 90;
/** What must be left when banned words, the own names and runs are taken away. */
const ESSENCE_MIN = 6;

export type PasswordContext = { readonly profile: AuthProfile; readonly names: readonly string[] };

/** Why a password is not accepted, in Chinese; empty when it is. History is checked where the hashes are. */
export function passwordFaults(password: string, context: PasswordContext): readonly string[] {
  const text = password.normalize('NFKC');
  const length = Array.from(text).length;
  const faults: string[] = [];
  if (length < PASSWORD_MIN) faults.push(`口令不少于 ${PASSWORD_MIN} 个字符`);
  if (length > PASSWORD_MAX) faults.push(`口令不超过 ${PASSWORD_MAX} 个字符`);
  if (essence(text, context.names).length < ESSENCE_MIN)
    faults.push('口令主要由常见词、单位或平台名称、姓名、连续或重复字符组成，容易被猜到');
  if (context.profile === 'dengbao3' && classesIn(text) < 3) faults.push('口令应包含大写字母、小写字母、数字、其他字符中的三类');
  return faults;
}

/** Periodic change belongs to 等保三级 and is wrong under ASVS: the profile decides. */
export function isPasswordStale(setAtMs: number, nowMs: number, profile: AuthProfile): boolean {
  return profile === 'dengbao3' && nowMs - setAtMs >= ROTATION_DAYS * 86_400_000;
}

function classesIn(text: string): number {
  return [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/].filter((pattern) => pattern.test(text)).length;
}

const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

function essence(text: string, names: readonly string[]): string {
  const words = [...names.map((name) => name.normalize('NFKC').toLowerCase()).filter((name) => name.length >= 2), ...BANNED_WORDS];
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const plain = without(text.toLowerCase(), longestFirst);
  const unmasked = without(Array.from(text.toLowerCase(), (c) => LEET[c] ?? c).join(''), longestFirst);
  return plain.length < unmasked.length ? plain : unmasked;
}

function without(text: string, words: readonly string[]): string {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return withoutRuns(rest)
    .replaceAll(/(19|20)\d\d/g, '')
    .replaceAll(/[\s_.,!@#$%^&*+=?~-]/g, '');
}

/** Keeps only the first of characters that repeat or count up or down: 1111, 1234, dcba. */
function withoutRuns(text: string): string {
  const points = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  return Array.from(text)
    .filter((_, i) => {
      const before = points[i - 1];
      const own = points[i];
      return before === undefined || own === undefined || Math.abs(own - before) > 1;
    })
    .join('');
}
