import { BARE_DOCUMENT, type Block, type DocumentTemplate, type Json, lines, paragraph, verified } from '#law';
import type { CaseLetterFacts, SheetFacts } from './documents/facts.ts';

function listed(list: SheetFacts['list']): readonly Block[] {
  if (list === null) return [];
  return [{ kind: 'table', columns: list.titles.map((title, i) => ({ title, share: i === 0 ? 8 : 40 })), rows: list.rows }];
}

/** Records, forms and lists that stay in the case or are signed by hand: DOC-1, 3, 4, 7, 21. */
const SHEET: DocumentTemplate<SheetFacts> = {
  template: 'case-sheet',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    number: f.number,
    title: f.title,
    body: [{ kind: 'fields', rows: f.rows }, ...listed(f.list), ...f.opinions.map((o): Block => ({ kind: 'opinion', ...o }))],
    signature: f.on === null ? null : { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

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
    body: [paragraph(`${verified(f.basis).join('')}${f.opening}`), ...lines(f.body), ...listed(f.list)],
    signature: { organisation: f.issuer, on: f.on },
    handlers: f.handlers,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [SHEET, LETTER];
