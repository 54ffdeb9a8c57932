import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';

export type FoundDoubt = { readonly rule: Pick<SupervisionRule<never>, 'id' | 'version' | 'severity'>; readonly doubt: Doubt };

/** `restLawful`: only a part of the question lacks its data, and nothing else is doubted any more. */
export type Unjudged = { readonly rule: string; readonly missing: string; readonly restLawful?: true };

/** What a set of rules answered about one subject. Every rule stands in exactly one of the three. */
export type Judgement = {
  readonly doubts: readonly FoundDoubt[];
  readonly notJudged: readonly Unjudged[];
  /** Ids of the rules that looked and found nothing. */
  readonly clean: readonly string[];
};

/** Runs rules over one subject's facts. Pure: the same facts, rules and context give the same judgement for ever. */
export function judge<F>(rules: readonly SupervisionRule<F>[], facts: F, context: RuleContext): Judgement {
  const doubts: FoundDoubt[] = [];
  const notJudged: Unjudged[] = [];
  const clean: string[] = [];
  for (const rule of rules) {
    const answer = rule.check(facts, context);
    if (answer === null || (Array.isArray(answer) && answer.length === 0)) clean.push(rule.id);
    else if ('notJudged' in answer)
      notJudged.push({ rule: rule.id, missing: answer.notJudged, ...(answer.restLawful ? { restLawful: true } : {}) });
    else if ('because' in answer) doubts.push({ rule, doubt: answer });
    else for (const doubt of answer) doubts.push({ rule, doubt });
  }
  return { doubts, notJudged, clean };
}
