import { canonicalJson, type Json } from '../canonical-json.ts';
import { type BenchmarkContent, casesWords, penaltyWords, TIER_LEVEL_LABELS, type Tier } from './benchmark.ts';
import { boundsWords } from './bounds.ts';

/** One thing that differs between two versions, in words; a null side has nothing there. */
export type BenchmarkChange = { readonly what: string; readonly before: string | null; readonly after: string | null };
/** Tiers side by side: the n-th of a level beside the n-th of the same level. */
export type TierPair = { readonly name: string; readonly before: Tier | null; readonly after: Tier | null; readonly same: boolean };
export type BenchmarkComparison = { readonly tiers: readonly TierPair[]; readonly changes: readonly BenchmarkChange[] };

export function compareBenchmarks(before: BenchmarkContent, after: BenchmarkContent): BenchmarkComparison {
  const tiers = pairs(before.tiers, after.tiers);
  const changes = [
    ...differs('权责事项编码', before.itemCode ?? null, after.itemCode ?? null),
    ...differs('违反条款', before.breach, after.breach),
    ...differs('罚则', before.penalty, after.penalty),
    ...differs('法定种类和幅度', penaltyWords(before.statutory), penaltyWords(after.statutory)),
    ...factorChanges(before, after),
    ...tiers.flatMap(tierChanges),
  ];
  return { tiers, changes };
}

function differs(what: string, before: string | null, after: string | null): readonly BenchmarkChange[] {
  return before === after ? [] : [{ what, before, after }];
}

function factorChanges(before: BenchmarkContent, after: BenchmarkContent): readonly BenchmarkChange[] {
  const names = [...new Set([...before.factors, ...after.factors].map((f) => f.name))];
  const words = (content: BenchmarkContent, name: string): string | null => {
    const factor = content.factors.find((f) => f.name === name);
    if (factor === undefined) return null;
    const unit = factor.unit ?? '';
    return factor.options
      .map((o) => (o.span === null ? o.label : `${o.label}（${boundsWords(o.span, (n) => `${n / 1000}${unit}`)}）`))
      .join('、');
  };
  return names.flatMap((name) => differs(`裁量因素“${name}”`, words(before, name), words(after, name)));
}

function pairs(before: readonly Tier[], after: readonly Tier[]): readonly TierPair[] {
  const levels = Object.keys(TIER_LEVEL_LABELS) as Tier['level'][];
  return levels.flatMap((level) => {
    const old = before.filter((t) => t.level === level);
    const fresh = after.filter((t) => t.level === level);
    const count = Math.max(old.length, fresh.length);
    return Array.from({ length: count }, (_, i) => {
      const [a, b] = [old[i] ?? null, fresh[i] ?? null];
      const name = `${TIER_LEVEL_LABELS[level]}${count > 1 ? `之${i + 1}` : ''}`;
      return { name, before: a, after: b, same: canonicalJson(a as Json) === canonicalJson(b as Json) };
    });
  });
}

function tierChanges({ name, before, after }: TierPair): readonly BenchmarkChange[] {
  if (before === null || after === null) return differs(name, before && penaltyWords(before), after && penaltyWords(after));
  return [
    ...differs(`${name}的情形`, before.words, after.words),
    ...differs(`${name}的条件`, casesWords(before), casesWords(after)),
    ...differs(`${name}的处罚`, penaltyWords(before), penaltyWords(after)),
    ...differs(`${name}的备注`, before.note, after.note),
  ];
}
