import { type FormFields, PARTY_FIELDS } from '#law';
import type { Problem } from '../api/types.ts';

/** Path of a problem as keys and row numbers: "/input/rows/0/name", "rows[0].name" and "rows.0.name" are one. */
export function pathParts(path: string): readonly string[] {
  const parts = path.split(/[/.[\]]+/).filter((part) => part !== '');
  return parts[0] === 'input' ? parts.slice(1) : parts;
}

export type Placed = {
  /** By canonical path "rows.0.name". */
  readonly byField: ReadonlyMap<string, string>;
  /** Those that belong to no field on screen: shown above the form. */
  readonly elsewhere: readonly Problem[];
};

export function placeProblems(fields: FormFields, problems: readonly Problem[]): Placed {
  const byField = new Map<string, string>();
  const elsewhere: Problem[] = [];
  for (const problem of problems) {
    const parts = pathParts(problem.path);
    if (isField(fields, parts)) byField.set(parts.join('.'), problem.reason);
    else elsewhere.push(problem);
  }
  return { byField, elsewhere };
}

function isField(fields: FormFields, parts: readonly string[]): boolean {
  const [key, row, ...rest] = parts;
  const field = key === undefined ? undefined : fields[key];
  if (field === undefined) return false;
  if (field.as === 'party' && row !== undefined) return isField(PARTY_FIELDS, [row, ...rest]);
  if (field.as !== 'rows' || row === undefined) return true;
  return /^\d+$/.test(row) && (rest.length === 0 || isField(field.fields, rest));
}
