import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';

/** Which law stood on which day. Texts come later: rules need to know whether a named law was in force. */
export type LawEntry = {
  readonly recordId: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: string;
  readonly validFrom: LocalDate;
  /** Last day in force; null: in force. */
  readonly validThrough: LocalDate | null;
  readonly replacedBy: string | null;
};

/** Every law record as known now, or as known at an instant: a few thousand at most, for rules that look up names in memory. */
export async function lawRecords(client: Queryable, knownAt: string | null = null): Promise<readonly LawEntry[]> {
  return rows<LawEntry>(
    client,
    `select id as "recordId", name, short_names as "shortNames", level, lower(valid) as "validFrom", upper(valid) - 1 as "validThrough",
       replaced_by as "replacedBy"
     from law_record where case when $1::timestamptz is null then upper_inf(known) else known @> $1::timestamptz end
     order by name collate "C", lower(valid)`,
    [knownAt],
  );
}
