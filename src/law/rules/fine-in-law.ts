import type { FineRange } from '../discretion/benchmark.ts';
import { isDisowned } from '../discretion/deciding.ts';
import { beyondRange, rangeInLaw } from '../discretion/in-law.ts';
import type { BenchmarkFact } from '../list-facts.ts';
import type { NotJudged } from '../rule.ts';
import type { CaseWeighing, WeighingFact } from './case-facts.ts';
import { MISSING } from './missing.ts';

/** A fine in fen beside what the law itself allows for the conduct, as the benchmark of the day states it. */
export type FineInLaw = CaseWeighing & { readonly fineFen: number; readonly range: FineRange; readonly benchmark: BenchmarkFact };

/** null: nothing is fined. The range is not known where there is no benchmark, or its base is told nowhere. */
export function fineInLaw({ weighing }: WeighingFact): FineInLaw | NotJudged | null {
  if (weighing === null) return null;
  if (weighing === 'untold') return MISSING.weighing;
  const { kinds, fineFen } = weighing.weighed;
  if (!kinds.includes('CF03') || fineFen === null) return null;
  const { benchmark } = weighing.lists;
  if (benchmark === null || benchmark === 'unknown' || isDisowned(weighing.weighed, weighing.lists)) return MISSING.fineRange;
  const range = rangeInLaw(benchmark.content.statutory, weighing.weighed);
  return range === null ? MISSING.fineRange : { ...weighing, fineFen, range, benchmark };
}

/** Above the most that the law allows, or below the least without 减轻 (处罚法 32). */
export function beyondLaw({ fineFen, range, weighed }: FineInLaw): 'above' | 'below' | null {
  return beyondRange(fineFen, range, weighed);
}
