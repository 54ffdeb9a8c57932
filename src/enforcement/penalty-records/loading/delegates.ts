import type { CertificateFact, LocalDate } from '#law';
import type { DelegationDeed, PenaltyFacts } from '#law/rules/index';
import type { ListedDays } from './power-lists.ts';

/** An organisation that acts only for others (处罚法 20): when it was one, and the deeds it has from each organ. */
export type Delegate = {
  readonly name: string;
  readonly spans: readonly ListedDays[];
  readonly deeds: ReadonlyMap<string, readonly DelegationDeed[]>;
};
/** By id; a unit that is not here is no delegate. */
export type Delegates = ReadonlyMap<string, Delegate>;

type Certificates = ReadonlyMap<string, readonly Pick<CertificateFact, 'organisationId'>[]>;

/** Units that hold the certificates of officers on these cases: from where those who acted come. */
export function unitsOf(certificates: Certificates): readonly string[] {
  return [...new Set([...certificates.values()].flatMap((held) => held.map((c) => c.organisationId)))];
}

/**
 * The delegates from which officers of a case come on the day; empty: none of them does. null: no officer is named by
 * number, or one whom no register knows may come from anywhere. `certificates` are those of the day.
 */
export function delegatesActing(
  delegates: Delegates,
  organId: string,
  numbers: readonly string[],
  certificates: Certificates,
  on: LocalDate,
): PenaltyFacts['delegated'] {
  const held = numbers.map((number) => certificates.get(number));
  const units = new Set(held.flatMap((known) => (known ?? []).map((c) => c.organisationId)));
  const acting = [...units].flatMap((id) => {
    const delegate = delegates.get(id);
    const isOne = delegate?.spans.some(({ from, until }) => from <= on && (until === null || on < until)) ?? false;
    return delegate === undefined || !isOne ? [] : [{ name: delegate.name, deeds: delegate.deeds.get(organId) ?? [] }];
  });
  if (acting.length > 0) return acting;
  return numbers.length === 0 || held.some((known) => known === undefined || known.length === 0) ? null : acting;
}
