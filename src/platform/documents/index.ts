import type { OfficialDocument } from '#law';
import { renderDocx } from './render-docx.ts';
import { closePdfRenderer, renderPdf } from './render-pdf.ts';
import type { RenderOptions } from './typst-input.ts';

export { renderDocx } from './render-docx.ts';
export { type Rendered, renderPdf } from './render-pdf.ts';
export { electronicSeal, sealDocument } from './seal.ts';
export type { RenderOptions } from './typst-input.ts';

/**
 * Both files of one document. `seal` is the SVG of `electronicSeal(name)` and stands on the PDF only: the DOCX is for
 * editing and is never sealed. Equal input gives equal bytes; `verifyBaseUrl` is part of the input.
 */
export async function renderDocument(
  document: OfficialDocument,
  options: RenderOptions = {},
): Promise<{ readonly pdf: Buffer; readonly docx: Buffer; readonly pages: number }> {
  const [{ pdf, pages }, docx] = await Promise.all([renderPdf(document, options), renderDocx(document, options)]);
  return { pdf, docx, pages };
}

/** Stops the rendering threads, for an orderly end of the program; rendering again starts them again. */
export function closeRenderers(): Promise<void> {
  return closePdfRenderer();
}
