import { addDays, type BaseState, type LocalDate, rowOf } from '#law';
import type { LawContext } from '../law-context.ts';
import { appendAct, SYSTEM_POST, type Working } from './append.ts';
import { settle } from './settle.ts';

/**
 * What the passing of days has done to a matter since it was last touched: warnings that have come due, and the
 * platform's own acts at 00:00 after a due date. The overdue act has its true legal day, however late it is recorded.
 */
export function letClocksTakeEffect(w: Working, law: LawContext, today: LocalDate, nowMs: number): void {
  for (let round = 0; round < 10; round += 1) {
    if (w.state === null || !advance(w, w.state, law, today, nowMs)) return;
  }
  throw new Error(`${w.kind.kind} ${w.matterId}: clocks do not come to rest`);
}

function advance(w: Working, state: BaseState, law: LawContext, today: LocalDate, nowMs: number): boolean {
  const { clocks } = settle(w.kind, state, w.loaded, law, w.profile, today);
  for (const clock of clocks) {
    if (clock.stopped_on !== null || clock.due_on === null || clock.provisional || clock.due_on >= today) continue;
    const binding = w.kind.clocks.find((b) => b.clock.id === clock.clock_id);
    const act = binding?.onOverdue;
    const row = act === undefined ? null : rowOf(w.kind, act);
    if (act === undefined || row === null || row.from === 'start' || !row.from.includes(state.status)) continue;
    const overdueOn = addDays(clock.due_on, 1);
    const legalDate = w.lastStepOn !== null && w.lastStepOn > overdueOn ? w.lastStepOn : overdueOn;
    appendAct(
      w,
      {
        type: act,
        row,
        input: {},
        mode: 'system',
        actor: SYSTEM_POST,
        legalDate,
        legalTime: '00:00',
        source: null,
        causeId: null,
        files: [],
        number: null,
        issuerId: w.kind.homeId(state),
      },
      w.loaded.facts,
      nowMs,
    );
    return true;
  }
  return false;
}
