import type { ColumnValue } from '#law';
import type { SpecialSupervisor } from './model.ts';

/** Typed columns of the roster of special supervisors. */
export function columns(s: SpecialSupervisor): Readonly<Record<string, ColumnValue>> {
  return {
    bureau_id: s.bureauId,
    holder: s.nominee.name,
    workplace: s.nominee.workplace,
    source: s.nominee.source,
    photo_file: s.nominee.photo,
    card_number: s.card?.number ?? null,
    card_document: s.card?.documentId ?? null,
    area: s.term?.area ?? null,
    term_from: s.term?.from ?? null,
    term_to: s.term?.to ?? null,
    handed_on: s.handedOn,
    activities: s.activities.length,
    stopped_on: s.stoppedOn,
    ended_on: s.endedOn,
  };
}
