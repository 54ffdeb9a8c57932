import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BlobStore } from '../files.ts';

type SentFile = { readonly name: string; readonly media_type: string; readonly sha256: string; readonly size: number };
type Range = { readonly start: number; readonly end: number };

const SHOWN = /^(application\/pdf$|image\/|audio\/|video\/)/;

/** A file, or the range of it that is asked for: a recording is moved about in without being fetched in whole. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, blobs: BlobStore, file: SentFile): FastifyReply {
  const size = Number(file.size);
  const range = rangeOf(request.headers.range, size);
  reply
    .header('content-type', file.media_type)
    .header(
      'content-disposition',
      `${SHOWN.test(file.media_type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('accept-ranges', 'bytes');
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${size}`).send();
  if (range === null) return reply.header('content-length', size).send(blobs.read(file.sha256));
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
    .header('content-length', range.end - range.start + 1)
    .send(blobs.read(file.sha256, range));
}

/** One range, as players ask for it; several at once, or anything else, is answered with the whole (RFC 9110 §14.2). */
function rangeOf(header: string | undefined, size: number): Range | 'outside' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (asked === null) return null;
  const [first, last] = [asked[1] ?? '', asked[2] ?? ''];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start > end ? 'outside' : { start, end };
}
