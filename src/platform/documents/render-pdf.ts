import { availableParallelism } from 'node:os';
import type { OfficialDocument } from '#law';
import { type RenderOptions, typstInput } from './typst-input.ts';
import { typstPool } from './typst-pool.ts';

export type Rendered = { readonly pdf: Buffer; readonly pages: number };

const pool = typstPool({ size: availableParallelism() > 2 ? 2 : 1, timeoutMs: 30_000 });

/**
 * The document as PDF; PDF/A-2b where it is signed, for PDF/A asks for a date and no clock may enter. Equal document, options and fonts give equal bytes.
 * Refused (rejected) only by a broken template, a crash or the time limit, never by what a text contains.
 */
export async function renderPdf(document: OfficialDocument, options: RenderOptions = {}): Promise<Rendered> {
  const { isDated, ...input } = typstInput(document, options);
  const { bytes, pages } = await pool.render({ ...input, as: isDated ? 'a-2b' : '1.7' });
  return { pdf: bytes, pages };
}

/** Stops the compilers; a later document starts them again. */
export function closePdfRenderer(): Promise<void> {
  return pool.close();
}
