import { type KeepingRoom, keeping, keepingFolds, lateExplained, stagesRecorded } from '#law/evidence/index';
import type { OrdinaryPenalty } from '../model.ts';
import { stagesToRecord } from './recorded-stages.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

/** From the filing to the closing. */
export const WHILE_OPEN = [
  ...(['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const),
  ...(['decided', 'performing', 'urged', 'court', 'ended', 'transferred'] as const),
] as const;

export const LATE_EXPLAINED = lateExplained<S>();
export const STAGES_RECORDED = stagesRecorded<S>({ parameter: 'penalty.recorded-stages', stages: stagesToRecord });

/** Originals go to the archive after the closing. */
const KEEPING_ROOM: KeepingRoom<S> = {
  office,
  handlers: HANDLERS,
  explainers: LEADERS,
  keptIn: [...WHILE_OPEN, 'closed'],
  recordedIn: WHILE_OPEN,
  stages: stagesToRecord,
};

export const CUSTODY = keeping(KEEPING_ROOM);
export const CUSTODY_FOLDS = keepingFolds<S>();
