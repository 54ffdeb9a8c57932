import { isJsonObject, type Json, type OfficialDocument } from '#law';
import { newId } from '#platform/acts/ids';
import { MEANT } from '#platform/acts/mark-documents';
import { performPlatformAct } from '#platform/acts/platform-act';
import { type Client, inTransaction, rows } from '#platform/db';
import { renderDocument } from '#platform/documents/index';
import { electronicSeal } from '#platform/documents/seal';
import { type BlobStore, type ReceivedBlob, storeFile } from '#platform/files';
import type { Handler, OutboxItem } from '#platform/outbox';
import { withPartiesPrinted } from '#platform/parties/printed';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { Opened } from './opened.ts';
import { documentOf } from './templates.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type DocumentRow = {
  id: string;
  kind: string;
  name: string;
  number: string | null;
  template: string;
  template_version: number;
  facts: Json;
  verify_code: string | null;
  state: string;
  inside: boolean;
};

/** Renders issued documents after commit and records their digests by an act of the platform; none is served before. */
export function renderingHandlers(opened: Opened): [string, Handler][] {
  return [
    ['render-documents', (item) => render(opened, item)],
    ['seal-documents', (item) => seal(opened, item)],
  ];
}

/** `which`: a condition on the papers of the matter, which is `$1`; `values`: `$2` and on. */
async function documents(opened: Opened, item: OutboxItem, which: string, ...values: readonly unknown[]): Promise<DocumentRow[]> {
  return inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<DocumentRow>(
      client,
      `select id, kind, name, number, template, template_version, facts, verify_code, state, inside from document where matter_id = $1 and ${which}`,
      [item.matter_id, ...values],
    ),
  );
}

function contentOf(row: DocumentRow): OfficialDocument {
  const document = documentOf(row.template, row.template_version, row.facts);
  if (document === null) throw new Error(`no template ${row.template}@${row.template_version}`);
  return { ...document, verifyCode: row.verify_code };
}

async function render(opened: Opened, item: OutboxItem): Promise<void> {
  const due = await documents(opened, item, `state = 'rendering' and pdf_file is null`);
  if (due.length === 0) return;
  const kind = await kindOf(opened, item);
  const made: { row: DocumentRow; pdf: ReceivedBlob; docx: ReceivedBlob }[] = [];
  for (const row of due) {
    const content = await withPartiesPrinted(opened.platform, item.matter_id, contentOf(row));
    const { pdf, docx } = await renderDocument(content, { verifyBaseUrl: publicOriginOf(opened) });
    made.push({ row, pdf: await keep(opened.blobs, pdf), docx: await keep(opened.blobs, docx) });
  }
  const input = { documents: made.map((m) => ({ id: m.row.id, pdf: m.pdf.sha256, docx: m.docx.sha256 })) };
  const overtaken = stillDue(due, 'pdf_file is null');
  await performPlatformAct(
    opened.platform,
    { matterId: item.matter_id, kind, type: 'platform.rendered', input, files: [], unless: overtaken.asked },
    async (client, seq) => {
      for (const { row, pdf, docx } of made) {
        const pdfId = await file(client, opened, item, seq, `${fileName(row)}.pdf`, 'application/pdf', pdf, row.inside);
        const docxId = await file(client, opened, item, seq, `${fileName(row)}.docx`, DOCX, docx, row.inside);
        await client.query(
          `update document set pdf_file = $2, docx_file = $3, state = case state when 'rendering' then 'rendered' else state end where id = $1`,
          [row.id, pdfId, docxId],
        );
      }
    },
  );
  if (!overtaken.found()) return;
  for (const { pdf, docx } of made) await Promise.all([pdf.drop(), docx.drop()]);
  await render(opened, item);
}

/**
 * A lease ends before a long batch does, and two acts of one matter each ask for its papers: then another server has drawn the
 * same ones. Whoever comes second records none of its own and looks anew at what is left.
 */
function stillDue(drawn: readonly DocumentRow[], due: string) {
  let isOvertaken = false;
  const asked = async (client: Client): Promise<boolean> => {
    const ids = drawn.map(({ id }) => id);
    const left = await rows(client, `select from document where id = any($1) and ${due}`, [ids]);
    isOvertaken = left.length < ids.length;
    return isOvertaken;
  };
  return { asked, found: () => isOvertaken };
}

/** What was asked for before a seal named its paper names none. */
function paperOf({ payload }: OutboxItem): string | null {
  const named = isJsonObject(payload) ? payload['document'] : null;
  return typeof named === 'string' ? named : null;
}

async function seal(opened: Opened, item: OutboxItem): Promise<void> {
  const only = paperOf(item);
  const waiting = await documents(opened, item, `${MEANT} and state = 'rendering'`, only);
  if (waiting.length > 0) throw new Error('renderings are not recorded yet');
  const due = await documents(opened, item, `${MEANT} and state = 'rendered'`, only);
  if (due.length === 0) return;
  const kind = await kindOf(opened, item);
  const made: { row: DocumentRow; pdf: ReceivedBlob }[] = [];
  for (const row of due) {
    const content = await withPartiesPrinted(opened.platform, item.matter_id, contentOf(row));
    const { pdf } = await renderDocument(content, {
      seal: electronicSeal(content.signature?.organisation ?? content.issuer),
      verifyBaseUrl: publicOriginOf(opened),
    });
    made.push({ row, pdf: await keep(opened.blobs, pdf) });
  }
  const input = { documents: made.map((m) => ({ id: m.row.id, sealed: m.pdf.sha256 })) };
  const overtaken = stillDue(due, `state = 'rendered'`);
  await performPlatformAct(
    opened.platform,
    { matterId: item.matter_id, kind, type: 'platform.sealed', input, files: [], unless: overtaken.asked },
    async (client, seq) => {
      for (const { row, pdf } of made) {
        const id = await file(client, opened, item, seq, `${fileName(row)}（用印）.pdf`, 'application/pdf', pdf, row.inside);
        await client.query(`update document set sealed_file = $2, state = 'sealed' where id = $1 and state = 'rendered'`, [row.id, id]);
      }
    },
  );
  if (!overtaken.found()) return;
  for (const { pdf } of made) await pdf.drop();
  await seal(opened, item);
}

/** Where the QR code leads: without a configured address the code is printed alone. */
function publicOriginOf(opened: Opened): string | null {
  return opened.identity.settings.publicOrigin;
}

async function kindOf(opened: Opened, item: OutboxItem): Promise<string> {
  const [matter] = await inTransaction(opened.platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ kind: string }>(client, 'select kind from matter where id = $1', [item.matter_id]),
  );
  if (matter === undefined) throw new Error('the matter of an outbox item is gone');
  return matter.kind;
}

async function keep(blobs: BlobStore, bytes: Buffer): Promise<ReceivedBlob> {
  const received = await blobs.receive(bytes);
  if (received === null) throw new Error('a rendering without a limit was refused');
  return received;
}

function fileName(row: DocumentRow): string {
  return `${row.number ?? ''}${row.name}`.replace(/[\\/:*?"<>|]/g, '');
}

async function file(
  client: Parameters<typeof storeFile>[0],
  opened: Opened,
  item: OutboxItem,
  seq: number,
  name: string,
  mediaType: string,
  blob: ReceivedBlob,
  inside: boolean,
): Promise<string> {
  const nowMs = opened.platform.now();
  const id = newId(nowMs);
  await storeFile(client, blob, {
    id,
    city: item.city,
    name,
    mediaType,
    uploadedBy: null,
    at: new Date(nowMs).toISOString(),
    matter: { id: item.matter_id, cohort: item.cohort, seq, inside },
  });
  return id;
}
