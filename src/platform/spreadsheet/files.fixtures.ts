import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { TextEncoding } from './text-encoding.ts';

/** A folder for one test file's files. */
export function scratch(): { readonly put: (name: string, bytes: Buffer | string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-spreadsheet-'));
  return {
    put: (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let gb: ReadonlyMap<string, number> | null = null;

/** Node decodes GB18030 but does not encode it: the two-byte part is turned round once. */
function gbTable(): ReadonlyMap<string, number> {
  if (gb !== null) return gb;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') table.set(text, lead * 256 + trail);
    }
  }
  gb = table;
  return table;
}

export function encoded(text: string, encoding: TextEncoding, mark = false): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    case 'utf-16be':
      return Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le').swap16();
    case 'gb18030':
      return Buffer.from([...text].flatMap((char) => gbBytes(char)));
  }
}

function gbBytes(char: string): number[] {
  if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
  const code = gbTable().get(char) ?? 0x3f;
  return code < 256 ? [code] : [code >> 8, code & 255];
}

/** `declared` lies about the unpacked size. */
export type ZipPart = { readonly name: string; readonly body: Buffer | string; readonly declared?: number; readonly encrypted?: boolean };

/** A container written byte by byte, so that broken and hostile ones can be made as well as good ones. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const body = Buffer.from(part.body);
    const packed = deflateRawSync(body);
    const name = Buffer.from(part.name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declared ?? body.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

export type SheetFixture = { readonly name: string; readonly xml: string; readonly hidden?: boolean };
export type WorkbookFixture = {
  readonly sheets: readonly SheetFixture[];
  readonly strings?: string;
  readonly styles?: string;
  readonly epoch1904?: boolean;
};

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The parts of a workbook; `xml` is what stands inside a sheet's worksheet element. */
export function workbookParts(book: WorkbookFixture): ZipPart[] {
  const tabs = book.sheets.map(
    (sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const links = book.sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="http://x/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const epoch = book.epoch1904 === true ? '<workbookPr date1904="1"/>' : '';
  return [
    { name: 'xl/workbook.xml', body: `<workbook ${MAIN}>${epoch}<sheets>${tabs.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', body: `<Relationships>${links.join('')}</Relationships>` },
    ...(book.styles === undefined ? [] : [{ name: 'xl/styles.xml', body: `<styleSheet ${MAIN}>${book.styles}</styleSheet>` }]),
    ...(book.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', body: `<sst ${MAIN}>${book.strings}</sst>` }]),
    ...book.sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, body: `<worksheet ${MAIN}>${sheet.xml}</worksheet>` })),
  ];
}

export function workbookOf(book: WorkbookFixture): Buffer {
  return zipOf(workbookParts(book));
}

/** sheetData of plain texts; `row` attributes by row number where wanted. */
export function sheetData(rows: readonly (readonly string[])[], attributes: Readonly<Record<number, string>> = {}): string {
  const body = rows.map((cells, i) => {
    const inner = cells.map(
      (cell, column) => `<c r="${letters(column)}${i + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    );
    return `<row r="${i + 1}" ${attributes[i + 1] ?? ''}>${inner.join('')}</row>`;
  });
  return `<sheetData>${body.join('')}</sheetData>`;
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
