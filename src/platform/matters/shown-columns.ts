import type { WorkbookCell } from '../spreadsheet/write-workbook.ts';

/** One column of an exported list: its id and title are those of the page. */
export type ListColumn<T> = { readonly id: string; readonly title: string; readonly cell: (row: T) => WorkbookCell };

/** Ids of columns as a page names them, parted by commas. */
export const COLUMN_IDS = { maxLength: 400, pattern: '^[a-zA-Z]+(,[a-zA-Z]+)*$' } as const;

/** The columns that a page shows, in the order in which it shows them; all where none are named. */
export function shownColumns<C extends { readonly id: string }>(all: readonly C[], asked: string | undefined): readonly C[] {
  if (asked === undefined) return all;
  const wanted = asked.split(',');
  return all.filter((column) => wanted.includes(column.id));
}

/** The first column asked for that the list does not have; null where it has them all. */
export function unknownColumn(all: readonly { readonly id: string }[], asked: string | undefined): string | null {
  return asked?.split(',').find((id) => !all.some((column) => column.id === id)) ?? null;
}
