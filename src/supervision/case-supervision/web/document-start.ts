import type { Json } from '#law';
import { type SupervisionCase, unansweredProblems } from '../model.ts';

/** Whether problems of the case wait for a document, so that one may be drafted from it. */
export function awaitsDocument(state: Json): boolean {
  const found = asCase(state);
  return found !== null && found.status === 'settling' && unansweredProblems(found).length > 0;
}

/** The draft of a supervision document as far as the case knows it: addressee and problems in the words of the case. */
export function draftFromCase(
  caseId: string,
  state: Json,
): { readonly unitId: string; readonly known: { readonly [key: string]: Json } } | null {
  const found = asCase(state);
  if (found === null) return null;
  const problems = unansweredProblems(found).map(({ subject, facts, norm }) => ({ subject, facts, norm, demand: '' }));
  return {
    unitId: found.unitId,
    known: {
      type: 'opinion',
      subject: found.subject,
      addressee: found.unitId,
      background: found.facts,
      problems,
      fromCase: caseId,
    },
  };
}

/** A reader from outside is shown the status alone. */
function asCase(state: Json): SupervisionCase | null {
  return typeof state === 'object' && state !== null && 'problems' in state ? (state as unknown as SupervisionCase) : null;
}
