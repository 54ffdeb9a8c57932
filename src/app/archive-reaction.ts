import { newId } from '#platform/acts/ids';
import { performPlatformAct } from '#platform/acts/platform-act';
import { archiveOf } from '#platform/case-file/archive';
import { atBinder } from '#platform/case-file/bind';
import { packageOf } from '#platform/case-file/package';
import { type CaseFile, caseFileOf } from '#platform/case-file/papers';
import { isPacked, PACKED } from '#platform/case-file/stored';
import { inTransaction, rows } from '#platform/db';
import { storeFile } from '#platform/files';
import { damageIn, zipOf } from '#platform/http/send-package';
import type { OutboxItem } from '#platform/outbox';
import { NO_RANGE, type Session, SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import type { Opened } from './opened.ts';
import { documentOf } from './templates.ts';

type Archiving = {
  readonly kind: string;
  readonly mode: string;
  readonly home: string;
  readonly account: string | null;
  readonly drawing: boolean;
  readonly isPacked: boolean;
};

/**
 * What a case is archived as is put into store, with its digest in the chain: every archiving a version of its own. A case
 * archived in a unit's own system has its file there.
 */
export async function storeArchive(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform, blobs, identity } = opened;
  const archiving = await archivingOf(opened, item);
  if (archiving === null || archiving.mode !== 'performed' || archiving.isPacked) return;
  if (archiving.drawing) throw new Error('documents of the case are not drawn yet');
  const session = readerOf(archiving, item.city);
  const read = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const caseFile = await caseFileOf(client, session, platform, item.matter_id);
    // Opened again meanwhile: its next archiving puts it into store.
    return caseFile?.isArchived === true ? { caseFile, archive: await archiveOf(client, session, caseFile) } : null;
  });
  if (read === null) return;
  const drawing = { platform, blobs, documentOf, publicOrigin: identity.settings.publicOrigin };
  const made = await atBinder(() => packageOf(drawing, read.caseFile, read.archive));
  if (made === 'busy') throw new Error('every binder is busy');
  const damage = await damageIn(blobs, made.files);
  if (damage !== null) throw new Error(damage);
  const blob = await blobs.receive(zipOf(blobs, made));
  if (blob === null) throw new Error('a package without a limit was refused');
  try {
    await keep(opened, item, archiving.kind, read.caseFile, blob);
  } finally {
    await blob.drop();
  }
}

async function keep(
  { platform }: Opened,
  item: OutboxItem,
  kind: string,
  { title }: CaseFile,
  blob: Parameters<typeof storeFile>[1],
): Promise<void> {
  const nowMs = platform.now();
  const file = { id: newId(nowMs), name: `${title}归档包.zip`, sha256: blob.sha256, size: blob.size };
  await performPlatformAct(
    platform,
    {
      ...{ matterId: item.matter_id, kind, type: PACKED, input: { archived: item.seq, sha256: blob.sha256 }, files: [file] },
      // A large package may take longer than the lease of its item: then another server is at it, too.
      unless: (client) => isPacked(client, item.matter_id, item.seq),
    },
    (client, seq) =>
      storeFile(client, blob, {
        ...{ id: file.id, city: item.city, name: file.name, mediaType: 'application/zip', uploadedBy: null },
        at: new Date(nowMs).toISOString(),
        matter: { id: item.matter_id, cohort: item.cohort, seq, inside: true },
      }),
  );
}

async function archivingOf({ platform }: Opened, item: OutboxItem): Promise<Archiving | null> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const [found] = await rows<Omit<Archiving, 'isPacked'>>(
      client,
      `select m.kind, a.mode, m.home_id as home, a.account_id as account,
         exists (select from document d where d.matter_id = m.id and d.pdf_file is null and d.state = 'rendering') as drawing
       from matter m join act a on a.matter_id = m.id and a.cohort = m.cohort and a.city = m.city
       where m.id = $1 and a.seq = $2`,
      [item.matter_id, item.seq],
    );
    return found === undefined ? null : { ...found, isPacked: await isPacked(client, item.matter_id, item.seq) };
  });
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The handling organ, through whoever archived the case: what that person may read, a sealed case among it, and no more. */
function readerOf({ home, account }: Archiving, city: number): Session {
  return {
    ...{ accountId: account ?? NOBODY, postId: NOBODY, officerId: null, name: '', role: 'handler', organisationId: home, city },
    ...{ region: NO_RANGE, line: NO_RANGE, labelMax: 3 },
  };
}
