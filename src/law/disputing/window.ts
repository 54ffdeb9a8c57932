import { addDays, addMonths, addYears, type LocalDate } from '../local-date.ts';
import type { Dispute } from './model.ts';

/** 行政诉讼法 45: a suit against what 复议 has decided is brought within fifteen days of it. */
export const SUIT_DAYS = 15;
/** 复议法 20¶1. */
export const RECONSIDERATION_DAYS = 60;
/** 复议法 20¶3: at the most, where nobody has told the party that it may apply, and until when. */
export const UNTOLD_YEARS = 1;
/** 复议法 62: from the acceptance, without what it may be put off by. */
export const DECIDE_DAYS = 60;
/** 行政诉讼法 46; the sixty days of 复议 have passed by then. */
export const SUIT_MONTHS = 6;

/** What the three months of 强制法 53 depend on. */
export type Remedies = {
  /** The day on which the party was told what stands: it has the decision, or the organ's own change of it. */
  readonly receivedOn: LocalDate;
  /** 复议 must come first (复议法 23), so that its period is all there is. */
  readonly first: boolean;
  /** The decision says that the party may apply, and until when. */
  readonly told: boolean;
  /** About the decision in hand. */
  readonly disputes: readonly Dispute[];
  readonly deferrals: readonly { readonly until: LocalDate }[];
};

/** The day on which a counted period ends: 民诉法 85 moves it over days of rest (复议法 88, 诉讼法 101). What took effect, or what the organ fixed, stands. */
type Rest = (day: LocalDate) => LocalDate;

/** The last day, as it is counted, of the remedies where none was used. KE-26 runs until then, and the three months of KE-15 from then. */
function remediesEndOn({ receivedOn, first, told }: Pick<Remedies, 'receivedOn' | 'first' | 'told'>): LocalDate {
  if (!told) return addYears(receivedOn, UNTOLD_YEARS);
  return first ? addDays(receivedOn, RECONSIDERATION_DAYS) : addMonths(receivedOn, SUIT_MONTHS);
}

/**
 * The day from which the three months run: the end of remedies, or of a deferral if later (处罚法 72¶2). Whoever has had a
 * 复议 decided has fifteen days after it in place of the six months; one that was not decided takes no period away, but nobody
 * could ask the court while it went on, so the three months never begin before its end.
 */
export function windowFrom(remedies: Remedies, rest: Rest): LocalDate {
  const { instead, beside } = endsOf(remedies, rest);
  const [first = rest(remediesEndOn(remedies)), ...others] = instead;
  return latest(first, [...others, ...beside, ...deferred(remedies)]);
}

/** The latest day on which the three months can begin, the first period with the others. */
export function windowFromAtLatest(remedies: Remedies, rest: Rest): LocalDate {
  const { instead, beside } = endsOf(remedies, rest);
  return latest(rest(remediesEndOn(remedies)), [...instead, ...beside, ...deferred(remedies)]);
}

/** What ended without a decision on the matter: not taken up, taken back, or given up by whoever heard it (复议法 41, 诉讼法 101). */
export function isUndecided({ declined, outcome }: Dispute): boolean {
  return declined || outcome === 'withdrawn' || outcome === 'ended';
}

type Ends = { readonly instead: readonly LocalDate[]; readonly beside: readonly LocalDate[] };

/** Days on which disputes ended, those that take the place of the first period apart: decided, and brought within it. */
function endsOf({ disputes, receivedOn, first }: Remedies, rest: Rest): Ends {
  const ended = disputes.flatMap((one) => {
    const { way, until, from } = one;
    if (until === null) return [];
    const isDecided = !isUndecided(one);
    // 复议法 34: where 复议 comes first, whoever is not taken up has fifteen days for the suit as well.
    const opensSuit = way === 'reconsideration' && (isDecided || (first && one.declined));
    const on = opensSuit ? rest(addDays(until, SUIT_DAYS)) : until;
    return [{ on, isInstead: isDecided && from >= receivedOn }];
  });
  const daysOf = (isInstead: boolean) => ended.filter((one) => one.isInstead === isInstead).map(({ on }) => on);
  return { instead: daysOf(true), beside: daysOf(false) };
}

const deferred = ({ deferrals }: Remedies): readonly LocalDate[] => deferrals.map((d) => d.until);

function latest(first: LocalDate, others: readonly LocalDate[]): LocalDate {
  return [first, ...others].toSorted().at(-1) ?? first;
}
