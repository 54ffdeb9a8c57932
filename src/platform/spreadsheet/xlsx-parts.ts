import { builtinKind, kindOfFormat, type NumberKind } from './xlsx-numbers.ts';
import { attribute, isTrue, readXml } from './xlsx-xml.ts';
import type { WorkbookParts } from './xlsx-zip.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly path: string };
export type Workbook = { readonly sheets: readonly SheetPart[]; readonly epoch1904: boolean };

/** The sheets in the order of their tabs; null when the container holds no workbook. */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook | null> {
  const stream = await parts.stream('xl/workbook.xml');
  if (stream === null) return null;
  const targets = await readTargets(parts);
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  await readXml(stream, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const target = targets.get(attribute(attributes, 'id') ?? '');
      if (target === undefined || !parts.has(target)) return;
      const state = attributes['state'];
      sheets.push({ name: attributes['name'] ?? '', hidden: state === 'hidden' || state === 'veryHidden', path: target });
    },
  });
  return { sheets, epoch1904 };
}

async function readTargets(parts: WorkbookParts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const stream = await parts.stream('xl/_rels/workbook.xml.rels');
  if (stream === null) return targets;
  await readXml(stream, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || !(attributes['Type'] ?? '').endsWith('/worksheet')) return;
      const target = attributes['Target'] ?? '';
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

/** The kind of number that each cell style shows, by style index. */
export async function readNumberKinds(parts: WorkbookParts): Promise<readonly NumberKind[]> {
  const kinds: NumberKind[] = [];
  const formats = new Map<number, NumberKind>();
  const stream = await parts.stream('xl/styles.xml');
  if (stream === null) return kinds;
  let inCellXfs = false;
  await readXml(stream, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') formats.set(id, kindOfFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellXfs = true;
      if (name === 'xf' && inCellXfs) kinds.push(formats.get(id) ?? builtinKind(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellXfs = false;
    },
  });
  return kinds;
}

/** The texts that cells point to. Pronunciation hints (rPh) are not part of a text. */
export async function readSharedStrings(parts: WorkbookParts): Promise<readonly string[]> {
  const strings: string[] = [];
  const stream = await parts.stream('xl/sharedStrings.xml');
  if (stream === null) return strings;
  let current = '';
  let inText = false;
  let inHint = 0;
  await readXml(stream, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') inHint += 1;
      else if (name === 't') inText = inHint === 0;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inHint -= 1;
      else if (name === 'si') strings.push(unescaped(current));
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return strings;
}

/** _x000D_ stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
