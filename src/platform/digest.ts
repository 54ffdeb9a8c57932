import { createHash } from 'node:crypto';

/** Both digests of one content, in lower-case hex, and its length in bytes. */
export type Digests = { readonly sha256: string; readonly sm3: string; readonly size: number };

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** GB/T 32905. */
export function sm3(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex');
}

export function digests(bytes: Uint8Array): Digests {
  return { sha256: sha256(bytes), sm3: sm3(bytes), size: bytes.byteLength };
}

/** Reads the stream to its end once; nothing of it is kept in memory. */
export async function digestsOfStream(stream: AsyncIterable<Uint8Array>): Promise<Digests> {
  const sha = createHash('sha256');
  const national = createHash('sm3');
  let size = 0;
  for await (const chunk of stream) {
    sha.update(chunk);
    national.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: sha.digest('hex'), sm3: national.digest('hex'), size };
}
