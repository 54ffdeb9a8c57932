import type { LocalDate } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { type RecordedStage, STAGE_LABELS } from '../model-custody.ts';

/** One stage that should be recorded, as it happened. */
export type StageOfDay = { readonly stage: RecordedStage; readonly on: LocalDate; readonly words: string };

/**
 * Stages of the case of which a recording is asked for (47; the list of 118号 is recalled, 待核定): first registered
 * preservation, hearing, service by leaving, destruction of things. One of a day stands for all of its kind on that day.
 */
export function stagesToRecord(s: OrdinaryPenalty): readonly StageOfDay[] {
  const days: readonly (readonly [RecordedStage, LocalDate | null | undefined])[] = [
    ...s.preservations.map((p) => ['preserve', p.on] as const),
    ['hearing', s.hearing?.outcome === 'held' ? s.hearing.doneOn : null],
    ...s.letters.map((l) => ['left', l.how === 'left' ? l.receivedOn : null] as const),
    ...s.goods.map((g) => ['destroy', g.ended?.how === 'destroyed' ? g.ended.on : null] as const),
  ];
  const found = new Map<string, StageOfDay>();
  for (const [stage, on] of days) {
    if (on == null) continue;
    found.set(`${stage}/${on}`, { stage, on, words: `${on}${STAGE_LABELS[stage]}` });
  }
  return [...found.values()];
}

function hasRecording(s: OrdinaryPenalty, { stage, on }: StageOfDay): boolean {
  return s.recordings.some((r) => r.stage === stage && r.on === on);
}

/** Those with neither a recording nor a word why there is none. */
export function unrecordedStages(s: OrdinaryPenalty): readonly StageOfDay[] {
  return stagesToRecord(s).filter((one) => !hasRecording(s, one) && !s.unrecorded.some((u) => u.stage === one.stage && u.on === one.on));
}
