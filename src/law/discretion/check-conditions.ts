import { type BenchmarkContent, type BenchmarkFault, type Factor, tierName } from './benchmark.ts';
import { isOrdered, meeting } from './bounds.ts';
import { combinationCount, combinationsOf, combinationWords, MOST_COMBINATIONS, tiersMet } from './combinations.ts';

type Faults = readonly BenchmarkFault[];
const factorPlace = (name: string): string => `裁量因素“${name}”`;

export function factorsWellFormed(content: BenchmarkContent): Faults {
  const { factors } = content;
  const many = combinationCount(factors) > MOST_COMBINATIONS;
  return [
    ...repeated(factors.map((f) => f.name)).map((name) => ({ place: factorPlace(name), reason: '同名的裁量因素不止一个' })),
    ...factors.flatMap(optionFaults),
    ...content.tiers.flatMap((tier, i) => {
      const named = tier.cases.flatMap((c) => [
        ...c.flatMap((condition) => unknownNames(factors, condition.factor, condition.options)),
        ...repeated(c.map((condition) => condition.factor)).map((name) => `同一情形两次写到因素“${name}”`),
      ]);
      return named.map((reason) => ({ place: tierName(content, i), reason }));
    }),
    ...(many ? [{ place: '裁量因素', reason: `因素和选项的组合超过${MOST_COMBINATIONS}种，请合并选项或者分成几个基准` }] : []),
  ];
}

function optionFaults(factor: Factor): Faults {
  const place = factorPlace(factor.name);
  const spans = factor.options.filter((o) => o.span !== null).length;
  const mixed = factor.unit === null ? spans > 0 : spans < factor.options.length;
  return [
    ...(factor.options.length < 2 ? [{ place, reason: '至少要有两个选项' }] : []),
    ...repeated(factor.options.map((o) => o.label)).map((label) => ({ place, reason: `选项“${label}”重复` })),
    ...(mixed ? [{ place, reason: factor.unit === null ? '有数值区间却没有单位' : '以数值为因素的，每个选项都要有区间' }] : []),
    ...factor.options.flatMap((o) =>
      o.span !== null && !isOrdered(o.span) ? [{ place, reason: `选项“${o.label}”的区间里没有任何数值` }] : [],
    ),
  ];
}

function unknownNames(factors: readonly Factor[], name: string, options: readonly string[]): readonly string[] {
  const factor = factors.find((f) => f.name === name);
  if (factor === undefined) return [`没有裁量因素“${name}”`];
  const unknown = options.filter((o) => !factor.options.some((known) => known.label === o));
  return [...unknown.map((o) => `因素“${name}”没有选项“${o}”`), ...(options.length === 0 ? [`因素“${name}”没有选定选项`] : [])];
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

/** Spans of a factor in ascending order adjoin one another, from zero up without end: every number has its option. */
export function optionsPartition({ factors }: BenchmarkContent): Faults {
  return factors.flatMap((factor) => {
    const spans = factor.options.flatMap(({ label, span }) => (span === null ? [] : [{ label, span }]));
    const ordered = spans.sort((a, b) => a.span.from - b.span.from || Number(a.span.fromOpen) - Number(b.span.fromOpen));
    const [first, last] = [ordered[0], ordered.at(-1)];
    const place = factorPlace(factor.name);
    const ends = [
      ...(first !== undefined && (first.span.from > 0 || first.span.fromOpen)
        ? [{ place, reason: `低于“${first.label}”的数值没有选项，最低的区间应当从0起` }]
        : []),
      ...(last !== undefined && last.span.to !== null ? [{ place, reason: `高于“${last.label}”的数值没有选项，最高的区间不设上限` }] : []),
    ];
    const between = ordered.slice(1).flatMap((next, i) => {
      const before = ordered[i];
      if (before === undefined) return [];
      const how = meeting(before.span, next.span);
      if (how === 'meets') return [];
      const words = how === 'gap' ? '之间有空档' : '重叠';
      return [{ place, reason: `选项“${before.label}”与“${next.label}”${words}` }];
    });
    return [...ends, ...between];
  });
}

/** How many combinations are named one by one; the rest is counted. */
const MOST_NAMED = 5;

/** 情形互不重复，也不遗漏: names the combinations that meet no tier, or more than one. */
export function combinationsExclusive(content: BenchmarkContent): Faults {
  const met = combinationsOf(content.factors).map((c) => ({ words: combinationWords(c), tiers: tiersMet(content.tiers, c) }));
  const none = met.filter((m) => m.tiers.length === 0).map((m) => `“${m.words}”不适用任何一档`);
  const several = met
    .filter((m) => m.tiers.length > 1)
    .map((m) => `“${m.words}”同时适用${m.tiers.map((i) => tierName(content, i)).join('、')}`);
  return [...named(none), ...named(several)].map((reason) => ({ place: '适用条件', reason }));
}

function named(reasons: readonly string[]): readonly string[] {
  const rest = reasons.length - MOST_NAMED;
  return rest <= 0 ? reasons : [...reasons.slice(0, MOST_NAMED), `另有${rest}种情形同样如此`];
}
