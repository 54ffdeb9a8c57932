import type { Refusal } from '#law';
import { refuseFile } from './sheet.ts';

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF文件'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z压缩包'],
  [[0x1f, 0x8b], 'gzip压缩包'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const SAVE_AS = '请用WPS或Excel打开，“另存为”Excel工作簿（.xlsx）后再导入';

/** By its first bytes, never by its name: a zip, a text, or the reason why it is no spreadsheet. */
export function signatureOf(head: Buffer): 'zip' | 'text' | Refusal {
  if (starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6])) return 'zip';
  if (starts(head, OLE)) return oleRefusal(head);
  const other = SIGNATURES.find(([bytes]) => starts(head, bytes));
  return other === undefined ? 'text' : refuseFile('not-a-spreadsheet', `这是${other[1]}，不是表格文件；请导入.xlsx或.csv文件`);
}

/** Encrypted workbooks are wrapped in the same container as those of 1997–2003. */
function oleRefusal(head: Buffer): Refusal {
  if (head.includes(ENCRYPTED)) return refuseFile('encrypted', '文件设有打开密码，平台不能读取；请取消密码后重新保存再导入');
  return refuseFile('old-xls', `这是旧版Excel格式（.xls），平台不读取；${SAVE_AS}`);
}

/** Web pages and XML saved under the name of a spreadsheet, which many systems call "export to Excel". */
export function markupRefusal(text: string): Refusal | null {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (/^(?:<!--.*?-->\s*)?<(?:!doctype html|html|table|head|meta|style|body|div|script)/s.test(start)) {
    return refuseFile('html-table', `这是网页表格改名的文件（扩展名虽是.xls，内容是HTML）；${SAVE_AS}`);
  }
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) return refuseFile('xml-table', `这是XML格式的表格；${SAVE_AS}`);
  if (start.startsWith('{') || start.startsWith('[{')) return refuseFile('json', '这是JSON数据，不是表格；接口数据请用批量接口提交');
  return null;
}

function starts(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}
