import { call } from './client.ts';
import { ApiError, failureOf } from './failure.ts';
import type { FileInfo } from './types.ts';

/** Larger files go in pieces, and go on where they stopped. */
export const IN_PARTS_ABOVE = 8 * 1024 * 1024;

/** An upload that has not come in whole, as its owner sees it. */
export type OpenUpload = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mark: string;
  readonly offset: number;
  /** Largest piece that is taken. */
  readonly piece: number;
};

const KIB = 1024;
const SAMPLE = 64 * KIB;
const SMALLEST = 256 * KIB;
const FIRST = 1024 * KIB;
const WAITS = [1, 2, 4, 8, 15, 30];
const CHANGED = '文件在上传中改变，或者已经移走，请重新选择文件。';

/** Those of this page, so that one file chosen twice becomes two uploads. */
const running = new Set<string>();
const uploadOf = new WeakMap<File, string>();

export function openUploads(): Promise<{ readonly uploads: readonly OpenUpload[] }> {
  return call('GET', '/api/uploads', { quiet: true });
}

export function giveUpUpload(id: string): Promise<null> {
  return call('DELETE', `/api/uploads/${id}`);
}

/** What has come over of a file that is no longer wanted takes no room any more. */
export async function giveUpFile(file: File): Promise<void> {
  const id = uploadOf.get(file);
  if (id !== undefined) await giveUpUpload(id);
}

/**
 * Uploads a file piece by piece; the same file chosen again, even after the page was closed, goes on at the place the
 * server tells. Aborting pauses. Throws ApiError and nothing else.
 */
export async function uploadInParts(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<FileInfo> {
  const upload = await openingOf(file);
  uploadOf.set(file, upload.id);
  try {
    onProgress(upload.offset / file.size);
    await sendPieces(file, upload, onProgress, signal);
    const body = { size: file.size, mark: await markOf(file) };
    return await call<FileInfo>('POST', `/api/uploads/${upload.id}/finish`, { body, signal });
  } finally {
    running.delete(upload.id);
  }
}

async function openingOf(file: File): Promise<OpenUpload> {
  const mark = await markOf(file);
  const { uploads } = await openUploads();
  const same = uploads.find((one) => one.mark === mark && one.size === file.size && !running.has(one.id));
  if (same !== undefined) {
    // Taken before anything is waited for: the same file may be chosen twice at once.
    running.add(same.id);
    return call<OpenUpload>('GET', `/api/uploads/${same.id}`).catch((error: unknown) => {
      running.delete(same.id);
      throw error;
    });
  }
  const opened = await call<OpenUpload>('POST', '/api/uploads', { body: { name: file.name, size: file.size, mark } });
  running.add(opened.id);
  return opened;
}

async function sendPieces(file: File, upload: OpenUpload, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  let { offset } = upload;
  let length = FIRST;
  let failed = 0;
  while (offset < file.size) {
    const began = performance.now();
    try {
      offset = await sendPiece(file, upload.id, offset, Math.min(offset + length, file.size), signal);
      failed = 0;
      length = nextLength(length, performance.now() - began, upload.piece);
    } catch (error) {
      const failure = failureOf(error);
      const wait = WAITS[failed];
      if (failure.is === 'offset') offset = failure.offset;
      else if (signal.aborted || !isPassing(failure.is) || wait === undefined) throw error;
      else {
        failed += 1;
        length = SMALLEST;
        await pause(wait * 1000, signal);
        offset = await placeTold(upload.id, offset, signal);
      }
    }
    onProgress(offset / file.size);
  }
}

const isPassing = (is: string): boolean => is === 'offline' || is === 'database' || is === 'too-many';

/** What a broken connection has brought over counts. */
async function placeTold(id: string, offset: number, signal: AbortSignal): Promise<number> {
  const told = await call<OpenUpload>('GET', `/api/uploads/${id}`, { signal }).catch((error: unknown) => {
    if (isPassing(failureOf(error).is)) return null;
    throw error;
  });
  return told?.offset ?? offset;
}

async function sendPiece(file: File, id: string, from: number, until: number, signal: AbortSignal): Promise<number> {
  const blob = await readPiece(file, from, until);
  const checksum = await digestOf(blob);
  const headers = {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(from),
    ...(checksum === null ? {} : { 'upload-checksum': checksum }),
  };
  const { offset } = await call<{ offset: number }>('PATCH', `/api/uploads/${id}`, { bytes: { blob, headers }, signal });
  return offset;
}

/** A browser refuses to read a file that has changed since it was chosen. */
async function readPiece(file: File, from: number, until: number): Promise<Blob> {
  try {
    return new Blob([await file.slice(from, until).arrayBuffer()]);
  } catch {
    throw new ApiError({ is: 'input', problems: [], reason: CHANGED });
  }
}

/** Pieces that go through in less than a second grow, slow ones shrink: a poor line loses little when it breaks. */
function nextLength(length: number, took: number, largest: number): number {
  if (took < 1_000) return Math.min(length * 2, largest);
  return took > 8_000 ? Math.max(Math.floor(length / 2), SMALLEST) : length;
}

/** By which the same file is known again: size, time of change, and samples of its bytes. */
async function markOf(file: File): Promise<string> {
  const middle = Math.floor(file.size / 2);
  const starts = [0, middle, Math.max(0, file.size - SAMPLE)];
  const samples = await Promise.all(starts.map((start) => readPiece(file, start, Math.min(start + SAMPLE, file.size))));
  const sampled = await digestOf(new Blob(samples));
  return `${file.size}-${file.lastModified}-${sampled ?? file.name.slice(-100)}`;
}

/** SHA-256, where the page is allowed to count it (https or the machine itself). */
async function digestOf(blob: Blob): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
