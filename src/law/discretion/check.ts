import { type Citation, cite } from '../citation.ts';
import type { Grade } from '../profile.ts';
import type { BenchmarkContent, BenchmarkFault, UpperBenchmark } from './benchmark.ts';
import { combinationsExclusive, factorsWellFormed, optionsPartition } from './check-conditions.ts';
import { finesAscend, finesCover, finesMeet, finesOrdered, finesWithin, mitigatedBelow, sameMeasure } from './check-fines.ts';
import { enoughTiers, finesHaveRanges, kindsWithin, levelsAscend, noneWithoutPenalty, tiersHavePenalty } from './check-tiers.ts';
import { staysWithinUpper } from './refine.ts';

/**
 * One condition that a benchmark must meet; its name is the sentence it tests. Conditions of form make it readable at all;
 * conditions of law refuse a benchmark made here and become a finding on one that was made elsewhere.
 */
export type BenchmarkCondition = {
  readonly code: string;
  readonly name: string;
  readonly nature: 'form' | 'law';
  readonly cite: Citation;
  readonly grade: Grade;
  readonly faults: (content: BenchmarkContent, upper: UpperBenchmark | null) => readonly BenchmarkFault[];
};

const ART_34 = cite('行政处罚法', 34);
const ART_19 = cite('实施细则', 19, 1);
/** 以上、以下 include the number, 超过、不满 do not. */
const BOUNDS = cite('民法典', 1259);

/** In the order in which a person mends them. */
export const BENCHMARK_CONDITIONS: readonly BenchmarkCondition[] = [
  { code: 'range-reversed', name: '罚款幅度的下限不高于上限', nature: 'form', cite: BOUNDS, grade: 'statute', faults: finesOrdered },
  {
    code: 'factor-unclear',
    name: '裁量因素和选项各有名称，条件只引用已列的因素和选项',
    nature: 'form',
    cite: ART_34,
    grade: 'ours',
    faults: factorsWellFormed,
  },
  {
    code: 'fine-without-range',
    name: '有罚款的写明幅度，没有罚款的不写幅度',
    nature: 'form',
    cite: ART_34,
    grade: 'ours',
    faults: finesHaveRanges,
  },
  {
    code: 'too-few-tiers',
    name: '减轻、从轻、一般、从重合计不少于三档',
    nature: 'law',
    cite: ART_34,
    grade: 'excerpt',
    faults: enoughTiers,
  },
  {
    code: 'none-with-penalty',
    name: '不予处罚的档次没有处罚',
    nature: 'law',
    cite: cite('行政处罚法', 33),
    grade: 'statute',
    faults: noneWithoutPenalty,
  },
  {
    code: 'tier-without-penalty',
    name: '不予处罚以外的档次写明处罚种类',
    nature: 'law',
    cite: ART_34,
    grade: 'ours',
    faults: tiersHavePenalty,
  },
  { code: 'kind-outside-law', name: '处罚种类在法定种类以内', nature: 'law', cite: ART_34, grade: 'statute', faults: kindsWithin },
  { code: 'levels-out-of-order', name: '各档由轻到重排列', nature: 'law', cite: ART_34, grade: 'ours', faults: levelsAscend },
  { code: 'other-measure', name: '各档罚款与法定罚款用同一计算方式', nature: 'law', cite: ART_34, grade: 'ours', faults: sameMeasure },
  {
    code: 'mitigated-not-below',
    name: '减轻处罚低于法定最低限',
    nature: 'law',
    cite: cite('行政处罚法', 32),
    grade: 'statute',
    faults: mitigatedBelow,
  },
  { code: 'fine-outside-law', name: '罚款幅度在法定幅度以内', nature: 'law', cite: ART_34, grade: 'statute', faults: finesWithin },
  { code: 'fines-not-ascending', name: '各档罚款由低到高', nature: 'law', cite: ART_34, grade: 'ours', faults: finesAscend },
  {
    code: 'fines-not-adjoining',
    name: '相邻两档罚款之间没有空档，也不重叠（以上、以下含本数，超过、不满不含本数）',
    nature: 'law',
    cite: BOUNDS,
    grade: 'statute',
    faults: finesMeet,
  },
  { code: 'fines-not-covering', name: '各档罚款合起来覆盖法定幅度', nature: 'law', cite: ART_34, grade: 'ours', faults: finesCover },
  {
    code: 'options-not-adjoining',
    name: '同一因素的数值区间没有空档，也不重叠',
    nature: 'law',
    cite: BOUNDS,
    grade: 'statute',
    faults: optionsPartition,
  },
  {
    code: 'conditions-not-exclusive',
    name: '每一种情形恰好适用一档',
    nature: 'law',
    cite: ART_34,
    grade: 'ours',
    faults: combinationsExclusive,
  },
  {
    code: 'outside-upper',
    name: '在上级机关裁量权基准的范围内细化',
    nature: 'law',
    cite: ART_19,
    grade: 'excerpt',
    faults: staysWithinUpper,
  },
];

export type BenchmarkProblem = BenchmarkFault & Pick<BenchmarkCondition, 'code' | 'name' | 'nature' | 'cite' | 'grade'>;

/** Everything that is wrong with a benchmark. While its form is wrong, its law cannot be read and is not asked. */
export function benchmarkProblems(content: BenchmarkContent, upper: UpperBenchmark | null): readonly BenchmarkProblem[] {
  const asked = (nature: 'form' | 'law') =>
    BENCHMARK_CONDITIONS.filter((c) => c.nature === nature).flatMap(({ faults, ...condition }) =>
      faults(content, upper).map((fault) => ({ ...condition, ...fault })),
    );
  const form = asked('form');
  return form.length > 0 ? form : asked('law');
}
