/** A condition of law that a numbered rule asks too, of the whole case; `code`: only this answer of it. */
export type AskedByRule = { readonly guard: string; readonly code?: string; readonly rule: string };

/**
 * Doubts of a reported or corrected act that no numbered rule will tell of: the same thing is not doubted twice, once by the
 * condition that was missed and once by the rule.
 */
export function notAskedByRules<D extends { readonly guard: string; readonly code: string }>(
  asked: readonly AskedByRule[] | undefined,
  doubts: readonly D[],
): readonly D[] {
  if (asked === undefined) return doubts;
  return doubts.filter(({ guard, code }) => !asked.some((a) => a.guard === guard && (a.code === undefined || a.code === code)));
}
