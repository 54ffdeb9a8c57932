import { createHash } from 'node:crypto';
import { canonicalJson } from '#law';
import type { Judgement, RuleSummary } from '#law/rules/index';

/** Which rules were asked about a matter, in which version, and what those lacked that could not judge. */
export type Pattern = {
  readonly asked: readonly (readonly [rule: string, version: number])[];
  readonly missing: readonly (readonly [rule: string, missing: string])[];
};

export const EMPTY_PATTERN: Pattern = { asked: [], missing: [] };

/** A later run may ask other rules than the one before: what those answered stays. */
export function mergePattern(before: Pattern, judgement: Judgement, rules: ReadonlyMap<string, RuleSummary>): Pattern {
  const missing = new Map(judgement.notJudged.map((n) => [n.rule, n.missing]));
  const asked = new Set([...judgement.clean, ...judgement.doubts.map((d) => d.rule.id), ...missing.keys()]);
  return {
    asked: sorted([
      ...before.asked.filter(([rule]) => !asked.has(rule)),
      ...[...asked].map((id): [string, number] => [id, rules.get(id)?.version ?? 0]),
    ]),
    missing: sorted([...before.missing.filter(([rule]) => !asked.has(rule)), ...missing]),
  };
}

/** The same pattern has the same id everywhere. */
export function patternId(pattern: Pattern): string {
  const text = canonicalJson({ asked: pattern.asked, missing: pattern.missing });
  return createHash('sm3').update(text).digest('hex').slice(0, 32);
}

function sorted<T extends readonly [string, unknown]>(list: readonly T[]): readonly T[] {
  return [...list].sort(([a], [b]) => (a < b ? -1 : 1));
}
