import type { LocalDate } from '../local-date.ts';
import { type Evidenced, type RecordedStage, recordingsOf, STAGE_LABELS, unrecordedOf } from './model.ts';

/** One stage that should be recorded, as it happened. */
export type StageOfDay = { readonly stage: RecordedStage; readonly on: LocalDate; readonly words: string };

/** 118号 (recalled): what is done on the spot is recorded as the circumstances ask; the others always. */
export function askedWords({ stage }: StageOfDay): string {
  return stage === 'on-spot' ? '应当根据实际情况音像记录（待核定）' : '须音像记录（待核定）';
}

/** Stages by their days, those without a day left out; one of a day stands for all of its kind on that day. */
export function stagesOfDays(days: readonly (readonly [RecordedStage, LocalDate | null | undefined])[]): readonly StageOfDay[] {
  const found = new Map<string, StageOfDay>();
  for (const [stage, on] of days) {
    if (on == null) continue;
    found.set(`${stage}/${on}`, { stage, on, words: `${on}${STAGE_LABELS[stage]}` });
  }
  return [...found.values()];
}

export function isRecorded(s: Evidenced, { stage, on }: StageOfDay): boolean {
  return recordingsOf(s).some((r) => r.stage === stage && r.on === on);
}

/** Those with neither a recording nor a word why there is none. */
export function withoutRecord(s: Evidenced, stages: readonly StageOfDay[]): readonly StageOfDay[] {
  return stages.filter((one) => !isRecorded(s, one) && !unrecordedOf(s).some((u) => u.stage === one.stage && u.on === one.on));
}

/** What rule I08 is told of each stage: a word why there is no recording is none. */
export function stageFacts(s: Evidenced, stages: readonly StageOfDay[]): readonly { readonly words: string; readonly recorded: boolean }[] {
  return stages.map((one) => ({ words: one.words, recorded: isRecorded(s, one) }));
}
