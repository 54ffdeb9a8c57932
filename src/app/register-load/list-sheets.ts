import { isRefusal } from '#law';
import type { Platform } from '#platform/acts/perform';
import type { BlobStore } from '#platform/files';
import { LIST_COLUMNS } from '#registers/power-lists';
import type { SheetReader } from '../../registers/list-changes/actions.ts';
import { readFileOf } from './read-file.ts';

/** Reads an uploaded file of lines of a list as the load of lists reads it. */
export function listSheets(at: { readonly platform: Platform; readonly blobs: BlobStore }): SheetReader {
  return async (session, file) => {
    const found = await readFileOf(at, session, file, LIST_COLUMNS);
    if (found === null || isRefusal(found)) return found;
    const { rows, ignored, problems } = found.table;
    return { name: found.name, rows, ignored, problems };
  };
}
