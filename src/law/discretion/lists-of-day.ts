import { type BenchmarkFact, type LenientEntry, listKey } from '../list-facts.ts';
import type { Need, RegisterFacts } from '../matter-kind.ts';
import { benchmarkFor, type Conduct, type InForce, type OtherNames, otherNames } from './choosing.ts';

/** Of which organ, which item (null: none is named), which 违法行为 and in the name of which law a penalty is weighed. */
export type Punished = Conduct & { readonly organId: string; readonly violation: string };

/** The lists and the benchmark of the day, asked before a penalty is weighed (处罚法 34, 细则 19). */
export function discretionNeeds({ organId, itemCode, violation, basis }: Punished): readonly Need[] {
  const ofItem = itemCode === null ? [] : (['power-item', 'benchmarks-of-item'] as const);
  return [
    ...ofItem.map((register) => ({ register, key: listKey(organId, itemCode ?? '') })),
    { register: 'benchmark', key: listKey(organId, violation) },
    ...(basis === null ? [] : [{ register: 'benchmarks-under' as const, key: listKey(organId, basis) }]),
  ];
}

/** Lines of the 四张清单 under the item; none where no item is named, 'unknown' where lists were not asked. */
export function lenientOf({ organId, itemCode }: Punished, { items }: RegisterFacts): readonly LenientEntry[] | 'unknown' {
  if (itemCode === null) return [];
  return items === undefined ? 'unknown' : (items.get(listKey(organId, itemCode))?.lenient ?? []);
}

/** The benchmark in force for what is punished; null: there is none, or nothing tells which of several. */
export function benchmarkOf(asked: Punished, facts: RegisterFacts): BenchmarkFact | null | 'unknown' {
  const inForce = inForceFor(asked, facts);
  return inForce === 'unknown' ? 'unknown' : benchmarkFor(asked, inForce);
}

function inForceFor({ organId, itemCode, violation }: Punished, { benchmarks, itemBenchmarks }: RegisterFacts): InForce | 'unknown' {
  if (benchmarks === undefined) return 'unknown';
  const ofItem = itemCode === null ? [] : (itemBenchmarks?.get(listKey(organId, itemCode)) ?? []);
  return { named: benchmarks.get(listKey(organId, violation)) ?? [], ofItem };
}

/** What lists and benchmark of the day say of what is punished; 'unknown': they were not asked. */
export type ListsOfDay = {
  readonly lenient: readonly LenientEntry[] | 'unknown';
  readonly benchmark: BenchmarkFact | null | 'unknown';
  /** Where no benchmark bears the name of the conduct: whether one was found by the item alone, and which others there are. */
  readonly otherwise?: OtherNames & { readonly byItem: boolean };
};

export function listsOf(asked: Punished, facts: RegisterFacts): ListsOfDay {
  const lists = { lenient: lenientOf(asked, facts), benchmark: benchmarkOf(asked, facts) };
  const inForce = inForceFor(asked, facts);
  if (inForce === 'unknown' || (lists.benchmark !== 'unknown' && lists.benchmark?.violation === asked.violation.trim())) return lists;
  const under = asked.basis === null ? [] : (facts.violations?.get(listKey(asked.organId, asked.basis)) ?? []);
  return { ...lists, otherwise: { byItem: lists.benchmark !== null, ...otherNames(asked, inForce.ofItem, under) } };
}
