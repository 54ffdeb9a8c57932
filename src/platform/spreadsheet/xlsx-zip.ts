import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Refusal } from '#law/outcome';
import { megabytes, refuseFile, type SpreadsheetLimits } from './sheet.ts';

/** The parts of a workbook. Everything was weighed before anything is unpacked. */
export type WorkbookParts = {
  /** `key` opens the part; `name` is what its writer meant. */
  readonly names: readonly { readonly key: string; readonly name: string }[];
  readonly has: (name: string) => boolean;
  /** Unpacked size, 0 when there is no such part. */
  readonly size: (name: string) => number;
  /** null when there is no such part. */
  readonly stream: (name: string) => Promise<Readable | null>;
  readonly close: () => void;
};

const BROKEN = '文件不完整或已损坏，不能作为Excel工作簿（.xlsx）打开；请重新导出或另存后再导入';

/**
 * Opens a workbook's container. Refused: broken or encrypted containers, too many parts, parts that unpack to too much
 * or in too great a ratio, part names that lead outside. Sizes are the container's word here and are held to it by the
 * unpacking, which stops at the first byte too many.
 */
export async function openParts(path: string, limits: SpreadsheetLimits): Promise<WorkbookParts | Refusal> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true });
  } catch {
    return refuseFile('broken-zip', BROKEN);
  }
  const entries = await weighed(zip, limits);
  if (!(entries instanceof Map)) {
    zip.close();
    return entries;
  }
  const find = (name: string) => entries.get(name.replace(/^\//, '').toLowerCase());
  return {
    names: [...entries].map(([key, entry]) => ({ key, name: writtenName(entry) })),
    has: (name) => find(name) !== undefined,
    size: (name) => find(name)?.uncompressedSize ?? 0,
    stream: async (name) => {
      const entry = find(name);
      return entry === undefined ? null : zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

/** Containers without the mark of UTF-8 hold UTF-8 or, from Chinese Windows, GB18030. */
function writtenName({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw);
  }
}

async function weighed(zip: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry> | Refusal> {
  if (zip.entryCount > limits.entries)
    return refuseFile('too-many-parts', `压缩包内有${zip.entryCount}个文件，超过${limits.entries}个的上限`);
  const entries = new Map<string, Entry>();
  const scale = { packed: 0, held: 0, streamed: 0 };
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refuseFile('encrypted', '文件设有打开密码，平台不能读取；请取消密码后重新保存再导入');
      const name = entry.fileName.toLowerCase();
      scale.packed += entry.compressedSize;
      scale[name.startsWith('xl/worksheets/') ? 'streamed' : 'held'] += entry.uncompressedSize;
      const bomb = tooDense(entry.compressedSize, entry.uncompressedSize, limits) ?? tooMuch(scale, limits);
      if (bomb !== null) return bomb;
      entries.set(name, entry);
    }
  } catch {
    return refuseFile('broken-zip', BROKEN);
  }
  return entries;
}

function tooDense(packed: number, unpacked: number, limits: SpreadsheetLimits): Refusal | null {
  const ratio = Math.round(unpacked / Math.max(1, packed));
  if (unpacked <= limits.ratioFrom || ratio <= limits.ratio) return null;
  return refuseFile('zip-bomb', `文件的压缩比达到${ratio}:1，超过${limits.ratio}:1的上限，疑似压缩炸弹，已拒绝打开`);
}

type Scale = { readonly packed: number; readonly held: number; readonly streamed: number };

function tooMuch(scale: Scale, limits: SpreadsheetLimits): Refusal | null {
  const over = scale.held > limits.heldBytes ? limits.heldBytes : scale.streamed > limits.streamedBytes ? limits.streamedBytes : null;
  if (over === null) return tooDense(scale.packed, scale.held + scale.streamed, limits);
  return refuseFile('unpacks-too-large', `文件解压后超过${megabytes(over)}，平台不予打开；请拆分成几个文件，或另存为CSV后再导入`);
}
