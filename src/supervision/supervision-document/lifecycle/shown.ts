import type { Json } from '#law';
import type { SupervisionDocument } from '../model.ts';

/**
 * What each side is shown: the document and its problems to all; who read and corrected the draft, and their opinions,
 * to the issuer, whose own a decision on measures is until it has been served, and what the government was asked until that decision rests on it; how the unit handles a problem to the unit until it has reported (细则 22¶1).
 */
export function shown(s: SupervisionDocument, mayLookInside: (party: string) => boolean): Json {
  const issuer = mayLookInside('issuer');
  const addressee = mayLookInside('addressee');
  const reported = s.reports.length > 0;
  const own = issuer
    ? {}
    : { drafters: [], checkedBy: null, reviewedBy: null, opinions: { check: null, review: null }, checkedOn: null, reviewedOn: null };
  const pending = issuer || s.decision?.servedOn != null ? {} : { measures: null, decision: null };
  const asked = issuer || mayLookInside('government') || restsOnRequest(s) ? {} : { governmentRequest: null };
  const theirs = addressee ? {} : { intake: { proposal: null, order: null }, handledBy: [], ...(reported ? {} : { summary: null }) };
  const problems = addressee || reported ? s.draft.problems : s.draft.problems.map((p) => ({ ...p, handling: null }));
  const { renderings, ...said } = s;
  // Spreading keeps every other field as the fold made it: plain JSON.
  return {
    ...said,
    ...(issuer && renderings !== undefined ? { renderings } : {}),
    ...own,
    ...pending,
    ...asked,
    ...theirs,
    draft: { ...s.draft, problems },
  } as unknown as Json;
}

/** The measure that was asked for is the one decided, and the decision is out: it names the government's answer itself. */
function restsOnRequest({ governmentRequest, measures, decision }: SupervisionDocument): boolean {
  if (governmentRequest === null) return true;
  const approved = governmentRequest.decision?.approved === true;
  return approved && decision?.servedOn != null && measures?.measure === governmentRequest.measure;
}
