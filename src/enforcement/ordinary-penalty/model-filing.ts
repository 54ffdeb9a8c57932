import type { LocalDate } from '#law';

/** The report of a major penalty that has been filed for the decision of the case (细则 18). */
export type Filed = { readonly filingId: string; readonly on: LocalDate };
