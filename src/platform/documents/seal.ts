import type { OfficialDocument } from '#law';
import { FONT_FAMILIES } from './fonts.ts';
import { type Rendered, renderPdf } from './render-pdf.ts';
import type { RenderOptions } from './typst-input.ts';

/** Tenths of a millimetre: 42 mm across, as seals of departments are cut. */
const SIDE = 420;
const CENTRE = SIDE / 2;
const RED = '#e2001a';
const RING = 12;
const GLYPH = 56;
/** Where the middle of the characters runs. */
const TEXT_RADIUS = CENTRE - RING - 12 - GLYPH / 2;
const WIDEST_ARC = 262;
const WIDEST_STEP = 25;
const DEMONSTRATION = '（演示）';

/**
 * The round red seal of an organisation as SVG: ring, star, name from left to right along the arc. 演示 stands level
 * under the star, so that a demonstration seal is never taken for a real one. Equal name, equal bytes.
 */
export function electronicSeal(organisation: string): string {
  const demonstration = organisation.endsWith(DEMONSTRATION);
  const name = [...(demonstration ? organisation.slice(0, -DEMONSTRATION.length) : organisation).replace(/\s+/g, '')];
  const step = name.length < 2 ? 0 : Math.min(WIDEST_STEP, WIDEST_ARC / (name.length - 1));
  const room = 2 * Math.PI * (TEXT_RADIUS - GLYPH / 2) * (step / 360);
  const narrow = step === 0 ? 1 : Math.min(0.9, room / GLYPH);
  const first = (-step * (name.length - 1)) / 2;
  const arc = name.map((char, i) => glyph(char, first + step * i, narrow)).join('');
  const families = FONT_FAMILIES.song.map((family) => `'${family}'`).join(',');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="42mm" height="42mm">`,
    `<g fill="${RED}" fill-opacity="0.86" font-family="${families}" font-weight="700" text-anchor="middle">`,
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="${CENTRE - RING / 2 - 1}" fill="none" stroke="${RED}" stroke-opacity="0.86" stroke-width="${RING}"/>`,
    `<path d="${star(demonstration ? CENTRE - 12 : CENTRE, 66)}"/>`,
    arc,
    demonstration ? `<text x="${CENTRE}" y="${CENTRE + 128}" font-size="44">${DEMONSTRATION}</text>` : '',
    '</g></svg>',
  ].join('');
}

/** The same document with the seal of its signer over signature and date. An unsigned document cannot be sealed. */
export function sealDocument(document: OfficialDocument, options: Omit<RenderOptions, 'seal'> = {}): Promise<Rendered> {
  if (document.signature === null) throw new Error(`no signature to seal: ${document.title}`);
  return renderPdf(document, { ...options, seal: electronicSeal(document.signature.organisation) });
}

function glyph(char: string, angle: number, narrow: number): string {
  const turn = `rotate(${round(angle)} ${CENTRE} ${CENTRE}) translate(${CENTRE} ${CENTRE - TEXT_RADIUS}) scale(${round(narrow)} 1)`;
  // Characters of Chinese fonts reach from -0.12 to 0.88 of their size.
  return `<text transform="${turn}" x="0" y="${round(GLYPH * 0.38)}" font-size="${GLYPH}">${escapeXml(char)}</text>`;
}

function star(cy: number, radius: number): string {
  const inner = radius * 0.382;
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    const r = i % 2 === 0 ? radius : inner;
    return `${round(CENTRE + r * Math.cos(angle))} ${round(cy + r * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
