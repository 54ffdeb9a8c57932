import { type AskedStages, type StageOfDay, stagesOfDays } from '#law/evidence/index';
import type { SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

/** 118号 (recalled): 现场执法 is recorded as the circumstances ask. */
const onSpot = (s: S): readonly StageOfDay[] => stagesOfDays([['on-spot', s.openedOn]]);
/** A letter that was left where the party refused it; the decision itself is handed over, and a refusal noted on it (52). */
const leftLetters = (s: S): readonly StageOfDay[] =>
  stagesOfDays(s.letters.map((l) => ['left', l.how === 'left' ? l.receivedOn : null] as const));

/** Stages of the case of which a recording is asked for, as far as they have happened. */
export function stagesToRecord(s: S): readonly StageOfDay[] {
  return [...onSpot(s), ...leftLetters(s)];
}

/** What of it the closing and rule I08 ask for, by the city's parameters (待核定). */
export const ASKED_STAGES: readonly AskedStages<S>[] = [
  { parameter: 'penalty.recorded-on-spot', stages: onSpot },
  { parameter: 'penalty.recorded-stages', stages: leftLetters },
];
