import { type FileHandle, open } from 'node:fs/promises';
import type { Refusal } from '#law';
import { CsvRows, detectSeparator, SEPARATOR_LABELS } from './csv-rows.ts';
import { markupRefusal } from './file-signature.ts';
import { HEAD_ROWS, refuseFile, type SheetItem, type SheetRow, type Spreadsheet } from './sheet.ts';
import { decoderOf, detectEncoding, ENCODING_LABELS, type TextEncoding } from './text-encoding.ts';

/** Small enough that other requests are served between two chunks. */
const CHUNK = 128 * 1024;

/** A text of rows (CSV, TXT): encoding and separator are found out; the whole text is one sheet. */
export async function openText(path: string): Promise<Spreadsheet | Refusal> {
  const file = await open(path, 'r');
  const opened = await opening(file);
  if ('refused' in opened) await file.close();
  return opened;
}

async function opening(file: FileHandle): Promise<Spreadsheet | Refusal> {
  const encoding = await detectEncoding(file);
  if (encoding === null) return refuseFile('not-text', '文件不是文本，也不是可识别的表格格式；请导入.xlsx或.csv文件');
  const sample = await sampleOf(file, encoding);
  const markup = markupRefusal(sample);
  if (markup !== null) return markup;
  if (sample.trim() === '') return refuseFile('empty', '文件是空的，没有可读取的内容');
  const separator = detectSeparator(sample);
  const head: SheetRow[] = [];
  const splitter = new CsvRows(separator);
  for (const item of splitter.push(sample)) if (item.is === 'row' && head.length < HEAD_ROWS) head.push(item.row);
  if (head.length < HEAD_ROWS) {
    for (const item of splitter.end()) if (item.is === 'row' && head.length < HEAD_ROWS) head.push(item.row);
  }
  const { size } = await file.stat();
  const place = { at: 0 };
  return {
    format: 'text',
    encoding: ENCODING_LABELS[encoding],
    separator: SEPARATOR_LABELS[separator],
    sheets: [{ name: '', hidden: false, hiddenColumns: [], head }],
    read: () => rowsOf(file, encoding, new CsvRows(separator), place),
    progress: () => place.at / Math.max(1, size),
    close: () => file.close(),
  };
}

async function sampleOf(file: FileHandle, encoding: TextEncoding): Promise<string> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const { bytesRead } = await file.read(buffer, 0, CHUNK, 0);
  return decoderOf(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
}

type Place = { at: number };

async function* rowsOf(file: FileHandle, encoding: TextEncoding, rows: CsvRows, place: Place): AsyncGenerator<readonly SheetItem[]> {
  const decoder = decoderOf(encoding);
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (place.at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, place.at);
    if (bytesRead === 0) break;
    place.at += bytesRead;
    yield rows.push(decoder.decode(buffer.subarray(0, bytesRead), { stream: true }));
  }
  yield [...rows.push(decoder.decode()), ...rows.end()];
}
