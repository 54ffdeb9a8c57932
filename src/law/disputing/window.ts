import { addDays, addMonths, type LocalDate } from '../local-date.ts';
import type { Dispute } from './model.ts';

/** 行政诉讼法 45: a suit against what 复议 has decided is brought within fifteen days of it. */
const SUIT_DAYS = 15;
/** 复议法 20. */
const RECONSIDERATION_DAYS = 60;
/** 行政诉讼法 46; the sixty days of 复议 have passed by then. */
const SUIT_MONTHS = 6;

/** What the three months of 强制法 53 depend on. `first`: 复议 must come first (复议法 23), so that its sixty days are all there is. */
export type Remedies = {
  readonly receivedOn: LocalDate;
  readonly first: boolean;
  /** About the decision in hand. */
  readonly disputes: readonly Dispute[];
  readonly deferrals: readonly { readonly until: LocalDate }[];
};

/** The last day of the remedies where none was used. */
export function remediesEndOn({ receivedOn, first }: Pick<Remedies, 'receivedOn' | 'first'>): LocalDate {
  return first ? addDays(receivedOn, RECONSIDERATION_DAYS) : addMonths(receivedOn, SUIT_MONTHS);
}

/**
 * The day from which the three months run: the end of remedies, or of a deferral if later (处罚法 72¶2). Whoever has had a
 * 复议 decided has fifteen days after it in place of the six months.
 */
export function windowFrom(remedies: Remedies): LocalDate {
  const ends = disputeEnds(remedies);
  const [first = remediesEndOn(remedies), ...others] = ends;
  return latest(first, [...others, ...deferred(remedies)]);
}

/** The latest day on which the three months can begin: an application that was taken back leaves the first period as it was. */
export function windowFromAtLatest(remedies: Remedies): LocalDate {
  return latest(remediesEndOn(remedies), [...disputeEnds(remedies), ...deferred(remedies)]);
}

function disputeEnds({ disputes }: Remedies): readonly LocalDate[] {
  return disputes.flatMap(({ way, until, declined, outcome }) => {
    if (until === null || declined || outcome === 'withdrawn') return [];
    return [way === 'reconsideration' ? addDays(until, SUIT_DAYS) : until];
  });
}

const deferred = ({ deferrals }: Remedies): readonly LocalDate[] => deferrals.map((d) => d.until);

function latest(first: LocalDate, others: readonly LocalDate[]): LocalDate {
  return [first, ...others].toSorted().at(-1) ?? first;
}
