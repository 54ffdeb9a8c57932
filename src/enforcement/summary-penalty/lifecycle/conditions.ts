import { certifiedOfficers, conditionsOf, type LocalDate, type RegisterFacts } from '#law';
import type { OfficerOnCase } from '#law/rules/index';
import type { SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

export const { law, form } = conditionsOf<S>();

/** Officers of a case by their enforcement certificates of the day. */
export function officersOn(ids: readonly string[], facts: RegisterFacts, on: LocalDate): readonly OfficerOnCase[] {
  const valid = certifiedOfficers(ids, facts, on);
  return [...new Set(ids)].map((id) => {
    const isKnown = facts.certificates.get(id)?.some((c) => c.kind === 'enforcement') === true;
    return { key: id, certificate: valid.includes(id) ? 'valid' : isKnown ? 'invalid' : 'none' };
  });
}
