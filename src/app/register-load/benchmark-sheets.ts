import { isRefusal } from '#law';
import type { Platform } from '#platform/acts/perform';
import type { BlobStore } from '#platform/files';
import type { SheetReader } from '../../registers/discretion-benchmarks/actions-import.ts';
import { SHEET_COLUMNS } from '../../registers/discretion-benchmarks/reading/benchmark-sheet.ts';
import { readFileOf } from './read-file.ts';

/** Reads an uploaded file of benchmarks as files of registers are read: titles in any order, places that cannot be read named. */
export function benchmarkSheets(at: { readonly platform: Platform; readonly blobs: BlobStore }): SheetReader {
  return async (session, file) => {
    const found = await readFileOf(at, session, file, SHEET_COLUMNS);
    if (found === null || isRefusal(found)) return found;
    const { rows, ignored, problems } = found.table;
    return { name: found.name, rows, ignored, problems };
  };
}
