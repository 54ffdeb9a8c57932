import type { Citation } from './citation.ts';
import type { GuardAnswer, OrganisationFact, RegisterFacts } from './matter-kind.ts';
import { refuse } from './outcome.ts';

/** A bureau reaches the units of its own level and, being the upper bureau, those of the level below (细则 2). */
export function bureauReaches(bureauId: string, target: OrganisationFact, facts: RegisterFacts): boolean {
  const own = facts.organisations.get(target.bureauId ?? '');
  return [target.bureauId, target.lineSuperiorId, own?.lineSuperiorId ?? null].includes(bureauId);
}

/** A department reaches its own offices, delegates and stationed teams (细则 2¶4, 11¶3). */
export function departmentReaches(departmentId: string, target: OrganisationFact): boolean {
  return target.superiorId === departmentId || target.answersThroughId === departmentId;
}

/**
 * What is opened from a supervision case works back on it: only the organ that handles the case may name it, and only
 * for the unit that the case is about. `units`: null where the new matter goes to another organ than the unit.
 */
export function originRefusal(
  caseId: string | null,
  organId: string | null,
  units: readonly (string | null)[] | null,
  facts: RegisterFacts,
  cite: Citation,
): GuardAnswer {
  if (caseId === null) return null;
  if (facts.matters === undefined) return 'unknown';
  const origin = facts.matters.get(caseId);
  if (origin === undefined || origin.homeId !== organId)
    return refuse('other-organs-case', cite, '来源监督案件由其他机关承办，只能关联本机关承办的监督案件');
  return units === null || units.some((id) => id !== null && origin.about.includes(id))
    ? null
    : refuse('other-units-case', cite, '来源监督案件的被监督单位不是本件所涉的单位');
}
