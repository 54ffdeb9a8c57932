import { isUtf8 } from 'node:buffer';

export const ENCODING_LABELS = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8（带BOM）',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
} as const;
export type TextEncoding = keyof typeof ENCODING_LABELS;

/** Anything that gives its bytes by position: an open file, or a part of an archive held in memory. */
export type ByteSource = {
  readonly read: (into: Buffer, offset: number, length: number, position: number) => Promise<{ readonly bytesRead: number }>;
};

const CHUNK = 1024 * 1024;

/** The decoder for an encoding; what cannot be decoded becomes U+FFFD and is reported where it stands. */
export function decoderOf(encoding: TextEncoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
}

/**
 * The encoding of a text file: by its mark, else by what all its bytes can be. null: no text at all. The whole file is
 * looked at, because Chinese may first stand on a late line.
 */
export async function detectEncoding(file: ByteSource): Promise<TextEncoding | null> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const first = await file.read(buffer, 0, CHUNK, 0);
  const head = buffer.subarray(0, first.bytesRead);
  const marked = byMark(head);
  if (marked !== null) return marked;
  if (head.subarray(0, 65_536).includes(0)) return wideEncoding(head.subarray(0, 65_536));
  for (let at = 0, n = first.bytesRead; n > 0; ) {
    const chunk = buffer.subarray(0, n);
    const whole = chunk.subarray(0, n - begunAtEnd(chunk));
    if (!isUtf8(whole)) return mostlyUtf8(chunk) ? 'utf-8' : 'gb18030';
    // A character that is cut by the chunk's end is looked at again as the beginning of the next.
    at += whole.length > 0 ? whole.length : n;
    n = (await file.read(buffer, 0, CHUNK, at)).bytesRead;
  }
  return 'utf-8';
}

/** How many bytes at the end begin a character of UTF-8 whose rest is missing. */
function begunAtEnd(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte > 0xf4) return 0;
    if (byte >= 0xc2) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function byMark(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** A few damaged bytes in a UTF-8 file do not make it GB18030, where Chinese would leave hardly a sequence intact. */
function mostlyUtf8(chunk: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(chunk);
  const wide = count(text, /[^\p{ASCII}]/gu);
  return count(text, /\ufffd/g) * 20 < wide;
}

/** Zero bytes: one of the two orders must give plain separators, digits and line ends; otherwise it is no text. */
function wideEncoding(head: Buffer): TextEncoding | null {
  const even = head.subarray(0, head.length - (head.length % 2));
  const score = (label: string) => {
    const text = new TextDecoder(label).decode(even);
    const odd = count(text, /[\0\ufffd\ue000-\uf8ff]/g) * 20 > text.length;
    return odd ? 0 : count(text, /[\r\n,;\t\d\u4e00-\u9fff]/g) / text.length;
  };
  const little = score('utf-16le');
  const big = score('utf-16be');
  if (Math.max(little, big) < 0.2) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
