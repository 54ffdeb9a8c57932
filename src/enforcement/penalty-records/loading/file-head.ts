import { excerpt } from '../cells.ts';
import type { FileHead, HeadColumn } from '../contract-imports.ts';
import type { PenaltyFile } from '../reading/read-rows.ts';

/** What a person is shown of a file before it is loaded; no value of a row. */
export function headOf(file: PenaltyFile): FileHead {
  const { mapping, header } = file;
  const known = new Map(mapping.columns.map(({ index, key }) => [index, key]));
  const repeated = new Map(mapping.repeated.map(({ index, of }) => [index, of]));
  const columns = header.titles.flatMap((title, index): HeadColumn[] => {
    if (title.trim() === '') return [];
    return [{ index, title: title.slice(0, 500), key: known.get(index) ?? repeated.get(index) ?? null, repeated: repeated.has(index) }];
  });
  return {
    format: file.format,
    encoding: file.encoding,
    separator: file.separator,
    sheet: file.sheet,
    otherSheets: file.otherSheets,
    line: header.line,
    rows: header.rows,
    columns,
    missingKeys: mapping.missingKeys,
    missing: mapping.missing,
    hiddenColumns: file.hiddenColumns,
    blocked: file.blocked?.reason ?? null,
  };
}

/** The first rows, shortened: they tell what a column holds whose title says nothing. */
export function sampleOf(file: PenaltyFile): readonly (readonly string[])[] {
  return file.firstRows.map((cells) => cells.map(excerpt));
}
