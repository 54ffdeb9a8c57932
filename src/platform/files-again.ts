import { newId } from './acts/ids.ts';
import { type Queryable, rows } from './db.ts';
import { insertFile, type StoredBlob } from './files.ts';

type Copying = { readonly city: number; readonly uploadedBy: string | null; readonly nowMs: number };
type FileRow = StoredBlob & { readonly name: string; readonly mediaType: string };

/**
 * The same bytes as files of their own, in the same order, pending until an act attaches them: each matter keeps its own. What no
 * act attaches is cleared with all pending files. Throws where one of them is gone.
 */
export async function filesAgain(
  client: Queryable,
  originals: readonly string[],
  { city, uploadedBy, nowMs }: Copying,
): Promise<readonly string[]> {
  const found = await rows<FileRow>(
    client,
    `select f.name, f.media_type as "mediaType", f.sha256, b.sm3, f.size::float8 as size
     from unnest($1::uuid[]) with ordinality o(id, nth) join file f on f.id = o.id join blob b on b.sha256 = f.sha256 order by o.nth`,
    [originals],
  );
  if (found.length < originals.length) throw new Error('a file to be attached again is gone');
  const ids: string[] = [];
  for (const { name, mediaType, ...blob } of found) {
    const id = newId(nowMs);
    await insertFile(client, { id, city, matter: null, name, mediaType, blob, uploadedBy, at: new Date(nowMs).toISOString() });
    ids.push(id);
  }
  return ids;
}
