import type { ColumnValue } from '#law';
import type { ListChange } from './model.ts';

/** Typed columns of the ledger of changes of lists; nothing of the lines themselves stands here. */
export function columns(s: ListChange): Readonly<Record<string, ColumnValue>> {
  const { added, changed, ended } = s.publication ?? s.proposed;
  return {
    unit_id: s.unitId,
    list: s.list,
    digest: s.proposed.digest,
    added,
    changed,
    ended,
    backdated: s.proposed.backdated,
    published_on: s.publication?.on ?? null,
    ended_on: s.endedOn,
  };
}
