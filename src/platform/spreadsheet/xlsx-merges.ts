import type { Readable } from 'node:stream';
import { bytes } from './xlsx-xml.ts';

export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** More merged areas than this are not spread: no hand made them. */
const MOST = 200_000;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
const TAIL = 200;

/**
 * The merged areas of a sheet, sorted from the top. They stand behind the rows in the file, so the part is run through
 * once for them alone, without parsing.
 */
export async function readMerges(stream: Readable): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + Buffer.from(bytes(chunk)).toString('latin1');
    let end = 0;
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(MERGE)) {
        end = match.index + match[0].length;
        if (merges.length < MOST) merges.push(mergeOf(match));
      }
    }
    rest = text.slice(Math.max(end, text.length - TAIL));
  }
  return merges.sort((a, b) => a.top - b.top);
}

function mergeOf(match: RegExpMatchArray): Merge {
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) };
}

/** A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i += 1) index = index * 26 + letters.charCodeAt(i) - 64;
  return index - 1;
}

/** A → 0 from 1 → A: for messages. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Writes the value of each merged area into all its cells, row by row from the top. */
export class MergeSpread {
  readonly #merges: readonly Merge[];
  #next = 0;
  #active: { readonly merge: Merge; readonly value: string }[] = [];

  constructor(merges: readonly Merge[]) {
    this.#merges = merges;
  }

  /** `cells` is filled in place, up to `width` columns; answers the columns whose value comes from a row above. */
  apply(line: number, cells: string[], width: number): readonly number[] {
    if (this.#next >= this.#merges.length && this.#active.length === 0) return [];
    const inherited: number[] = [];
    this.#active = this.#active.filter(({ merge }) => merge.bottom >= line);
    for (let merge = this.#merges[this.#next]; merge !== undefined && merge.top <= line; merge = this.#merges[this.#next]) {
      this.#next += 1;
      const value = merge.top === line ? (cells[merge.left] ?? '') : '';
      if (value !== '' && merge.bottom >= line) this.#active.push({ merge, value });
    }
    for (const { merge, value } of this.#active) {
      for (let column = merge.left; column <= merge.right && column < width; column += 1) {
        while (cells.length <= column) cells.push('');
        if (cells[column] !== '') continue;
        cells[column] = value;
        if (line > merge.top) inherited.push(column);
      }
    }
    return inherited;
  }
}
