import { type StageOfDay, stagesOfDays, withoutRecord } from '#law/evidence/index';
import type { OrdinaryPenalty } from '../model.ts';

/**
 * Stages of the case of which a recording is asked for (47; the list of 118号 is recalled, 待核定): first registered
 * preservation, hearing, service by leaving, destruction of things.
 */
export function stagesToRecord(s: OrdinaryPenalty): readonly StageOfDay[] {
  return stagesOfDays([
    ...s.preservations.map((p) => ['preserve', p.on] as const),
    ['hearing', s.hearing?.outcome === 'held' ? s.hearing.doneOn : null],
    ...s.letters.map((l) => ['left', l.how === 'left' ? l.receivedOn : null] as const),
    ...s.goods.map((g) => ['destroy', g.ended?.how === 'destroyed' ? g.ended.on : null] as const),
  ]);
}

/** Those with neither a recording nor a word why there is none. */
export function unrecordedStages(s: OrdinaryPenalty): readonly StageOfDay[] {
  return withoutRecord(s, stagesToRecord(s));
}
