import type { Story } from '../town/timeline.ts';
import type { Planned } from './plan.ts';

/** Organs note that decisions were changed or revoked, each on its day. */
export function undoingStory(decisions: readonly Planned[]): Story {
  return async function* (town) {
    const undone = decisions.flatMap(({ by, number, undone: told }) => (told === null ? [] : [{ by, number, ...told }]));
    for (const { by, number, notedOn, effectOn, ...told } of undone.sort((a, b) => a.notedOn - b.notedOn)) {
      yield town.day(notedOn);
      const input = { ...told, effectOn: effectOn ?? town.clock.today(), authority: '行政复议机关（演示）', paper: null };
      await town.act(by, 'penalty-record', 'note-undone', await town.decision(number), input);
    }
  };
}
