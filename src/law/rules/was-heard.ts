import type { HearingFact } from './case-facts.ts';

/** The hearing that the notice in hand offered has been asked for and has come to its end; one about an earlier report answers nothing of it (处罚法 63, 64). */
export function wasHeard(hearing: HearingFact['hearing']): boolean {
  return hearing !== null && hearing.outcome !== null && hearing.earlier !== true;
}
