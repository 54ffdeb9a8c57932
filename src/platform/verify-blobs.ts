import { createHash } from 'node:crypto';
import { type Pool, rows, sqlState } from './db.ts';
import { folderStore } from './files.ts';

export type BlobFault = { readonly sha256: string; readonly what: string };
export type BlobVerdict = { readonly files: number; readonly faults: readonly BlobFault[] };

type StoredBlob = { sha256: string; sm3: string; size: number };

/** Reads every stored file again and compares its size and both digests with what was recorded when it came in. */
export async function verifyBlobs(pool: Pool, folder: string): Promise<BlobVerdict> {
  const store = folderStore(folder);
  const faults: BlobFault[] = [];
  let files = 0;
  for (let after = ''; ; ) {
    const page = await rows<StoredBlob>(pool, 'select sha256, sm3, size from blob where sha256 > $1 order by sha256 limit 500', [after]);
    const last = page.at(-1);
    if (last === undefined) return { files, faults };
    for (const blob of page) {
      const what = await faultOf(store, blob);
      if (what !== null && (await isStillNamed(pool, blob))) faults.push({ sha256: blob.sha256, what });
    }
    files += page.length;
    after = last.sha256;
  }
}

/** An upload that nobody took up may be cleared while files are read. */
async function isStillNamed(pool: Pool, { sha256 }: StoredBlob): Promise<boolean> {
  return (await rows(pool, 'select from blob where sha256 = $1', [sha256])).length > 0;
}

async function faultOf(store: ReturnType<typeof folderStore>, blob: StoredBlob): Promise<string | null> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let size = 0;
  try {
    for await (const chunk of store.read(blob.sha256)) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      sha256.update(bytes);
      sm3.update(bytes);
    }
  } catch (error) {
    if (sqlState(error) === 'ENOENT') return '文件缺失';
    throw error;
  }
  const isSame = size === blob.size && sha256.digest('hex') === blob.sha256 && sm3.digest('hex') === blob.sm3;
  return isSame ? null : '内容与记录的摘要不符';
}
