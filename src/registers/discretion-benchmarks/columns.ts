import type { ColumnValue } from '#law';
import type { DiscretionBenchmark } from './model.ts';

/** Typed columns of the maker's own ledger; what is public stands in benchmark_version. */
export function columns(s: DiscretionBenchmark): Readonly<Record<string, ColumnValue>> {
  const last = s.versions.at(-1) ?? null;
  return {
    maker_id: s.makerId,
    violation: s.violation,
    versions: s.versions.length,
    document_number: last?.documentNumber ?? null,
    valid_from: last?.from ?? null,
    valid_until: last?.until ?? null,
    evaluated_on: s.evaluations.at(-1)?.on ?? null,
    ended_on: s.abolished?.from ?? null,
  };
}
