import { addMonths, type LocalDate } from '#law';
import type { LikeCases } from '#law/rules/index';
import { RankedCounts } from './ranked-counts.ts';

/** Months before the decision in which Q05 compares. */
export const WINDOW_MONTHS = 24;
const MOST_KEPT = 10_000;

/** Fines of one amount on one day; many like cases fold into few of these. */
export type FinesOfDay = { readonly decidedOn: LocalDate; readonly fineFen: number; readonly cases: number };

/**
 * Like cases by date with a window behind the decision asked about; decisions of one day count for each other. Asked in
 * the order of dates, it walks over a hundred thousand cases once.
 */
export class LikeWindow {
  readonly #fines: readonly FinesOfDay[];
  readonly #counts: RankedCounts;
  #entering = 0;
  #leaving = 0;

  constructor(fines: readonly FinesOfDay[]) {
    this.#fines = [...fines].sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0));
    this.#counts = new RankedCounts(fines.map((f) => f.fineFen));
  }

  /** What others got, the decision itself, which must be one of the cases, left out. null: there are no others. */
  othersOf(decidedOn: LocalDate, fineFen: number): LikeCases['others'] {
    const counts = this.#counts;
    for (let next = this.#fines[this.#entering]; next !== undefined && next.decidedOn <= decidedOn; next = this.#fines[++this.#entering]) {
      counts.add(next.fineFen, next.cases);
    }
    const since = windowStart(decidedOn);
    for (let last = this.#fines[this.#leaving]; last !== undefined && last.decidedOn < since; last = this.#fines[++this.#leaving]) {
      counts.remove(last.fineFen, last.cases);
    }
    counts.remove(fineFen, 1);
    const others = counts.size > 0 ? { cases: counts.size, medianFen: counts.median() } : null;
    counts.add(fineFen, 1);
    return others;
  }
}

const starts = new Map<LocalDate, LocalDate>();

/** The first day that is compared with a decision of this day. */
export function windowStart(decidedOn: LocalDate): LocalDate {
  const known = starts.get(decidedOn);
  if (known !== undefined) return known;
  if (starts.size >= MOST_KEPT) starts.clear();
  const start = addMonths(decidedOn, -WINDOW_MONTHS);
  starts.set(decidedOn, start);
  return start;
}
