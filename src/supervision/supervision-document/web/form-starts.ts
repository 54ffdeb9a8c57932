import type { Json } from '#law';
import type { FormStarts, RowCaptions } from '#ui/form/typed.ts';
import type { Draft, SupervisionDocument } from '../model.ts';

/** A revision starts from the draft, handling and checking with one row for each problem still open. */
export const startsOfSupervisionDocument: FormStarts = (json, act) => {
  const draft = draftOf(json);
  if (draft === null) return null;
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

/** What stands above a row about one problem: the problem itself, so that nobody leafs back for its number. */
export const captionsOfSupervisionDocument: RowCaptions = (json, field, row) => {
  if (field !== 'results') return null;
  const problem = draftOf(json)?.problems.find(({ no }) => String(no) === row['no']);
  return problem === undefined ? null : `问题 ${problem.no}：${problem.subject === null ? '' : `${problem.subject}　`}${problem.facts}`;
};

/** The draft in the state as the server folded it; null where this reader is shown the status alone. */
function draftOf(json: { readonly [key: string]: Json }): Draft | null {
  return 'draft' in json ? (json as unknown as SupervisionDocument).draft : null;
}

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
