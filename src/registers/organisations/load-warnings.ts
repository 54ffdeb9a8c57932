import type { OrganisationKind } from '#law';
import type { PlannedUnit, RegisteredUnit } from './load-model.ts';

/** What a file may say, and what yet keeps the platform from doing something later. `line`: the unit's last row. */
export type LoadWarning = { readonly line: number; readonly subject: string; readonly reason: string };

/** Kinds that are not supervised through documents of a bureau: they supervise or stand outside. */
const NOT_ADDRESSED: readonly OrganisationKind[] = ['government', 'bureau', 'justice-office', 'external'];

/**
 * Units that no bureau would reach once the file is loaded: neither a 司法行政部门 of their own nor one as 条线上级
 * (law/reach.ts). They load, but every supervision document to them is refused.
 */
export function unreachedUnits(planned: readonly PlannedUnit[], untouched: readonly RegisteredUnit[]): readonly LoadWarning[] {
  const kinds = new Map<string, OrganisationKind | undefined>([
    ...untouched.map((u) => [u.id, u.records.at(-1)?.content.kind] as const),
    ...planned.map((u) => [u.id, u.timeline.at(-1)?.content.kind] as const),
  ]);
  const isBureau = (id: string | null) => id !== null && kinds.get(id) === 'bureau';
  return planned.flatMap(({ rows, timeline }): LoadWarning[] => {
    const last = timeline.at(-1);
    if (last === undefined || last.until !== null || NOT_ADDRESSED.includes(last.content.kind)) return [];
    const { name, bureauId, lineSuperiorId } = last.content;
    if (isBureau(bureauId) || isBureau(lineSuperiorId)) return [];
    return [{ line: rows.at(-1)?.line ?? 0, subject: name, reason: WHY }];
  });
}

const WHY = '没有填写司法行政部门：可以载入，但任何司法局都不能向该单位制发监督文书（不在监督范围内）；请补上“司法行政部门”一列后再载入';
