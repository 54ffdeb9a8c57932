import { availableParallelism } from 'node:os';
import type { OfficialDocument } from '#law';
import { FONT_FAMILIES } from './fonts.ts';
import { printable } from './printable.ts';
import { type Rendered, typstPool } from './typst-pool.ts';
import { qrSvg, verifyAddress } from './verify-code.ts';
import { titleWords } from './words.ts';

export type RenderOptions = {
  /** SVG of the seal laid over signature and date; null leaves its place empty. */
  readonly seal?: string | null;
  /** Address of the public portal that the QR code leads to; null prints the code alone. */
  readonly verifyBaseUrl?: string | null;
};

const pool = typstPool({ size: availableParallelism() > 2 ? 2 : 1, timeoutMs: 30_000 });

/**
 * The document as PDF; PDF/A-2b where it is signed, for PDF/A asks for a date and no clock may enter. Equal document, options and fonts give equal bytes.
 * Refused (rejected) only by a broken template, a crash or the time limit, never by what a text contains.
 */
export function renderPdf(document: OfficialDocument, options: RenderOptions = {}): Promise<Rendered> {
  const content = printable(document);
  const address = content.verifyCode === null ? null : verifyAddress(options.verifyBaseUrl ?? null, content.verifyCode);
  const code = content.verifyCode === null ? null : { text: content.verifyCode, svg: address === null ? null : qrSvg(address) };
  const words = {
    'issuer-words': titleWords(content.issuer),
    'title-words': content.title.map(titleWords),
    annexes: content.annexes.map((annex) => ({ ...annex, 'title-words': titleWords(annex.title) })),
  };
  return pool.render({
    json: JSON.stringify({ ...content, ...words, code, seal: options.seal ?? null, fonts: FONT_FAMILIES }),
    pdfStandard: content.date === null ? '1.7' : 'a-2b',
  });
}

/** Stops the compilers; a later document starts them again. */
export function closePdfRenderer(): Promise<void> {
  return pool.close();
}
