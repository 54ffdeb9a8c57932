import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { SampleFile } from './texts.ts';

/** The first moment that a ZIP can name: the same files give the same bytes. */
const STORED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

export async function zipOfSamples(files: readonly SampleFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, body } of files) zip.addBuffer(Buffer.from(body), name, STORED);
  zip.end();
  return buffer(zip.outputStream);
}
