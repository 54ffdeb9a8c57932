import { normaliseCode } from '../check-digit.ts';
import type { BenchmarkFact, BenchmarkName } from '../list-facts.ts';
import type { BenchmarkContent } from './benchmark.ts';
import { isSameClause } from './same-clause.ts';

/** What is punished: the item of the case (null: none is named), and in the name of which law (null: not told). */
export type Conduct = { readonly itemCode: string | null; readonly basis: string | null };
/** Benchmarks in force for the organ, its own before those of the organ above it: of the name, and of the item. */
export type InForce = { readonly named: readonly BenchmarkFact[]; readonly ofItem: readonly BenchmarkFact[] };

/** A benchmark that names an item is for no other; a case that names none may be of any. */
function isForItem(benchmarkItem: string | null | undefined, caseItem: string | null): boolean {
  return benchmarkItem == null || caseItem === null || normaliseCode(benchmarkItem) === normaliseCode(caseItem);
}

/** Both for the same item, or neither for any: on one day only one of them can apply. */
export function isSameItem(a: string | null | undefined, b: string | null | undefined): boolean {
  return normaliseCode(a ?? '') === normaliseCode(b ?? '');
}

/**
 * The benchmark by which a conduct is weighed: the one of its name that is for its item; where there is none, the only one that
 * names its item, whatever either calls the conduct, as long as both are punished under the same article. null: there is none, or
 * several that only a choice of the name tells apart.
 */
export function benchmarkFor({ itemCode, basis }: Conduct, { named, ofItem }: InForce): BenchmarkFact | null {
  const fitting = named.filter(({ content }) => isForItem(content.itemCode, itemCode));
  const [own] = fitting;
  const general = itemCode === null ? fitting.find((one) => one.maker === own?.maker && !namesItem(one)) : undefined;
  const byName = general ?? own;
  if (byName !== undefined) return byName;
  const [only, ...others] = ofItem;
  const isOnly = only !== undefined && others.length === 0 && (basis === null || isSameClause(basis, only.content.penalty));
  return isOnly ? only : null;
}

const namesItem = ({ content }: { readonly content: Pick<BenchmarkContent, 'itemCode'> }): boolean => content.itemCode !== undefined;

/** Names under which it may be benchmarked where no benchmark is found: those of its item, and those of no item under the same article. */
export type OtherNames = { readonly ofItem: readonly string[]; readonly under: readonly string[] };

export function otherNames({ itemCode }: Conduct, ofItem: InForce['ofItem'], under: readonly BenchmarkName[]): OtherNames {
  const own = new Set(ofItem.map(({ violation }) => violation));
  const fitting = under.filter((one) => isForItem(one.itemCode, itemCode) && !own.has(one.violation));
  return { ofItem: [...own], under: [...new Set(fitting.map(({ violation }) => violation))] };
}
