import type { Factor, Tier, TierCase } from './benchmark.ts';

/** One answer to each factor. */
export type Combination = Readonly<Record<string, string>>;

/** More than a page can go through while somebody types; no real benchmark comes near. */
export const MOST_COMBINATIONS = 5_000;

export function combinationCount(factors: readonly Factor[]): number {
  return factors.reduce((product, f) => product * f.options.length, 1);
}

/** Every way of answering all factors that agrees with the answers given; a benchmark without factors has one, empty. */
export function combinationsOf(factors: readonly Factor[], given: Combination = {}): readonly Combination[] {
  return factors.reduce<readonly Combination[]>(
    (all, factor) => {
      const answer = given[factor.name];
      const labels = answer === undefined ? factor.options.map((o) => o.label) : [answer];
      return all.flatMap((c) => labels.map((label) => ({ ...c, [factor.name]: label })));
    },
    [{}],
  );
}

/** The first case of a tier that a combination meets, or null. */
export function metCase(tier: Pick<Tier, 'cases'>, c: Combination): TierCase | null {
  return tier.cases.find((conditions) => conditions.every(({ factor, options }) => options.includes(c[factor] ?? ''))) ?? null;
}

/** Places in the list of the tiers that a combination meets: exactly one where the conditions are well made. */
export function tiersMet(tiers: readonly Tier[], c: Combination): readonly number[] {
  return tiers.flatMap((tier, i) => (metCase(tier, c) === null ? [] : [i]));
}

/** 违法所得：不满1万元；次数：首次 */
export function combinationWords(c: Combination): string {
  const parts = Object.entries(c).map(([factor, option]) => `${factor}：${option}`);
  return parts.length === 0 ? '没有裁量因素' : parts.join('；');
}
