import type { ColumnValue } from '#law';
import type { HandlingMode } from './model.ts';

export function columns(s: HandlingMode): Readonly<Record<string, ColumnValue>> {
  const { unitId, bureauId, caseKind, mode, system, from, effectiveOn } = s;
  return { unit_id: unitId, bureau_id: bureauId, case_kind: caseKind, mode, system, from_on: from, effective_on: effectiveOn };
}
