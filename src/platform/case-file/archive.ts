import { shanghaiDay } from '#law';
import { cohortOf } from '../acts/ids.ts';
import { type ProvedAct, readActs } from '../acts/stored-acts.ts';
import { type Client, rows } from '../db.ts';
import type { PackedFile } from '../http/send-package.ts';
import { toldPaper } from '../matters/visible.ts';
import type { Session } from '../session.ts';
import type { CaseFile } from './papers.ts';

/** The acts of the case as they are chained, with what opens each commitment: whoever has the package can compute them again. */
export const CHAIN_FILE = '办理链.json';

/** An act as the package tells it: bytes in hexadecimal. */
export type PackedAct = Omit<ProvedAct, 'commit' | 'prev' | 'hash' | 'salt'> & {
  readonly commit: string;
  readonly prev: string;
  readonly hash: string;
  readonly salt: string | null;
};
export type ChainProof = { readonly matterId: string; readonly seq: number; readonly head: string; readonly acts: readonly PackedAct[] };
export type Archive = { readonly proof: ChainProof; readonly files: readonly PackedFile[] };

/** What an archive package of a case holds beside the bound volumes: every paper as it is stored, DOCX, attachments, the chain. */
export async function archiveOf(client: Client, session: Session, caseFile: CaseFile): Promise<Archive> {
  const { matterId } = caseFile;
  const acts = await readActs(client, matterId, cohortOf(matterId));
  const words = await rows<{ id: string; sha256: string; size: number }>(
    client,
    `select d.id, f.sha256, f.size from document d join file f on f.id = d.docx_file where d.matter_id = $1 and ${toldPaper(session, 'd')}`,
    [matterId],
  );
  const docx = new Map(words.map((one) => [one.id, one]));
  const papers = caseFile.volumes.flatMap(({ papers: own }) => own).filter((paper) => paper.made === null);
  const files = papers.flatMap((paper, i): PackedFile[] => {
    const name = `${String(i + 1).padStart(3, '0')} ${safe(`${paper.number ?? ''}${paper.name}`)}`;
    const editable = docx.get(paper.id);
    return [
      ...(paper.file === null
        ? []
        : [{ path: pathOf(paper.of, name, paper.file.mediaType), sha256: paper.file.sha256, size: paper.file.size }]),
      ...(editable === undefined ? [] : [{ path: `文书/${name}.docx`, sha256: editable.sha256, size: editable.size }]),
    ];
  });
  return { proof: proofOf(matterId, acts), files };
}

const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' };

function pathOf(of: 'document' | 'file', name: string, mediaType: string): string {
  return of === 'file' ? `附件/${name}` : `文书/${name}${ENDINGS[mediaType] ?? ''}`;
}

function safe(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 80);
}

function proofOf(matterId: string, acts: readonly ProvedAct[]): ChainProof {
  const packed = acts.map(({ commit, prev, hash, salt, ...act }) => ({
    ...act,
    ...{ commit: commit.toString('hex'), prev: prev.toString('hex'), hash: hash.toString('hex'), salt: salt?.toString('hex') ?? null },
  }));
  return { matterId, seq: acts.length, head: packed.at(-1)?.hash ?? '', acts: packed };
}

/** What the manifest says beside the list of files. */
export function aboutOf({ title, organ, matterId }: CaseFile, head: string, nowMs: number): Readonly<Record<string, string>> {
  return {
    ...{ 案卷: title, 办案机关: organ, 事项编号: matterId, 链头: head, 生成日期: shanghaiDay(nowMs) },
    说明: `各文件的摘要为 SHA-256。${CHAIN_FILE}载有全部办理记录及其链接，可以用 faheng verify 包名.zip 离线核对。`,
  };
}
