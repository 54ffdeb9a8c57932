import type { LocalDate } from '../local-date.ts';
import { dropsCarriedOut } from './dropped.ts';
import { type Cause, type Disputed, ENDS_PENALTY, type Redress, type Standing, TAKEN_BACK, type Undoing, type Via } from './model.ts';
import { type DecisionInDispute, type DisputingRoom, moneyOf } from './room.ts';

/** What is known when a decision is put right. */
export type PutRight = {
  readonly via: Via;
  readonly disputeNo: number | null;
  readonly undoing: Undoing;
  readonly effectOn: LocalDate;
  readonly document: string;
  readonly cause: Cause;
  readonly words: string;
  readonly after: Standing | null;
  readonly redoBy: LocalDate | null;
};

/** The case with its decision put right: recorded, and, where it is the decision in hand, with what follows from it. */
export function putRight<S extends Disputed>(room: DisputingRoom<S>, s: S, decisionNo: number, right: PutRight): S {
  const decision = room.decision(s);
  const isInHand = decision !== null && decision.no === decisionNo;
  const redress = redressOf(s.redresses.length + 1, decisionNo, isInHand ? decision : null, right);
  const recorded: S = { ...s, redresses: [...s.redresses, redress] };
  return isInHand ? room.undo(room.reopen(recorded), redress) : recorded;
}

function redressOf(no: number, decisionNo: number, decision: DecisionInDispute | null, right: PutRight): Redress {
  const { undoing } = right;
  const ends = ENDS_PENALTY.includes(undoing);
  const changes = undoing === 'changed' || undoing === 'partly';
  const before = decision?.standing ?? null;
  const left = ends ? null : changes ? right.after : before;
  const backFen = decision === null || before === null || !(ends || changes) ? 0 : Math.max(0, decision.paidFen - moneyOf(left));
  const owesThings = decision !== null && isToBeGivenBack(decision, right);
  const publication = TAKEN_BACK.includes(undoing) ? (decision?.published ?? null) : null;
  return {
    ...{ no, decisionNo, via: right.via, disputeNo: right.disputeNo, undoing, effectOn: right.effectOn, document: right.document },
    ...{ cause: right.cause, words: right.words, before, after: changes ? right.after : null },
    ...{
      redoBy: right.redoBy,
      redoneOn: decision === null ? right.effectOn : null,
      publishedOn: publication?.on ?? null,
      publishedAt: publication?.at ?? null,
      offlineOn: null,
    },
    ...{ owesBack: backFen > 0 || owesThings, backFen, givenBackOn: null },
  };
}

/** Something besides money that has been carried out and no longer stands. */
function isToBeGivenBack(decision: DecisionInDispute, { undoing, after }: PutRight): boolean {
  if (ENDS_PENALTY.includes(undoing)) return decision.carriedOut || decision.goneThings.length > 0;
  const { standing } = decision;
  return (undoing === 'changed' || undoing === 'partly') && standing !== null && dropsCarriedOut(standing, after, decision);
}

export const mustWithdraw = (c: Redress): boolean => c.publishedAt !== null && c.offlineOn === null;
export const mustGiveBack = (c: Redress): boolean => c.owesBack && c.givenBackOn === null;

/** Nothing that follows from disputes and redresses is left to be done. */
export function isSettledAll({ disputes, redresses, stays }: Pick<Disputed, 'disputes' | 'redresses' | 'stays'>): boolean {
  return (
    disputes.every((d) => d.until !== null && (d.opinionOn === null || d.reportedOn !== null)) &&
    redresses.every((c) => !mustWithdraw(c) && !mustGiveBack(c) && (c.undoing !== 'remake' || c.redoneOn !== null)) &&
    stays.every((stay) => stay.until !== null)
  );
}
