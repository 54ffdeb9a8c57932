import type { DayKind, LocalDate } from '#law';

/** One day of the loaded calendar; kind null: the notice of that year is not loaded. */
export type DayInfo = { readonly day: LocalDate; readonly kind: DayKind | null; readonly name: string | null };
