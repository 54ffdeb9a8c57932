import { type ClockBinding, DAYS_LADDER, type StatutoryClock } from '#law';
import type { DiscretionBenchmark } from './model.ts';

/** A published benchmark is looked at again a year after its publication or its last evaluation. */
const YEARLY: StatutoryClock = {
  id: 'benchmark-evaluation',
  name: '裁量权基准年度评估',
  obligation: 'local.benchmark-evaluation',
  startsOn: '公布或者上次评估',
  stopsOn: '登记评估',
  ladder: DAYS_LADDER,
};

/** One run for each evaluation that was due: done by the next evaluation, or ended with the benchmark. */
export const CLOCKS: readonly ClockBinding<DiscretionBenchmark>[] = [
  {
    clock: YEARLY,
    runs: (s) => {
      const first = s.versions[0];
      if (first === undefined) return [];
      const starts = [first.publishedOn, ...s.evaluations.map((e) => e.on)];
      return starts.map((startedOn, i) => ({
        key: String(i + 1),
        startedOn,
        stoppedOn: starts[i + 1] ?? s.abolished?.from ?? null,
        boundId: s.makerId,
      }));
    },
  },
];
