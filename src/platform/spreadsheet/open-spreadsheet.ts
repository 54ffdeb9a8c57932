import { open, stat } from 'node:fs/promises';
import { isRefusal, type Refusal } from '#law';
import { openText } from './csv-reader.ts';
import { signatureOf } from './file-signature.ts';
import { DEFAULT_LIMITS, megabytes, refuseFile, type Spreadsheet, type SpreadsheetLimits } from './sheet.ts';
import { openXlsx } from './xlsx-reader.ts';

/** Enough to see what a file is, and whether an old container holds an encrypted workbook. */
const SIGNATURE_BYTES = 64 * 1024;

/**
 * Opens a spreadsheet of any origin without trusting its name: text (UTF-8, GB18030, UTF-16; , ; or tab) or .xlsx. What
 * cannot be read is refused with the reason and what to do. The caller closes what was opened.
 */
export async function openSpreadsheet(path: string, limits: SpreadsheetLimits = DEFAULT_LIMITS): Promise<Spreadsheet | Refusal> {
  const head = await firstBytes(path, limits);
  if (isRefusal(head)) return head;
  const kind = signatureOf(head);
  if (isRefusal(kind)) return kind;
  return kind === 'zip' ? openXlsx(path, limits) : openText(path);
}

async function firstBytes(path: string, limits: SpreadsheetLimits): Promise<Buffer | Refusal> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return refuseFile('no-file', `找不到文件：${path}`);
  if (found.size === 0) return refuseFile('empty', '文件是空的，没有可读取的内容');
  if (found.size > limits.fileBytes) {
    return refuseFile('too-large', `文件大小${megabytes(found.size)}，超过${megabytes(limits.fileBytes)}的上限；请拆分成几个文件后再导入`);
  }
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(SIGNATURE_BYTES, found.size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
