import type { OfficialDocument } from '#law';
import { FONT_FAMILIES } from './fonts.ts';
import { printable, WATERMARK } from './printable.ts';
import { qrSvg, verifyAddress } from './verify-code.ts';
import { titleWords } from './words.ts';

export type RenderOptions = {
  /** SVG of the seal laid over signature and date; null leaves its place empty. */
  readonly seal?: string | null;
  /** Address of the public portal that the QR code leads to; null prints the code alone. */
  readonly verifyBaseUrl?: string | null;
  /** Said across every page of what is not issued yet; marks for missing words are then coloured. */
  readonly draft?: string | null;
};

export type TypstInput = { readonly json: string; readonly layoutVersion: number; readonly isDated: boolean };

/** What the layout files are given: content in words, and whether it is signed and therefore dated. */
export function typstInput(document: OfficialDocument, options: RenderOptions): TypstInput {
  const content = printable(document);
  const address = content.verifyCode === null ? null : verifyAddress(options.verifyBaseUrl ?? null, content.verifyCode);
  const code = content.verifyCode === null ? null : { text: content.verifyCode, svg: address === null ? null : qrSvg(address) };
  const draft = options.draft ?? null;
  const words = {
    'issuer-words': titleWords(content.issuer),
    'title-words': content.title.map(titleWords),
    annexes: content.annexes.map((annex) => ({ ...annex, 'title-words': titleWords(annex.title) })),
  };
  const watermark = [draft, content.demonstration ? WATERMARK : null].filter((mark) => mark !== null).join('　');
  const layers = { code, seal: options.seal ?? null, watermark: watermark === '' ? null : watermark, draft: draft !== null };
  const json = JSON.stringify({ ...content, ...words, ...layers, fonts: FONT_FAMILIES });
  return { json, layoutVersion: document.layoutVersion ?? 1, isDated: content.date !== null };
}
