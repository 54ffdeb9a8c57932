import { daysBetween, type LocalDate } from '#law';
import type { GuidanceLink, LineGuidance } from '#law/rules/index';
import type { GuidanceStanding } from '#registers/guidance';

/** Relations of 细则 2¶5 by who has to guide; null: nobody keeps a log yet. */
export function guidanceBy(standing: readonly GuidanceStanding[]): ReadonlyMap<string, readonly GuidanceLink[]> | null {
  if (standing.length > 0 && standing.every(({ logSince }) => logSince === null)) return null;
  const by = new Map<string, GuidanceLink[]>();
  for (const { guideId, guided, relation, since, lastConfirmedOn, lastUnconfirmedOn, logSince } of standing) {
    if (relation === 'counterpart' || logSince === null) continue;
    const link = { guided, since: later(since, logSince), lastOn: lastConfirmedOn, unconfirmedOn: lastUnconfirmedOn };
    by.set(guideId, [...(by.get(guideId) ?? []), link]);
  }
  return by;
}

/** Departments below in the line, all of one unit together; what was recorded of any of them tells since when it is recorded at all. */
export function lineBy(standing: readonly GuidanceStanding[]): ReadonlyMap<string, LineGuidance> {
  const by = new Map<string, LineGuidance>();
  for (const { guideId, relation, lastConfirmedOn, lastUnconfirmedOn } of standing) {
    if (relation !== 'counterpart') continue;
    const { counterparts, since, lastOn, unconfirmedOn } = by.get(guideId) ?? NONE;
    by.set(guideId, {
      counterparts: counterparts + 1,
      since: either(earlier, since, either(earlier, lastConfirmedOn, lastUnconfirmedOn)),
      lastOn: either(later, lastOn, lastConfirmedOn),
      unconfirmedOn: either(later, unconfirmedOn, lastUnconfirmedOn),
    });
  }
  return by;
}

const NONE: LineGuidance = { counterparts: 0, since: null, lastOn: null, unconfirmedOn: null };
const later = (a: LocalDate, b: LocalDate): LocalDate => (daysBetween(a, b) > 0 ? b : a);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (daysBetween(a, b) > 0 ? a : b);

function either(choose: (a: LocalDate, b: LocalDate) => LocalDate, a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return choose(a, b);
}
