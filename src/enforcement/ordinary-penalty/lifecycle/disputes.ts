import { type DisputingForms, type DisputingRoom, disputing, disputingFolds, type Folds, type Lifecycle } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { inDispute, reopen, undo } from './rounds.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const SERVED = ['performing', 'urged', 'court', 'ended'] as const;
/** A decision that was revoked may be under inquiry again while another dispute about it goes on. */
const AGAIN = ['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating', 'decided'] as const;

/** 复议、诉讼 about the decisions of an ordinary case. */
export const DISPUTING_ROOM: DisputingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  disputable: [...SERVED, 'closed', 'archived'],
  following: [...SERVED, ...AGAIN, 'transferred'],
  closedEarly: ['closed'],
  decision: inDispute,
  reopen,
  undo,
};

export const DISPUTES: Lifecycle<S, DisputingForms> = disputing(DISPUTING_ROOM);
export const DISPUTES_FOLDS: Folds<S, DisputingForms> = disputingFolds(DISPUTING_ROOM);
