import type { Readable } from 'node:stream';

/** One file of a ZIP: stored as it is, its size and checksum known before its bytes. */
export type ZipEntry = { readonly path: string; readonly size: number; readonly crc: number; readonly read: () => Readable };

/** 1980-01-01 00:00, the first moment that a ZIP can name: the same files give the same bytes. */
const FIRST_MOMENT = 0x0021_0000;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const VERSION = 20;
/** What a plain ZIP can count. */
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

/** The bytes of a ZIP, file by file; memory does not grow with them. Too many or too large for a plain ZIP is a fault of the caller. */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const total = entries.reduce((sum, e) => sum + e.size + 256, 0);
  if (entries.length > MOST_FILES || total > MOST_BYTES) throw new Error('too much for a plain ZIP');
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const head = Buffer.concat([localHeader(entry), Buffer.from(entry.path)]);
    directory.push(centralHeader(entry, at), Buffer.from(entry.path));
    yield head;
    for await (const chunk of entry.read() as AsyncIterable<Buffer>) yield chunk;
    at += head.length + entry.size;
  }
  const listed = Buffer.concat(directory);
  yield listed;
  yield endRecord(entries.length, listed.length, at);
}

/** Version needed, flags, method 0 (stored), moment, checksum, sizes and length of the name: alike in both headers. */
function writeCommon(to: Buffer, at: number, { path, size, crc }: ZipEntry): void {
  to.writeUInt16LE(VERSION, at);
  to.writeUInt16LE(UTF8, at + 2);
  to.writeUInt16LE(0, at + 4);
  to.writeUInt32LE(FIRST_MOMENT, at + 6);
  to.writeUInt32LE(crc, at + 10);
  to.writeUInt32LE(size, at + 14);
  to.writeUInt32LE(size, at + 18);
  to.writeUInt16LE(Buffer.byteLength(path), at + 22);
}

function localHeader(entry: ZipEntry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  writeCommon(head, 4, entry);
  return head;
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  writeCommon(head, 6, entry);
  head.writeUInt32LE(offset, 42);
  return head;
}

function endRecord(files: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
