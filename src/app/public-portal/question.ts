/** What somebody with a paper in hand asks: its code, its number where they typed one, the digest of a file they chose. */
export type Question = { readonly code: string; readonly number: string | null; readonly sha256: string | null };

/** Longer than any number or code that was ever printed; the rest is not looked at. */
const LONGEST = 120;
// What separates groups of four, and what keyboards and copied text bring along unseen.
const SEPARATORS = /[\s\p{Cf}\p{Cc}\p{Pd}·.,，。_]+/gu;

/** Sixteen characters, whatever spaces, groups, widths and cases they were typed in; nothing else can be the code of a document. */
export function codeOf(typed: string): string {
  return typed.slice(0, LONGEST).normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
}

/** The number as typed, or null where the field was left empty. */
export function numberOf(typed: string): string | null {
  const text = typed
    .slice(0, LONGEST)
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
  return text === '' ? null : text;
}
