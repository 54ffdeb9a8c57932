import { type Benchmark, ms, perSecond, quantile, seconds, times } from './measure.ts';

/** A full year of decisions stored, judged and listed from one file, and what others feel of it. */
export const loading: Benchmark = async (world) => {
  const { loading: figures } = await world.city();
  const all = figures.loadMs + figures.listMs;
  const [idle, busy] = [quantile(figures.idle, 0.95), quantile(figures.busy, 0.95)];
  const limit = (180_000 * world.rows) / 100_000;
  return [
    {
      what: `${world.rows} decisions stored, judged and listed (one CSV file: upload, import job with all its rules, first page of the list)`,
      measured: `${seconds(all)}, ${Math.round((world.rows * 1000) / all)} rows/s`,
      baseline: '–',
      ratio: seconds(all),
      target: `≤ ${seconds(limit)}`,
      met: all <= limit,
    },
    {
      what: 'the same decisions through the batch interface, calls of 1,000 on the filled database',
      measured: `${perSecond(figures.batches)}`,
      baseline: '–',
      ratio: perSecond(figures.batches),
      target: '–',
      met: null,
    },
    {
      what: 'p95 of another reader’s pages (workbench, work list, tasks, findings) during the load, against the same without it',
      measured: ms(busy),
      baseline: ms(idle),
      ratio: times(busy / idle),
      target: '≤ 2×',
      met: busy <= 2 * idle,
    },
  ];
};
