import type { BenchmarkFact } from '../list-facts.ts';
import { yuan } from '../penalty.ts';
import { penaltyWords, tierName } from './benchmark.ts';
import type { Weighed } from './deciding.ts';
import { MITIGATION_LABELS } from './mitigation.ts';

type Told = Pick<Weighed, 'tier' | 'deviation' | 'notFree' | 'notLess' | 'mitigation' | 'valueFen' | 'gainFen'>;

/**
 * How the penalty was weighed, as notice and decision tell it (处罚法 34, 44, 59): the benchmark with its tier, what makes it
 * less, and why a tier or a list is not followed. Empty where there is nothing to tell.
 */
export function discretionWords(
  benchmark: BenchmarkFact | null,
  { tier, deviation, notFree, notLess, mitigation, valueFen, gainFen }: Told,
): string {
  return [
    benchmark === null ? '' : benchmarkWords(benchmark, tier),
    gainFen == null ? '' : `违法所得${yuan(gainFen)}。`,
    valueFen == null ? '' : `货值金额${yuan(valueFen)}。`,
    mitigation.length === 0 ? '' : `从轻、减轻的情形：${mitigation.map((one) => MITIGATION_LABELS[one]).join('；')}。`,
    deviation === null ? '' : `不按裁量权基准档次处罚的理由：${closed(deviation)}`,
    notFree === null ? '' : `不适用不予处罚清单的理由：${closed(notFree)}`,
    notLess === null ? '' : `不适用从轻、减轻处罚清单的理由：${closed(notLess)}`,
  ].join('');
}

function benchmarkWords({ content, maker, documentNumber, violation }: BenchmarkFact, tier: number | null): string {
  const source = `${maker}（${documentNumber}）对“${violation}”的裁量权基准`;
  const chosen = tier === null ? undefined : content.tiers[tier - 1];
  if (tier === null || chosen === undefined) return `${source}未选定档次。`;
  return `适用${source}${tierName(content, tier - 1)}：${closed(`${chosen.words}，${penaltyWords(chosen)}`)}`;
}

const closed = (words: string): string => (/[。！？]$/.test(words) ? words : `${words}。`);
