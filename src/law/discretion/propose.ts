import { type BenchmarkContent, type Condition, conditionWords, type Factor, type Tier } from './benchmark.ts';
import { contains } from './bounds.ts';
import { type Combination, combinationsOf, combinationWords, metCase, tiersMet } from './combinations.ts';

/** What is known of a conduct: the words of an option, or a number in thousandths of the factor's unit. */
export type BenchmarkAnswers = Readonly<Record<string, string | number>>;

export type Proposal =
  | { readonly is: 'tier'; readonly index: number; readonly tier: Tier; readonly because: readonly string[] }
  | { readonly is: 'missing'; readonly factors: readonly string[] }
  | { readonly is: 'invalid'; readonly factor: string; readonly reason: string }
  | { readonly is: 'none'; readonly combination: string }
  | { readonly is: 'ambiguous'; readonly combination: string; readonly tiers: readonly number[] };

/**
 * The tier that facts lead to, with the conditions that put it there. It proposes and never decides: circumstances that no
 * factor names stay with the person who decides. Factors that cannot change the tier any more need not be answered.
 */
export function proposeTier(content: BenchmarkContent, answers: BenchmarkAnswers): Proposal {
  const given: Record<string, string> = {};
  for (const factor of content.factors) {
    const answer = answers[factor.name];
    if (answer === undefined) continue;
    const option = optionOf(factor, answer);
    if (option === null)
      return { is: 'invalid', factor: factor.name, reason: `“${factor.name}”没有“${answerWords(factor, answer)}”这一选项` };
    given[factor.name] = option;
  }
  const completions = combinationsOf(content.factors, given);
  const outcomes = completions.map((c) => tiersMet(content.tiers, c));
  const [first] = outcomes;
  const agreed = first !== undefined && outcomes.every((o) => o.length === 1 && o[0] === first[0]);
  const tier = first === undefined ? undefined : content.tiers[first[0] ?? -1];
  if (agreed && first?.[0] !== undefined && tier !== undefined) {
    return { is: 'tier', index: first[0], tier, because: reasons(tier, given, completions[0] ?? {}) };
  }
  const unanswered = content.factors.map((f) => f.name).filter((name) => given[name] === undefined);
  if (unanswered.length > 0) return { is: 'missing', factors: unanswered };
  const combination = combinationWords(given);
  return (first?.length ?? 0) > 1 ? { is: 'ambiguous', combination, tiers: first ?? [] } : { is: 'none', combination };
}

function optionOf(factor: Factor, answer: string | number): string | null {
  const found = factor.options.find((o) => (typeof answer === 'string' ? o.label === answer : o.span !== null && contains(o.span, answer)));
  return found?.label ?? null;
}

function answerWords(factor: Factor, answer: string | number): string {
  return typeof answer === 'string' ? answer : `${answer / 1000}${factor.unit ?? ''}`;
}

/** The conditions of the case that was met, each with the answer that met it. */
function reasons(tier: Tier, given: Combination, completion: Combination): readonly string[] {
  const conditions: readonly Condition[] = metCase(tier, completion) ?? [];
  const asked = conditions.flatMap(({ factor }) => {
    const answer = given[factor];
    return answer === undefined ? [] : [conditionWords({ factor, options: [answer] })];
  });
  return asked.length > 0 ? asked : ['任何情形都适用本档'];
}

/** The fine that a tier allows for a base in fen, each bound rounded inwards to whole fen; null: no fine, or the base is not known. */
export function fineInFen(tier: Pick<Tier, 'fine'>, baseFen: number | null): Tier['fine'] {
  const { fine } = tier;
  if (fine === null || fine.measure === 'amount') return fine;
  if (baseFen === null) return null;
  const from = (baseFen * fine.from) / 1000;
  const to = fine.to === null ? null : (baseFen * fine.to) / 1000;
  return {
    measure: 'amount',
    from: Math.ceil(from),
    to: to === null ? null : Math.floor(to),
    fromOpen: fine.fromOpen && Number.isInteger(from),
    toOpen: fine.toOpen && to !== null && Number.isInteger(to),
  };
}
