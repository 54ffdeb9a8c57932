import type { Folds, Lifecycle } from '../matter-kind.ts';
import { correctingFolds, correctingOwn } from './correcting-own.ts';
import { deferring, deferringFolds } from './deferring.ts';
import type { CorrectingForms, EnforcingForms, PublishingForms, ServingForms, TakingForms } from './forms.ts';
import type { Executed } from './model.ts';
import { withOwnLetters } from './own-letters.ts';
import { publishing, publishingFolds } from './publishing.ts';
import { rectifying, rectifyingFolds } from './rectifying.ts';
import type { ExecutingRoom } from './room.ts';
import { rulingFolds, rulings } from './rulings.ts';
import { serving, servingFolds } from './serving.ts';
import { taking, takingFolds } from './taking.ts';
import { urging, urgingFolds } from './urging.ts';
import { voiding, voidingFolds } from './voiding.ts';

export * from './case-papers.ts';
export { addedFineRuns, announcementClock, executionClocks, firstPaidOn } from './clocks.ts';
export { allAmended } from './correcting-own.ts';
export { deferredAtOnce } from './deferring.ts';
export * from './ending.ts';
export * from './forms.ts';
export * from './letters.ts';
export * from './model.ts';
export { type MoneyLine, moneyLine, type PaidReceipt, receiptKey, receiptOnce } from './money-line.ts';
export * from './outdated.ts';
export * from './owing.ts';
export { isToBePublished, publicationHandled, publicationRuns, publicityKey, publishedAt, publishedFact } from './publishing.ts';
export { RECTIFIED, rectifiedTemplate } from './rectified-decision.ts';
export { allRectified } from './rectifying.ts';
export { remedyClocks } from './remedy-clocks.ts';
export type { DecisionTold, ExecutingRoom, Money, Publicity, Taking } from './room.ts';
export { serving, servingFolds } from './serving.ts';
export type { Served, ServingRoom } from './serving-room.ts';
export { allBanked, landedBetween } from './taking.ts';
export * from './tasks.ts';
export { courtWindowFrom, courtWindowKey, urgedTasks } from './urging.ts';

export type ExecutingForms = ServingForms & EnforcingForms & TakingForms & PublishingForms & CorrectingForms;

/** How the decisions of one kind of penalty reach the party and are carried out, published and put right by the organ itself. */
export function executing<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, ExecutingForms> {
  return {
    ...serving(withOwnLetters(room)),
    ...deferring(room),
    ...urging(room),
    ...rulings(room),
    ...taking(room),
    ...publishing(room),
    ...correctingOwn(room),
    ...rectifying(room),
    ...voiding(room),
  };
}

export function executingFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, ExecutingForms> {
  return {
    ...servingFolds(withOwnLetters(room)),
    ...deferringFolds(room),
    ...urgingFolds<S>(),
    ...rulingFolds<S>(),
    ...takingFolds(room),
    ...publishingFolds<S>(),
    ...correctingFolds(room),
    ...rectifyingFolds(room),
    ...voidingFolds(room),
  };
}
