import { inflateSync } from 'node:zlib';
import { fromBuffer } from 'yauzl';

/** One run of text on a page; x and y in points from the lower left corner. */
export type TextRun = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

/** Stands where the page shows an empty box: no font had the character. */
export const MISSING_GLYPH = '\ufffd';

/**
 * The text of a PDF as our renderer writes it (plain objects, ToUnicode maps, one matrix per run), page by page: what a
 * reader would select, search or have read out.
 */
export function pdfRuns(pdf: Buffer): readonly (readonly TextRun[])[] {
  const objects = objectsOf(pdf);
  const kids = /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(pdf.toString('latin1'))?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map((kid) => {
    const page = objects.get(kid[1] ?? '') ?? '';
    return runs(streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? ''), fontsOf(page, objects));
  });
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  for (const m of pdf.toString('latin1').matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(m[1] ?? '', m[2] ?? '');
  return objects;
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>;

function fontsOf(page: string, objects: ReadonlyMap<string, string>): Fonts {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const head = page.includes('stream') ? page.slice(0, page.indexOf('stream')) : page;
  for (const m of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(m[2] ?? '') ?? '')?.[1] ?? '';
    fonts.set(m[1] ?? '', unicodeMap(streamOf(objects.get(cmap) ?? '')));
  }
  return fonts;
}

/** Text per page, without the spaces that layout puts between runs. */
export function pdfText(pdf: Buffer): readonly string[] {
  return pdfRuns(pdf).map((page) => page.map((run) => run.text).join(''));
}

function streamOf(object: string): string {
  // By its length: compressed bytes may themselves end like a line.
  const start = /stream\r?\n/.exec(object);
  const length = Number(/\/Length (\d+)/.exec(object)?.[1] ?? 0);
  const body = start === null ? '' : object.slice(start.index + start[0].length, start.index + start[0].length + length);
  return /\/FlateDecode/.test(object.slice(0, object.indexOf('stream')))
    ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    : body;
}

function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const m of cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>/gm)) {
    const units = (m[2] ?? '').match(/.{4}/g) ?? [];
    map.set(Number.parseInt(m[1] ?? '', 16), String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
  }
  return map;
}

const OPERATORS =
  /^([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ ([-\d.]+) ([-\d.]+) cm$|^\/(f\d+) ([\d.]+) Tf$|^\[([\s\S]*?)\] TJ$|^(\((?:\\[\s\S]|[^\\)])*\)) Tj$/gm;

function runs(content: string, fonts: Fonts): readonly TextRun[] {
  const out: TextRun[] = [];
  let at = { x: 0, y: 0 };
  let font: ReadonlyMap<number, string> = new Map();
  let size = 0;
  for (const m of content.matchAll(OPERATORS)) {
    if (m[2] !== undefined) at = { x: Number(m[2]), y: Number(m[3]) };
    else if (m[4] !== undefined) {
      font = fonts.get(m[4]) ?? new Map();
      size = Number(m[5]);
    } else out.push({ text: decoded(m[6] ?? m[7] ?? '', font), ...at, size });
  }
  return out;
}

function decoded(operand: string, font: ReadonlyMap<number, string>): string {
  let text = '';
  for (const m of operand.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)|<([0-9A-Fa-f]+)>/g)) {
    const bytes = m[2] === undefined ? literalBytes(m[1] ?? '') : [...Buffer.from(m[2], 'hex')];
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const code = (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0);
      text += code === 0 ? MISSING_GLYPH : (font.get(code) ?? MISSING_GLYPH);
    }
  }
  return text;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalBytes(literal: string): readonly number[] {
  return [...literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)].map((m) => {
    if (m[1] !== undefined) return Number.parseInt(m[1], 8);
    if (m[2] !== undefined) return ESCAPES[m[2]] ?? m[2].charCodeAt(0);
    return (m[3] ?? '').charCodeAt(0);
  });
}

/** The parts of a DOCX by path, and the times that its zip names. */
export function docxParts(docx: Buffer): Promise<{ readonly parts: ReadonlyMap<string, string>; readonly times: ReadonlySet<number> }> {
  return new Promise((done, fail) => {
    fromBuffer(docx, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return fail(error);
      const parts = new Map<string, string>();
      const times = new Set<number>();
      zip.on('error', fail);
      zip.on('end', () => done({ parts, times }));
      zip.on('entry', (entry) => {
        times.add(entry.lastModFileDate * 65536 + entry.lastModFileTime);
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return fail(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** The words of one part, one line per paragraph. */
export function docxText(part: string): string {
  return [...part.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)]
    .map((p) => [...p[0].matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((t) => unescapeXml(t[1] ?? '')).join(''))
    .join('\n');
}

function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|quot|apos);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? "'").replaceAll('&amp;', '&');
}

/** The text of the pages that a PDF has taken over whole from other PDFs of our renderer, one entry a page, in no certain order. */
export function carriedText(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  return [...objects.values()]
    .filter((object) => object.includes('/Subtype /Form') && object.includes('/BBox [0 0 595'))
    .map((form) =>
      runs(streamOf(form), fontsOf(form, objects))
        .map((run) => run.text)
        .join(''),
    )
    .filter((text) => text !== '');
}

/** The bookmarks of a PDF, in their order. */
export function bookmarks(pdf: Buffer): readonly string[] {
  const items = [...objectsOf(pdf).values()].filter((object) => object.includes('/Parent') && object.includes('/Title <FEFF'));
  return items.map((item) => {
    const units = /\/Title <FEFF([0-9A-F]*)>/.exec(item)?.[1]?.match(/.{4}/g) ?? [];
    return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
  });
}
