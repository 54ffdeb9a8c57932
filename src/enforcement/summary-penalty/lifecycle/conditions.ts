import {
  certifiedOfficers,
  conditionsOf,
  type GuardCase,
  type LocalDate,
  type OrganisationFact,
  type RegisterFacts,
  type RuleAnswer,
  type RuleContext,
  type Stop,
} from '#law';
import type { OfficerOnCase } from '#law/rules/index';
import type { SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

export const { law, form } = conditionsOf<S>();

/** What a rule doubts is refused where it is done here; what it cannot judge is left to its own answer on record. */
export function doubted(code: string, answer: RuleAnswer): Stop {
  if (answer === null || 'notJudged' in answer) return null;
  const doubt = Array.isArray(answer) ? answer[0] : answer;
  return doubt === undefined || !('because' in doubt) ? null : [code, doubt.because];
}

/** What a rule is handed besides its facts, as it stands for whoever acts. */
export function contextOf({ profile, calendar, today }: Pick<GuardCase<S, never>, 'profile' | 'calendar' | 'today'>): RuleContext {
  return { profile, calendar: calendar ?? { loadedYears: new Set(), notice: new Map() }, today };
}

/** Officers of a case by their enforcement certificates of the day. */
export function officersOn(ids: readonly string[], facts: RegisterFacts, on: LocalDate): readonly OfficerOnCase[] {
  const valid = certifiedOfficers(ids, facts, on);
  return [...new Set(ids)].map((id) => {
    const isKnown = facts.certificates.get(id)?.some((c) => c.kind === 'enforcement') === true;
    return { key: id, certificate: valid.includes(id) ? 'valid' : isKnown ? 'invalid' : 'none' };
  });
}

/** Whether the place lies in what the organ is in charge of: a city's organ its banners, a banner's its towns, a town itself (22). */
export function isInCharge(organ: Pick<OrganisationFact, 'tier' | 'regionCode'>, place: Pick<OrganisationFact, 'regionCode'>): boolean {
  const length = { city: 4, banner: 6, township: 9 }[organ.tier];
  return place.regionCode.slice(0, length) === organ.regionCode.slice(0, length);
}
