import { performance } from 'node:perf_hooks';
import { quantile } from './measure.ts';

const SAMPLE = JSON.stringify({
  kinds: ['罚款', '没收违法所得'],
  sums: [120_000, 3_500],
  party: { name: '某某商贸有限公司', on: '2026-03-02' },
});
const PASSES = 40_000;
const ROUNDS = 15;

/**
 * Milliseconds of one core for a fixed piece of work, the median of some rounds. The same machine is half as fast in one
 * hour as in another where others share its processors, and every absolute time with it: ratios are not.
 */
export function yardstick(): number {
  return quantile(Array.from({ length: ROUNDS }, onePass), 0.5);
}

function onePass(): number {
  const start = performance.now();
  let text = SAMPLE;
  for (let i = 0; i < PASSES; i += 1) text = JSON.stringify(JSON.parse(text));
  if (text !== SAMPLE) throw new Error('the sample did not come back');
  return performance.now() - start;
}
