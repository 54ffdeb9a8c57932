import { BARE_DOCUMENT } from './document-parts.ts';
import { chineseDay, type LocalDate } from './local-date.ts';
import type { Block, DocumentTemplate } from './official-document.ts';

/** One label with its value; wide: on a line of its own. */
export type SheetRow = { readonly label: string; readonly value: string; readonly wide: boolean };

/** Everything that a form or record prints, in its order: labels and values, a list, opinions, who and when. */
export type SheetFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly number: string | null;
  readonly rows: readonly SheetRow[];
  readonly list: { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly opinions: readonly { readonly label: string; readonly text: string; readonly name: string; readonly on: LocalDate | null }[];
  readonly on: LocalDate | null;
  readonly demonstration: boolean;
};

/** What a paper bears where nothing was to be written: a stroke, so that nothing can be added; never a word that states something. */
export const NOT_FILLED = '／';
export const short = (label: string, value: string): SheetRow => ({ label, value, wide: false });
export const wide = (label: string, value: string | null): SheetRow => ({ label, value: value ?? NOT_FILLED, wide: true });
/** A day as papers tell it; nothing where there is none. */
export const dayWords = (on: LocalDate | null): string => (on === null ? '' : chineseDay(on));

/** Share of the width that a column of the list takes, in relation to the others. */
export type ShareOf = (title: string, index: number) => number;

/** The list of a paper as a table; nothing where it has none. */
export function listed(list: SheetFacts['list'], shareOf: ShareOf): readonly Block[] {
  if (list === null) return [];
  return [{ kind: 'table', columns: list.titles.map((title, i) => ({ title, share: shareOf(title, i) })), rows: list.rows }];
}

/** The first version of a room's template of forms and records. */
export function sheetTemplate(template: string, shareOf: ShareOf): DocumentTemplate<SheetFacts> {
  return {
    template,
    version: 1,
    make: (f) => ({
      ...BARE_DOCUMENT,
      layout: 'form',
      issuer: f.issuer,
      number: f.number,
      title: f.title,
      body: [{ kind: 'fields', rows: f.rows }, ...listed(f.list, shareOf), ...f.opinions.map((o): Block => ({ kind: 'opinion', ...o }))],
      signature: f.on === null ? null : { organisation: f.issuer, on: f.on },
      demonstration: f.demonstration,
    }),
  };
}
