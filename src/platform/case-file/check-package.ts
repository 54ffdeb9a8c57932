import { createHash } from 'node:crypto';
import { type Entry, open, type ZipFile } from 'yauzl';
import { checkChain } from '../acts/verify.ts';
import { MANIFEST } from '../http/send-package.ts';
import { CHAIN_FILE, type ChainProof } from './archive.ts';

export type PackageVerdict = { readonly files: number; readonly acts: number; readonly head: string; readonly faults: readonly string[] };

type Read = { readonly digests: ReadonlyMap<string, string>; readonly kept: ReadonlyMap<string, string> };
const KEPT: readonly string[] = [MANIFEST, CHAIN_FILE];
/** Manifest and chain of a case of thousands of acts; nothing else is held in memory. */
const LARGEST_KEPT = 256 * 1024 * 1024;

/**
 * Checks an archive package by itself, without the platform: every file against the manifest, every act against its
 * commitment and its place in the chain, every stored file against what an act recorded. Throws where the file is no ZIP.
 */
export async function checkPackage(path: string): Promise<PackageVerdict> {
  const { digests, kept } = await readZip(path);
  const manifest = parsed<{ 链头: string; files: { path: string; sha256: string; made?: boolean }[] }>(kept.get(MANIFEST));
  const proof = parsed<ChainProof>(kept.get(CHAIN_FILE));
  if (manifest === null || proof === null) {
    const missing = manifest === null ? MANIFEST : CHAIN_FILE;
    return { files: digests.size, acts: 0, head: '', faults: [`缺少${missing}，或者内容不能读取：不是归档包，或者已被改动`] };
  }
  const listed = new Set(manifest.files.map((file) => file.path));
  const recorded = digestsIn(proof);
  const faults = [
    ...manifest.files.flatMap((file) => fileFaults(file, digests, recorded)),
    ...[...digests.keys()].filter((name) => name !== MANIFEST && !listed.has(name)).map((name) => `${name}：清单中没有`),
    ...(manifest.链头 === proof.head ? [] : ['清单的链头与办理链不符']),
    ...chainFaults(proof),
  ];
  return { files: manifest.files.length, acts: proof.acts.length, head: proof.head, faults };
}

type Listed = { readonly path: string; readonly sha256: string; readonly made?: boolean };

function fileFaults(
  { path, sha256, made }: Listed,
  digests: ReadonlyMap<string, string>,
  recorded: ReadonlySet<string>,
): readonly string[] {
  const found = digests.get(path);
  if (found === undefined) return [`${path}：文件缺失`];
  if (found !== sha256) return [`${path}：内容与清单的摘要不符`];
  return made === true || recorded.has(sha256) ? [] : [`${path}：没有办理记录载明这个文件`];
}

function chainFaults({ matterId, seq, head, acts }: ChainProof): readonly string[] {
  const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
  const proved = acts.map(({ commit, prev, hash, salt, ...act }) => ({
    ...act,
    ...{ commit: bytes(commit), prev: bytes(prev), hash: bytes(hash), salt: salt === null ? null : bytes(salt) },
  }));
  return checkChain({ id: matterId, seq, head: bytes(head) }, proved).map((f) => `${f.seq === null ? '' : `第${f.seq}条：`}${f.what}`);
}

/** Every digest that an act has recorded: of attachments, and of what the platform rendered and sealed. */
function digestsIn({ acts }: ChainProof): ReadonlySet<string> {
  return new Set([...JSON.stringify(acts.map((act) => act.payload)).matchAll(/"([0-9a-f]{64})"/g)].map((found) => found[1] ?? ''));
}

function parsed<T>(text: string | undefined): T | null {
  if (text === undefined) return null;
  try {
    // What a stranger may have changed is compared by digest right after this; a missing part ends as a fault.
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

function readZip(path: string): Promise<Read> {
  return new Promise((done, fail) => {
    open(path, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return fail(error);
      const digests = new Map<string, string>();
      const kept = new Map<string, string>();
      zip.on('error', fail);
      zip.on('end', () => done({ digests, kept }));
      zip.on('entry', (entry: Entry) => {
        readEntry(zip, entry).then(({ sha256, text }) => {
          digests.set(entry.fileName, sha256);
          if (text !== null) kept.set(entry.fileName, text);
          zip.readEntry();
        }, fail);
      });
      zip.readEntry();
    });
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<{ readonly sha256: string; readonly text: string | null }> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return fail(error);
      const digest = createHash('sha256');
      const chunks: Buffer[] = [];
      const isKept = KEPT.includes(entry.fileName) && entry.uncompressedSize <= LARGEST_KEPT;
      stream.on('error', fail);
      stream.on('data', (chunk: Buffer) => {
        digest.update(chunk);
        if (isKept) chunks.push(chunk);
      });
      stream.on('end', () => done({ sha256: digest.digest('hex'), text: isKept ? Buffer.concat(chunks).toString('utf8') : null }));
    });
  });
}
