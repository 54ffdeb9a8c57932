import type { BenchmarkContent } from './discretion/benchmark.ts';
import type { LenientList } from './lenient-lists.ts';

/** What the lists of an organ, valid on the legal date, say of one item by its code. */
export type PowerItemFact = {
  readonly code: string;
  /** As the list names it; null where no list holds it. */
  readonly name: string | null;
  /** Whether the 权责清单 holds it; null: the organ has no such list of that day. */
  readonly listed: boolean | null;
  /** The same of a township's 赋权清单. */
  readonly empowered: boolean | null;
  /** Lines of the 四张清单 under its code (细则 8(9), 19), the city's before the organ's own. */
  readonly lenient: readonly LenientEntry[];
};
export type LenientEntry = {
  readonly list: LenientList;
  readonly name: string;
  readonly conditions: string;
};

/** A benchmark that an organ applies on the legal date: its own, or one of the organ above it. */
export type BenchmarkFact = {
  readonly versionId: string;
  readonly maker: string;
  readonly documentNumber: string;
  readonly violation: string;
  readonly content: BenchmarkContent;
};

/** Of a benchmark in force what it is called, and the item that it is made for (null: it names none). */
export type BenchmarkName = { readonly violation: string; readonly itemCode: string | null };

/** Key of a need, and of the fact that answers it: what is asked of which organ. */
export function listKey(organisationId: string, what: string): string {
  return `${organisationId} ${what.trim()}`;
}
