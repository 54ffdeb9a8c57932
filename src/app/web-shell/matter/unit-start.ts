import type { Json } from '#law';
import { useApi } from '#ui/api/use-api.ts';

type Record = { readonly validThrough: string | null; readonly bureauId: string | null; readonly bureauName: string | null };
type UnitDetail = { readonly name: string; readonly records: readonly Record[] };

/** What the form about a unit holds when it is opened from the unit's page. */
export type UnitStart = { readonly known: { readonly [key: string]: Json }; readonly nameOf: (id: string) => string };

/** `unit` and `bureau` of a form, from the register; null: the form is about no unit, or the unit is not known. */
export function useUnitStart(id: string | null): UnitStart | 'loading' | null {
  const unit = useApi<UnitDetail>(id === null ? null : `/api/organisations/${id}`);
  if (id === null || unit.isError) return null;
  if (unit.data === undefined) return 'loading';
  const last = unit.data.records.at(-1);
  const { name } = unit.data;
  return {
    known: { unit: id, delegator: id, bureau: last?.bureauId ?? null },
    nameOf: (asked) => (asked === id ? name : (last?.bureauName ?? '')),
  };
}
