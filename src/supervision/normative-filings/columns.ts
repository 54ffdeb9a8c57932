import type { ColumnValue } from '#law';
import { missingPieces, type NormativeFiling, openSuggestions } from './model.ts';

/** Typed columns of the ledger of filings, and what rules ask of a normative document. */
export function columns(s: NormativeFiling): Readonly<Record<string, ColumnValue>> {
  const entry = s.catalogue.at(-1);
  return {
    maker_id: s.makerId,
    recipient_id: s.recipientId,
    bureau_id: s.bureauId,
    level: s.level,
    is_trial: s.isTrial,
    is_entered: s.isEntered,
    title: s.document.title,
    document_number: s.document.number,
    first_published_on: s.firstPublishedOn,
    published_on: s.document.publishedOn,
    effective_on: s.document.effectiveOn,
    last_day: s.document.lastDay,
    submitted_on: s.submittedOn,
    is_late: s.lateReason !== null,
    missing: missingPieces(s.pieces),
    registered_on: s.registeredOn,
    outcome: s.letter === null ? null : (s.conclusion?.outcome ?? null),
    grounds: s.letter === null ? [] : (s.conclusion?.grounds ?? []).map((g) => g.ground),
    opinion_number: s.letter?.number ?? null,
    filing_number: entry?.filingNumber ?? null,
    filed_on: entry?.filedOn ?? null,
    catalogued_on: s.catalogued?.on ?? null,
    ended_on: s.endedOn,
    suggestions: s.suggestions.length,
    open_suggestions: openSuggestions(s).length,
    receipts: s.suggestions.flatMap(({ receipt }) => receipt ?? []),
  };
}
