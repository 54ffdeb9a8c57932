import {
  type DecisionInDispute,
  type DisputingForms,
  type DisputingRoom,
  disputing,
  disputingFolds,
  ENDS_PENALTY,
  type Folds,
  type Lifecycle,
  publishedAt,
  type Redress,
  type Standing,
  withoutOutdated,
  withoutUnsent,
} from '#law';
import { kindsOf, next, type OnTheSpot, paidFen, type SummaryPenalty, surchargePaidFen } from '../model.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;

function inDispute(s: S): DecisionInDispute | null {
  const { decision, delivery } = s;
  if (decision === null || s.status === 'remaking') return null;
  const standing = {
    ...{ kinds: kindsOf(decision.penalty), fineFen: decision.fineFen === 0 ? null : decision.fineFen },
    ...{ incomeFen: null, goodsFen: null, content: '' },
  };
  return {
    no: 1,
    receivedOn: delivery?.on ?? null,
    standing,
    paidFen: paidFen(s) + surchargePaidFen(s),
    carriedOut: false,
    goneThings: [],
    published: publishedAt(s),
  };
}

/** A case that was closed is open again until what has come up is settled. */
function reopen(s: S): S {
  if (s.status !== 'closed' && s.status !== 'archived') return s;
  return {
    ...s,
    status: 'settled',
    closedOn: null,
    archive: null,
    archivedBefore: [...s.archivedBefore, ...(s.archive === null ? [] : [s.archive])],
  };
}

/** What becomes of the decision: made anew it can only be in the ordinary procedure, for the spot and its day are gone. */
function undo(s: S, redress: Redress): S {
  const { decision } = s;
  const { undoing, effectOn, words } = redress;
  if (decision === null) return s;
  const quiet = withoutUnsent(s);
  if (undoing === 'remake') return { ...quiet, status: 'remaking', publication: null };
  if (ENDS_PENALTY.includes(undoing)) return moved({ ...quiet, publication: null, ended: s.ended ?? { on: effectOn, reason: words } });
  if (undoing !== 'changed' && undoing !== 'partly') return s;
  const [penalty, fineFen] = [penaltyFrom(redress.after), redress.after?.fineFen ?? 0];
  const original = decision.original ?? { penalty: decision.penalty, fineFen: decision.fineFen };
  // What was published was the decision as it had been made; as it stands now it is another's to publish.
  return moved({ ...withoutOutdated(s), publication: null, completedOn: null, decision: { ...decision, penalty, fineFen, original } });
}

const moved = (s: S): S => ({ ...s, status: next(s) });

function penaltyFrom(standing: Standing | null): OnTheSpot {
  const isFined = fineFenOf(standing) > 0;
  if (!isFined) return 'warning';
  return standing?.kinds.includes('CF01') === true ? 'both' : 'fine';
}
const fineFenOf = (standing: Standing | null): number => standing?.fineFen ?? 0;

const FOLLOWING = ['delivered', 'recorded', 'urged', 'court', 'settled', 'remaking'] as const;
/** 复议、诉讼 about a decision made on the spot. */
export const DISPUTING_ROOM: DisputingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  disputable: ['delivered', 'recorded', 'urged', 'court', 'settled', 'closed', 'archived'],
  following: FOLLOWING,
  closedEarly: ['closed'],
  decision: inDispute,
  reopen,
  undo,
};

export const DISPUTES: Lifecycle<S, DisputingForms> = disputing(DISPUTING_ROOM);
export const DISPUTES_FOLDS: Folds<S, DisputingForms> = disputingFolds(DISPUTING_ROOM);
