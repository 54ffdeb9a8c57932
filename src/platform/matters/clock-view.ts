import { formatCitation, type LocalDate, type MatterKind, readClock } from '#law';
import type { StoredClock } from '../acts/load.ts';
import { derivationWords } from './words.ts';

/** A clock as people read it: lamp, days left, and how the date was counted. */
export function clockView(kind: MatterKind, c: StoredClock, today: LocalDate, name: (id: string) => string) {
  const binding = kind.clocks.find((b) => b.clock.id === c.clock_id);
  const clock = binding?.clock;
  const reading = readClock(
    { startedOn: c.started_on, dueOn: c.due_on, provisional: c.provisional },
    clock?.ladder ?? { kind: 'days-before', days: [] },
    today,
    c.stopped_on,
  );
  return {
    id: c.clock_id,
    key: c.key,
    name: clock?.name ?? c.clock_id,
    startsOn: clock?.startsOn ?? '',
    stopsOn: clock?.stopsOn ?? '',
    startedOn: c.started_on,
    dueOn: c.due_on,
    lamp: reading.lamp,
    daysLeft: reading.daysLeft,
    provisional: c.provisional,
    stoppedOn: c.stopped_on,
    breachedOn: c.breached_on,
    breachCorrected: c.breach_corrected,
    boundName: binding?.outsider ?? name(c.bound_id),
    isOutsiders: binding?.outsider !== undefined,
    derivation: c.derivation,
    article: c.derivation.cite === null ? null : formatCitation(c.derivation.cite),
    profile: { id: c.profile_id, version: c.profile_version },
    words: derivationWords(c.derivation, clock?.startsOn ?? ''),
  };
}

/** Whose inner business a period is. */
export function innerPartyOfClock(kind: MatterKind, clockId: string): string | undefined {
  return kind.clocks.find((b) => b.clock.id === clockId)?.inside;
}
