import type { Json } from '#law';
import type { FormStarts } from '#ui/form/typed.ts';
import type { Draft, SupervisionDocument } from '../model.ts';

/** A revision starts from the draft, handling and checking with one row for each problem still open. */
export const startsOfSupervisionDocument: FormStarts = (json, act) => {
  // The state of this kind as the server folded it.
  const { draft } = json as unknown as SupervisionDocument;
  const open = draft.problems.filter((problem) => problem.clearedOn === null);
  switch (act) {
    case 'revise':
      return draftInput(draft);
    case 'handle':
    case 'late-report':
      return { results: open.map(({ no, handling }) => (handling === null ? { no } : { no, ...handling, proof: null })) };
    case 'verify':
      return { results: open.map(({ no }) => ({ no })) };
    default:
      return null;
  }
};

function draftInput(draft: Draft): { readonly [key: string]: Json } {
  return {
    type: draft.type,
    subject: draft.subject,
    addressee: draft.addresseeId,
    concerned: draft.concernedId,
    reportTo: draft.reportToId,
    copies: draft.copyIds,
    background: draft.background,
    problems: draft.problems.map(({ subject, facts, norm, demand }) => ({ subject, facts, norm, demand })),
    requirement: draft.requirement,
    ownDate: draft.ownDate,
    basisLevel: draft.basis?.level ?? null,
    basis: draft.basis?.text ?? null,
    handlers: draft.handlerIds,
    contact: draft.contact,
  };
}
