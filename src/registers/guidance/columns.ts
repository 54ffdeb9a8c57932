import type { ColumnValue } from '#law';
import type { Guidance } from './model.ts';

/** Typed columns of the log of guidance. */
export function columns(s: Guidance): Readonly<Record<string, ColumnValue>> {
  return {
    form: s.form,
    origin: s.origin,
    guide_id: s.guideId,
    guided_id: s.guidedId,
    set_by_id: s.setById,
    begun_on: s.begunOn,
    due_on: s.dueOn,
    given_on: s.given?.on ?? null,
    recorded_on: s.recordedOn,
    confirmed_on: s.confirmed?.on ?? null,
    objections: s.objections.length,
    ended_on: s.endedOn,
  };
}
