import type { Folds, Lifecycle } from '../matter-kind.ts';
import { disputeFolds, disputeRows } from './disputes.ts';
import { followingFolds, followingRows } from './following.ts';
import type { DisputingForms } from './forms.ts';
import type { Disputed } from './model.ts';
import type { DisputingRoom } from './room.ts';

export * from './clocks.ts';
export * from './forms.ts';
export { notHeavierThan, standingOf, standingTold, termsTold } from './guards.ts';
export * from './model.ts';
export * from './redressing.ts';
export * from './room.ts';
export * from './settled.ts';
export * from './tasks.ts';
export * from './window.ts';
export { besideTold, extentWords, penaltyWords as standingWords } from './words.ts';

/** 复议、诉讼 about the decisions of one kind of penalty, with everything that follows from them. */
export function disputing<S extends Disputed>(room: DisputingRoom<S>): Lifecycle<S, DisputingForms> {
  return { ...disputeRows(room), ...followingRows(room) };
}
export function disputingFolds<S extends Disputed>(room: DisputingRoom<S>): Folds<S, DisputingForms> {
  return { ...disputeFolds(room), ...followingFolds<S>() };
}
