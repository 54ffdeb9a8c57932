import { buffer } from 'node:stream/consumers';
import { type LocalDate, maskedDocument, maskedParty, type OfficialDocument, VOLUME_LABELS } from '#law';
import type { Platform } from '../acts/platform.ts';
import { sqlState } from '../db.ts';
import { renderPdf } from '../documents/render-pdf.ts';
import { electronicSeal } from '../documents/seal.ts';
import type { BlobStore } from '../files.ts';
import { withPartiesPrinted } from '../parties/printed.ts';
import { type Binding, type BoundPaper, MOST_BYTES } from './bind.ts';
import type { CaseFile, DrawnFrom, Paper } from './papers.ts';

export type Drawing = {
  readonly platform: Platform;
  readonly blobs: BlobStore;
  readonly documentOf: (template: string, version: number, facts: DrawnFrom['facts']) => OfficialDocument | null;
  /** Where codes for public verification lead. */
  readonly publicOrigin: string | null;
};

/** original: as issued and attached. masked: drawn anew without numbers of persons, attachments named only. */
export type Shown = 'original' | 'masked';
export type Choice = { readonly shown: Shown; readonly double: boolean; readonly whole: boolean; readonly today: LocalDate };
export type Content = { readonly binding: Binding; readonly files: readonly Uint8Array[] };

const PICTURES: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/** What the binder is given: the bytes of every paper that the reader may have, and the words of cover and lists. */
export async function contentOf(drawing: Drawing, caseFile: CaseFile, choice: Choice): Promise<Content> {
  const files: Uint8Array[] = [];
  const volumes: Binding['volumes'][number][] = [];
  let room = MOST_BYTES;
  for (const { volume, papers } of caseFile.volumes) {
    const made: BoundPaper[] = [];
    for (const paper of papers) {
      const bytes = await bytesOf(drawing, caseFile, paper, choice, room);
      if (typeof bytes !== 'string') {
        room -= bytes.byteLength;
        files.push(bytes);
      }
      made.push(boundPaper(paper, choice, typeof bytes === 'string' ? { apart: bytes } : { from: files.length - 1 }));
    }
    volumes.push({
      key: volume,
      label: caseFile.isOne ? '全一卷' : VOLUME_LABELS[volume],
      ...(await frontOf(drawing, caseFile, choice)),
      papers: made,
    });
  }
  const isDemonstration = caseFile.organ.includes('（演示）');
  const about = { title: `${caseFile.title}案卷`, name: caseFile.plan.name, organ: caseFile.organ };
  const look = { double: choice.double, whole: choice.whole, watermark: isDemonstration ? '演示数据　不具法律效力' : null };
  return { binding: { ...about, ...look, volumes }, files };
}

/** The bytes, or why there are none. */
async function bytesOf(drawing: Drawing, caseFile: CaseFile, paper: Paper, choice: Choice, room: number): Promise<Uint8Array | string> {
  const { file, drawnFrom, made } = paper;
  if (made !== null) return new Uint8Array((await renderPdf(maskedDocument(made, choice.today))).pdf);
  if (choice.shown === 'masked' && paper.isCovered !== true) {
    if (drawnFrom === null) return '写明调阅事由后可以查看';
    return maskedPdf(drawing, caseFile.matterId, drawnFrom, choice.today);
  }
  if (file === null) return '正在生成';
  if (file.mediaType !== 'application/pdf' && PICTURES[file.mediaType] === undefined) return '不是可以打印的文件';
  if (file.size > room) return '文件太大';
  return buffer(drawing.blobs.read(file.sha256)).then(
    (bytes) => new Uint8Array(bytes),
    (error: unknown) => {
      if (sqlState(error) === 'ENOENT') return '服务器上没有这个文件的内容';
      throw error;
    },
  );
}

async function maskedPdf(drawing: Drawing, matterId: string, from: DrawnFrom, today: LocalDate): Promise<Uint8Array | string> {
  const drawn = drawing.documentOf(from.template, from.templateVersion, from.facts);
  if (drawn === null) return '没有版式';
  const document = await maskedFor(drawing.platform, matterId, drawn, today);
  const seal = from.sealed === 'electronically' ? electronicSeal(document.signature?.organisation ?? document.issuer) : null;
  const { pdf } = await renderPdf({ ...document, verifyCode: from.verifyCode }, { seal, verifyBaseUrl: drawing.publicOrigin });
  return new Uint8Array(pdf);
}

/** A document as whoever has no task with its numbers is shown it. */
export async function maskedFor(
  platform: Platform,
  matterId: string,
  document: OfficialDocument,
  today: LocalDate,
): Promise<OfficialDocument> {
  return maskedDocument(await withPartiesPrinted(platform, matterId, document, maskedParty), today);
}

type Where = { readonly from: number } | { readonly apart: string };

/** A page that is bound is called by what it is; what lies apart is found by the name of its file. */
const shownTitle = ({ of, name }: Paper): string => (of === 'file' ? name.replace(/[.][a-z0-9]{1,5}$/i, '') : name);

function boundPaper(paper: Paper, { shown }: Choice, where: Where): BoundPaper {
  const picture = (shown === 'original' || paper.isCovered === true) && paper.file !== null ? PICTURES[paper.file.mediaType] : undefined;
  return {
    title: 'from' in where ? shownTitle(paper) : paper.name,
    number: paper.number ?? '',
    on: paper.on ?? '',
    note: [
      paper.isVoid ? '作废' : '',
      paper.isCovered === true ? '遮盖件' : '',
      shown === 'masked' && paper.drawnFrom !== null ? '隐去号码' : '',
    ]
      .filter((w) => w !== '')
      .join('，'),
    digest: paper.file?.sha256 ?? '',
    size: paper.file === null ? '' : `${Math.ceil(paper.file.size / 1024)} KB`,
    isOurs: paper.of === 'document' && picture === undefined,
    from: 'from' in where ? where.from : null,
    as: picture === undefined ? 'pdf' : 'image',
    ending: picture ?? 'pdf',
    apart: 'apart' in where ? where.apart : '',
  };
}

async function frontOf({ platform }: Drawing, { matterId, plan, state }: CaseFile, { shown }: Choice) {
  const told = plan.cover(state).map(({ label, value }) => ({ label, value }));
  const cover = await withPartiesPrinted(platform, matterId, told, shown === 'masked' ? maskedParty : undefined);
  return { cover, closing: ['本卷情况说明', '立卷人', '检查人', '立卷时间'].map((label) => ({ label, value: '' })) };
}
