import { mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isRefusal, type LocalDate, parseLocalDate } from '#law';
import type { ParsedLawText, TextProblem } from '#law/library/law-text';
import { parseLawText } from '#law/library/parse-law-text';
import { DEFAULT_LIMITS, type SpreadsheetLimits } from '#platform/spreadsheet/sheet';
import { decoderOf, detectEncoding } from '#platform/spreadsheet/text-encoding';
import { BrokenPart } from '#platform/spreadsheet/xlsx-xml';
import { openParts, type WorkbookParts } from '#platform/spreadsheet/xlsx-zip';
import { readDocxBody } from './read-docx.ts';

/** One file of an import: a text, or the reason why it is none. */
export type ReadLaw = { readonly source: string } & (
  | { readonly is: 'text'; readonly parsed: ParsedLawText; readonly bytes: number }
  | { readonly is: 'refused'; readonly reason: string }
);

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 64 * MEGABYTE;
const LIMITS: SpreadsheetLimits = { ...DEFAULT_LIMITS, entries: 20_000, heldBytes: 512 * MEGABYTE };
const TEXT = /\.(?:md|markdown|txt)$/i;
const DOCX = /\.docx$/i;
const ZIP = /\.zip$/i;
/** Directories and side files that archives and repositories carry along. */
const ASIDE = /(?:^|\/)(?:[._][^/]*|LICENSE[^/]*|README[^/]*)$|(?:^|\/)__MACOSX\//i;

/** Texts in files, folders and archives, one after the other: at most one file is in memory. */
export async function* readLawFiles(paths: readonly string[]): AsyncGenerator<ReadLaw> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) yield { source: path, is: 'refused', reason: '文件不存在或者不能读取' };
    else if (found.isDirectory()) yield* readFolder(path);
    else yield* readFile(path, basename(path), found.size);
  }
}

async function* readFolder(path: string): AsyncGenerator<ReadLaw> {
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* readFolder(inner);
    else if (entry.isFile() && isLawFile(entry.name)) yield* readFile(inner, entry.name, (await stat(inner)).size);
  }
}

function isLawFile(name: string): boolean {
  return !ASIDE.test(name) && (TEXT.test(name) || DOCX.test(name) || ZIP.test(name));
}

async function* readFile(path: string, source: string, size: number): AsyncGenerator<ReadLaw> {
  if (ZIP.test(source)) return yield* readArchive(path, source);
  if (DOCX.test(source)) return yield await readDocx(path, source);
  if (!TEXT.test(source)) return yield { source, is: 'refused', reason: '不是法规文本：请用 .md、.txt、.docx，或者装有这些文件的 .zip' };
  if (size > MOST_BYTES) return yield tooLarge(source, size);
  const file = await open(path);
  try {
    yield await readText(source, await file.readFile());
  } finally {
    await file.close();
  }
}

function tooLarge(source: string, size: number): ReadLaw {
  return { source, is: 'refused', reason: `文件有${Math.round(size / MEGABYTE)} MB，超过${MOST_BYTES / MEGABYTE} MB的上限` };
}

async function readText(source: string, bytes: Buffer): Promise<ReadLaw> {
  const encoding = await detectEncoding({
    read: async (into, offset, length, position) => ({ bytesRead: bytes.copy(into, offset, position, position + length) }),
  });
  if (encoding === null) return { source, is: 'refused', reason: '不是文本文件，不能识别其编码' };
  const parsed = parseLawText(decoderOf(encoding).decode(bytes), titleOf(source));
  return { source, is: 'text', parsed, bytes: bytes.length };
}

/** 行政处罚法(2021-01-22).md → 2021-01-22. */
export function fileDay(source: string): LocalDate | null {
  return parseLocalDate(/[(（](\d{4}-\d{2}-\d{2})[)）][^/]*$/.exec(source)?.[1] ?? '');
}

/** 行政处罚法(2021-01-22).md → 行政处罚法. */
function titleOf(source: string): string {
  return basename(source)
    .replace(/\.[^.]+$/, '')
    .replace(/[(（]\d{4}-\d{2}-\d{2}[)）]$/, '');
}

async function readDocx(path: string, source: string): Promise<ReadLaw> {
  const parts = await openParts(path, LIMITS);
  if (isRefusal(parts)) return { source, is: 'refused', reason: brokenReason(parts.refused, parts.reason, 'Word文档（.docx）') };
  try {
    const body = await parts.stream('word/document.xml');
    if (body === null) return { source, is: 'refused', reason: '不是 Word 文档：没有正文部分 word/document.xml' };
    const { text, trackedChanges } = await readDocxBody(body);
    const parsed = parseLawText(text, titleOf(source));
    const tracked: readonly TextProblem[] = trackedChanges === 0 ? [] : [{ line: 1, is: 'tracked-change', found: `${trackedChanges}处` }];
    return {
      source,
      is: 'text',
      parsed: { ...parsed, problems: [...tracked, ...parsed.problems] },
      bytes: parts.size('word/document.xml'),
    };
  } catch (error) {
    if (error instanceof BrokenPart) return { source, is: 'refused', reason: error.message.replace('工作簿', 'Word文档') };
    return { source, is: 'refused', reason: '文件不完整或已损坏，不能作为Word文档打开' };
  } finally {
    parts.close();
  }
}

async function* readArchive(path: string, source: string): AsyncGenerator<ReadLaw> {
  const parts = await openParts(path, LIMITS);
  if (isRefusal(parts)) {
    yield { source, is: 'refused', reason: brokenReason(parts.refused, parts.reason, '压缩包（.zip）') };
    return;
  }
  try {
    for (const { key, name } of parts.names) if (!name.endsWith('/') && !ASIDE.test(name)) yield await readPart(parts, source, key, name);
  } finally {
    parts.close();
  }
}

async function readPart(parts: WorkbookParts, archive: string, key: string, name: string): Promise<ReadLaw> {
  const source = `${archive}/${name}`;
  if (!TEXT.test(name) && !DOCX.test(name)) return { source, is: 'refused', reason: '压缩包内只读 .md、.txt 和 .docx' };
  if (parts.size(key) > MOST_BYTES) return tooLarge(source, parts.size(key));
  try {
    const stream = await parts.stream(key);
    const chunks: Buffer[] = [];
    if (stream !== null) for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    const bytes = Buffer.concat(chunks);
    return DOCX.test(name) ? await readInnerDocx(source, bytes) : await readText(source, bytes);
  } catch {
    return { source, is: 'refused', reason: '压缩包内的这个文件已损坏' };
  }
}

/** A container inside a container is opened from a place of its own. */
async function readInnerDocx(source: string, bytes: Buffer): Promise<ReadLaw> {
  const folder = await mkdtemp(join(tmpdir(), 'faheng-law-'));
  try {
    const path = join(folder, 'part.docx');
    await writeFile(path, bytes);
    return await readDocx(path, source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function brokenReason(code: string, reason: string, what: string): string {
  if (code === 'broken-zip') return `文件不完整或已损坏，不能作为${what}打开`;
  return code === 'encrypted' ? '文件设有打开密码，不能读取；请取消密码后再导入' : reason;
}
