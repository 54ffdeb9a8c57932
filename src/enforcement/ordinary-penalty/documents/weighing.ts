import type { RegisterFacts } from '#law';
import { benchmarkOf } from '#law/discretion/lists-of-day';
import { discretionWords } from '#law/discretion/words';
import { punished, weighingOf } from '../lifecycle/weighing.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import { TIER_LABELS, type Weighing } from '../model-deciding.ts';

/** 裁量: the tier with its facts and reasons, the benchmark in force and the lists. `own`: as decided, where that differs from the report. */
export function weighingWords(s: OrdinaryPenalty, own: Weighing | null, facts: RegisterFacts): string {
  const report = reportOf(s);
  if (report === null) return '';
  const weighing = own ?? weighingOf(report);
  const benchmark = benchmarkOf(punished(s), facts);
  const more = discretionWords(benchmark === 'unknown' ? null : benchmark, { ...weighing, tier: weighing.benchmarkTier });
  return `裁量：${TIER_LABELS[weighing.tier]}处罚。${report.tierReason}${more}`;
}
