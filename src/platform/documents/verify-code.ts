import { create } from 'qrcode';

/** The address behind the QR code of a document, or null where no public address is configured. */
export function verifyAddress(baseUrl: string | null, code: string): string | null {
  return baseUrl === null ? null : `${baseUrl.replace(/\/+$/, '')}/public/verify?code=${encodeURIComponent(code)}`;
}

/** A QR code as SVG: one path, so that equal text gives equal bytes. */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 2;
  const side = modules.size + 2 * quiet;
  const dark: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 1) dark.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#000" d="${dark.join('')}"/></svg>`;
}
