import { availableParallelism } from 'node:os';
import { FONT_FAMILIES } from '../documents/fonts.ts';
import { type Made, poolOf } from '../documents/typst-pool.ts';

/** One paper as cover, contents and pages tell it. */
export type BoundPaper = {
  readonly title: string;
  readonly number: string;
  readonly on: string;
  readonly note: string;
  readonly digest: string;
  readonly size: string;
  /** Made by the platform itself: it opens always. */
  readonly isOurs: boolean;
  /** Place of its bytes in `files`; null: it is only named, and `apart` says why. */
  readonly from: number | null;
  readonly as: 'pdf' | 'image';
  /** Of an image: jpg, png. */
  readonly ending: string;
  readonly apart: string;
};
type Row = { readonly label: string; readonly value: string };
export type BoundVolume = {
  readonly key: string;
  readonly label: string;
  readonly cover: readonly Row[];
  /** 备考表; an empty value is left for a hand. */
  readonly closing: readonly Row[];
  readonly papers: readonly BoundPaper[];
};
export type Binding = {
  readonly title: string;
  /** 行政处罚案卷. */
  readonly name: string;
  readonly organ: string;
  /** Each paper begins on a front side; blank back sides bear no number. */
  readonly double: boolean;
  /** With cover, contents, running numbers and 备考表; false: the chosen papers one after the other. */
  readonly whole: boolean;
  readonly watermark: string | null;
  readonly volumes: readonly BoundVolume[];
};
type Input = { readonly json: string; readonly files: readonly Uint8Array[] };

/** Bytes of the files that one PDF may carry; what would go beyond is named in the list of contents only. */
export const MOST_BYTES = 256 * 1024 * 1024;
const PLACES = 3;

const pool = poolOf<Input>(
  { size: availableParallelism() > 2 ? 2 : 1, timeoutMs: 60_000 },
  {
    file: 'case-file/case-file-worker.mjs',
    folder: 'case-file/typst',
    moved: ({ files }) => files.map(({ buffer }) => buffer).filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer),
  },
);
let inHand = 0;

/**
 * A place at the binder, taken before the papers are read and until they are bound: however many ask, no more case files
 * than these lie in memory. 'busy': all places are taken.
 */
export async function atBinder<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (inHand >= PLACES) return 'busy';
  inHand += 1;
  try {
    return await work();
  } finally {
    inHand -= 1;
  }
}

/**
 * One PDF of the papers as they were issued and attached, with bookmarks. `files` move to the renderer and are gone
 * afterwards. A file that cannot be opened is named with its digest, never left out silently.
 */
export function bindCaseFile(binding: Binding, files: readonly Uint8Array[]): Promise<Made> {
  return pool.render({ json: JSON.stringify({ ...binding, fonts: FONT_FAMILIES }), files });
}

/** Stops the binders; a later case file starts them again. */
export function closeBinders(): Promise<void> {
  return pool.close();
}
