import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';

export type FoundDoubt = { readonly rule: Pick<SupervisionRule<never>, 'id' | 'version' | 'severity'>; readonly doubt: Doubt };

/** What a set of rules answered about one subject. Every rule stands in exactly one of the three. */
export type Judgement = {
  readonly doubts: readonly FoundDoubt[];
  readonly notJudged: readonly { readonly rule: string; readonly missing: string }[];
  /** Ids of the rules that looked and found nothing. */
  readonly clean: readonly string[];
};

/** Runs rules over one subject's facts. Pure: the same facts, rules and context give the same judgement for ever. */
export function judge<F>(rules: readonly SupervisionRule<F>[], facts: F, context: RuleContext): Judgement {
  const doubts: FoundDoubt[] = [];
  const notJudged: { rule: string; missing: string }[] = [];
  const clean: string[] = [];
  for (const rule of rules) {
    const answer = rule.check(facts, context);
    if (answer === null || (Array.isArray(answer) && answer.length === 0)) clean.push(rule.id);
    else if ('notJudged' in answer) notJudged.push({ rule: rule.id, missing: answer.notJudged });
    else if ('because' in answer) doubts.push({ rule, doubt: answer });
    else for (const doubt of answer) doubts.push({ rule, doubt });
  }
  return { doubts, notJudged, clean };
}
