export * from './amount-in-words.ts';
export * from './approval-slip.ts';
export * from './asked-by-rules.ts';
export * from './calendar.ts';
export * from './canonical-json.ts';
export * from './case-file.ts';
export * from './certified.ts';
export * from './check-digit.ts';
export * from './citation.ts';
export * from './citation-check.ts';
export * from './clock.ts';
export * from './conditions.ts';
export * from './conditions-asked.ts';
export * from './decide.ts';
export * from './disputing/index.ts';
export {
  type DocumentNumberParts,
  formatDocumentNumber,
  type NormalisedDocumentNumber,
  normaliseDocumentNumber,
  shownDocumentNumber,
} from './document-number.ts';
export * from './document-parts.ts';
export * from './domains.ts';
export * from './execution/index.ts';
export * from './finding.ts';
export * from './form.ts';
export * from './instruments.ts';
export * from './internal-systems.ts';
export * from './last-day.ts';
export * from './law-citations.ts';
export * from './law-levels.ts';
export * from './law-register.ts';
export * from './lenient-lists.ts';
export * from './library/law-sources.ts';
export * from './library/short-names.ts';
export * from './licence-code.ts';
export * from './list-facts.ts';
export * from './list-kinds.ts';
export * from './listed-in.ts';
export * from './local-date.ts';
export { HIDDEN, maskedDocument, maskedParty } from './masked-document.ts';
export * from './matter-kind.ts';
export * from './official-document.ts';
export * from './outcome.ts';
export * from './outgoing.ts';
export * from './party.ts';
export * from './party-check.ts';
export * from './party-words.ts';
export * from './penalty.ts';
export * from './personal-data.ts';
export * from './profile.ts';
export * from './profiles/index.ts';
export * from './public-decision.ts';
export * from './reach.ts';
export * from './refold.ts';
export * from './relations.ts';
export * from './remedies.ts';
export * from './repealed-laws.ts';
export * from './reported.ts';
export * from './reported-office.ts';
export * from './reviewed-letter.ts';
export * from './roles.ts';
export * from './rule.ts';
export * from './sealing.ts';
export * from './sheet.ts';
export * from './shown-name.ts';
export * from './subject-kinds.ts';
export * from './surcharge.ts';
