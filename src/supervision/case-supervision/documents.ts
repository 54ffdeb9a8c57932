import { BARE_DOCUMENT, type DocumentTemplate, type Json, lines, listed, paragraph, type ShareOf, sheetTemplate, verified } from '#law';
import type { CaseLetterFacts } from './documents/facts.ts';

const SHARES: ShareOf = (_, index) => (index === 0 ? 8 : 40);

/** Records, forms and lists that stay in the case or are signed by hand: DOC-1, 3, 4, 7, 21. */
const SHEET = sheetTemplate('case-sheet', SHARES);

/** Letters of the inquiry: DOC-2, 5, 6, 7. */
const LETTER: DocumentTemplate<CaseLetterFacts> = {
  template: 'case-letter',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    title: f.title,
    addressee: f.addressee,
    body: [paragraph(`${verified(f.basis).join('')}${f.opening}`), ...lines(f.body), ...listed(f.list, SHARES)],
    signature: { organisation: f.issuer, on: f.on },
    handlers: f.handlers,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [SHEET, LETTER];
