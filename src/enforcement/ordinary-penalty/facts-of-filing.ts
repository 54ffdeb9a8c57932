import { partyKindOf } from '#law';
import type { FilingFacts } from '#law/rules/B01-major-penalty-filed';
import type { OrdinaryPenalty } from './model.ts';
import type { Decision } from './model-deciding.ts';

/** What makes a penalty a major one that has to be filed (B01): asked by the rule, and by the condition of closing. null: no penalty. */
export function filingFacts({ party }: Pick<OrdinaryPenalty, 'party'>, decision: Decision | null): FilingFacts | null {
  const penalty = decision?.original ?? decision?.penalty ?? null;
  if (decision === null || penalty === null) return null;
  const { kinds, fineFen, incomeFen, goodsFen } = penalty;
  return {
    ...{ decidedOn: decision.on, partyKind: partyKindOf(party.kind), kinds, kindsUnclear: false, fineFen },
    confiscatedFen: incomeFen === null && goodsFen === null ? null : (incomeFen ?? 0) + (goodsFen ?? 0),
    detentionDays: null,
  };
}
