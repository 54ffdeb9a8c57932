import { addDays, type LocalDate } from '#law';

/** One normative document, as it stands now. */
export type NormativeDocument = {
  readonly title: string;
  readonly number: string;
  readonly publishedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  /** Last valid day; null: no end is set. */
  readonly lastDay: LocalDate | null;
};

/** One line of the catalogue of filed documents: what counted under which number on which days. */
export type CatalogueEntry = NormativeDocument & {
  readonly no: number;
  readonly filingNumber: string;
  readonly filedOn: LocalDate;
  /** First day on which it no longer counts; null: no end is set. */
  readonly until: LocalDate | null;
};

/** The first day after the last valid one. */
export function endOf(lastDay: LocalDate | null): LocalDate | null {
  return lastDay === null ? null : addDays(lastDay, 1);
}

/** A filed document joins the catalogue; what counted before gives way to it on its first day. */
export function withEntry(
  entries: readonly CatalogueEntry[],
  document: NormativeDocument,
  filing: Pick<CatalogueEntry, 'filingNumber' | 'filedOn'>,
): readonly CatalogueEntry[] {
  const before = cutAt(entries, document.effectiveOn);
  const entry = { no: before.length + 1, ...document, ...filing, until: endOf(document.lastDay) };
  return entry.until !== null && entry.until <= entry.effectiveOn ? before : [...before, entry];
}

/** From `day` on nothing of it counts: lines that would begin later go, the one that runs ends. */
export function cutAt(entries: readonly CatalogueEntry[], day: LocalDate): readonly CatalogueEntry[] {
  return entries.filter((e) => e.effectiveOn < day).map((e) => (e.until === null || e.until > day ? { ...e, until: day } : e));
}

/** The period of the newest line set anew. */
export function extended(entries: readonly CatalogueEntry[], lastDay: LocalDate | null): readonly CatalogueEntry[] {
  return entries.map((e, i) => (i === entries.length - 1 ? { ...e, lastDay, until: endOf(lastDay) } : e));
}

/** What the catalogue says for a day; null: nothing counted on it. */
export function entryOn(entries: readonly CatalogueEntry[], day: LocalDate): CatalogueEntry | null {
  return entries.find((e) => e.effectiveOn <= day && (e.until === null || day < e.until)) ?? null;
}
