import type { InputOf } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

/** A case as its clue is entered: nothing has been done yet. */
export function opened(input: InputOf<typeof FORMS.open>, organId: string, on: S['openedOn'], by: S['openedBy']): S {
  const { materials: _, ...told } = input;
  return {
    ...told,
    status: 'clue',
    organId,
    openedOn: on,
    openedBy: by,
    ...NOTHING_YET,
  };
}

const NOTHING_YET = {
  clueExtendedOn: null,
  basis: null,
  handlerIds: [],
  proposedBy: null,
  proposedOn: null,
  proposal: null,
  number: null,
  filedOn: null,
  clueEndedOn: null,
  recusals: [],
  evidence: [],
  preservations: [],
  recordings: [],
  unrecorded: [],
  goods: [],
  corrections: [],
  pauses: [],
  extensions: [],
  reports: [],
  sentForReviewOn: null,
  reviews: [],
  reviewSkipped: null,
  notices: [],
  statements: [],
  hearing: null,
  discussions: [],
  decision: null,
  letters: [],
  confirmation: null,
  failedServices: [],
  payments: [],
  deferrals: [],
  agreements: [],
  performedOtherwise: null,
  disputes: [],
  redresses: [],
  stays: [],
  rounds: [],
  amendment: null,
  urgings: [],
  enforcement: null,
  publication: null,
  ending: null,
  transferredOn: null,
  transferTo: null,
  endedOn: null,
  endReason: null,
  closedOn: null,
  archivedOn: null,
  archiveNumber: null,
  archivedBefore: [],
} as const satisfies Partial<S>;
