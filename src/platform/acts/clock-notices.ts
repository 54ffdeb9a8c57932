import { chineseDay, type LocalDate } from '#law';
import type { Working } from './append.ts';
import { newId } from './ids.ts';
import type { Settled } from './settle.ts';
import type { NewNotice } from './write.ts';

/**
 * Tells those who are bound: once a warning day, once at the breach, however often the platform looks. Of a period that
 * has ended by `today` nobody is told to keep it: the breach alone is told.
 */
export function clockNotices(w: Working, title: string, settled: Settled, today: LocalDate, nowMs: number): NewNotice[] {
  const binding = (id: string) => w.kind.clocks.find((b) => b.clock.id === id);
  const name = (id: string): string => binding(id)?.clock.name ?? id;
  const ahead = settled.newWarnings.filter(({ clock }) => clock.due_on !== null && clock.due_on >= today);
  const warnings = ahead.map(({ clock, day }) => ({
    clock,
    dedupe: `${w.matterId}/${clock.clock_id}/${clock.key}/${day}`,
    text: `“${title}”的${name(clock.clock_id)}期限为${clock.due_on === null ? '' : chineseDay(clock.due_on)}，${keeps(binding(clock.clock_id)?.outsider)}。`,
  }));
  const breaches = settled.newBreaches.map((clock) => ({
    clock,
    dedupe: `${w.matterId}/${clock.clock_id}/${clock.key}/breach`,
    text: `“${title}”的${name(clock.clock_id)}已于${clock.breached_on === null ? '' : chineseDay(clock.breached_on)}零时${binding(clock.clock_id)?.outsider === undefined ? '逾期' : `届满（${binding(clock.clock_id)?.outsider}的期限）`}。`,
  }));
  return [...warnings, ...breaches].map(({ clock, dedupe, text }) => ({
    id: newId(nowMs),
    organisation_id: clock.bound_id,
    roles: [],
    text,
    dedupe,
  }));
}

/** A period that the party keeps is nobody's here to keep. */
function keeps(outsider: string | undefined): string {
  return outsider === undefined ? '请按期办理' : `由${outsider}履行，请留意届满`;
}
