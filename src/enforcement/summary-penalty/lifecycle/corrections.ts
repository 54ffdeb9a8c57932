import { decisionStands, type Folds, type Guard, type Lifecycle, tooFewCertified, uncertifiedAmong } from '#law';
import {
  type CorrectingRoom,
  correctionsFollowed,
  type OrderLine,
  orderLines,
  type RecheckForms,
  recheckFolds,
  rechecking,
} from '#law/correcting/index';
import type { SummaryPenalty } from '../model.ts';
import { ART_28, ART_42 } from './articles.ts';
import { form, law } from './conditions.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;

const TWO_OFFICERS: Guard<S, { readonly officers: readonly string[] }> = law(
  '执法人员不少于两人，均持有效行政执法证',
  ART_42,
  ({ input, facts, legalDate }) => tooFewCertified(input.officers, facts, legalDate) ?? uncertifiedAmong(input.officers, facts, legalDate),
);

/** What a decision made on the spot orders: it reaches the party with the decision. */
export const CORRECTING_ROOM: CorrectingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  checked: ['delivered', 'recorded', 'urged', 'court', 'settled', 'remaking'],
  arrivedOn: (s) => s.delivery?.on ?? null,
  numberOf: (s) => s.decision?.number ?? null,
  decisionStands: (s) => decisionStands(s, 1),
  closedOn: (s) => s.closedOn,
  organId: (s) => s.organId,
  officers: [TWO_OFFICERS],
};
export const CORRECTIONS_FOLLOWED = correctionsFollowed(CORRECTING_ROOM);

/** The orders to correct of a case, as a ledger tells them. */
export const correctionLinesOf = (s: S): readonly OrderLine[] => orderLines(CORRECTING_ROOM, s);

export const DEADLINE_AHEAD: Guard<S, { readonly correctBy: string | null }> = form(
  '改正期限不早于决定之日',
  ART_28,
  ({ input, legalDate }) =>
    input.correctBy !== null && input.correctBy < legalDate ? ['by-past', '改正期限不得早于作出决定的日期'] : null,
);

export const CORRECTIONS: Lifecycle<S, RecheckForms> = rechecking(CORRECTING_ROOM);
export const CORRECTIONS_FOLDS: Folds<S, RecheckForms> = recheckFolds<S>();
