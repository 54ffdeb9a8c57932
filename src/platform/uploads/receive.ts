import type { Readable } from 'node:stream';
import { inTransaction, type Pool } from '../db.ts';
import { type BlobStore, storeFile } from '../files.ts';
import { type Session, sessionPreamble } from '../session.ts';
import { deleteUpload, fileOfUpload, noteReceived, ownUpload, type Upload } from './store.ts';

export type UploadDeps = { readonly pool: Pool; readonly now: () => number; readonly blobs: BlobStore };

/** A piece as its sender describes it. */
export type Sent = { readonly offset: number; readonly length: number; readonly sha256: string | null; readonly bytes: Readable };

export type PieceAnswer =
  | { readonly is: 'taken' | 'elsewhere'; readonly offset: number }
  | { readonly is: 'absent' | 'too-long' | 'damaged' };

export type StoredUpload = { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string };
export type FinishAnswer =
  | { readonly is: 'stored'; readonly file: StoredUpload }
  | { readonly is: 'elsewhere'; readonly offset: number }
  | { readonly is: 'absent' | 'changed' };

const asOwner = (deps: UploadDeps, session: Session) =>
  function within<T>(work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
    return inTransaction(deps.pool, sessionPreamble(session, deps.now()), work);
  };

/**
 * Where an upload stands, after a look at what lies on the disk: what was received and is lost or altered is asked for
 * again from the beginning.
 */
export async function standing(deps: UploadDeps, session: Session, id: string): Promise<Upload | null> {
  const within = asOwner(deps, session);
  const upload = await within((client) => ownUpload(client, id, session.accountId));
  if (upload === null || (await isWhatCame(deps, upload))) return upload;
  return within(async (client) => {
    const locked = await ownUpload(client, id, session.accountId, true);
    if (locked === null || (await isWhatCame(deps, locked))) return locked;
    await noteReceived(client, id, { size: 0, sha256: null }, new Date(deps.now()).toISOString());
    return { ...locked, received: 0, received_sha256: null };
  });
}

const isWhatCame = async ({ blobs }: UploadDeps, { id, received, received_sha256 }: Upload): Promise<boolean> =>
  (await blobs.parts.count(id, { size: received, sha256: received_sha256 })) !== null;

/** Takes the bytes that follow those received. A piece cut off by a broken connection counts as far as it came. */
export async function takePiece(deps: UploadDeps, session: Session, id: string, sent: Sent): Promise<PieceAnswer> {
  const upload = await standing(deps, session, id);
  if (upload === null) return { is: 'absent' };
  if (upload.received !== sent.offset) return { is: 'elsewhere', offset: upload.received };
  if (sent.offset + sent.length > upload.size) return { is: 'too-long' };
  const piece = await deps.blobs.parts.take(sent.bytes);
  try {
    const isWhole = piece.size === sent.length;
    // What was cut off cannot be compared with the digest of the whole piece.
    if (sent.sha256 !== null && piece.sha256 !== sent.sha256) return isWhole ? { is: 'damaged' } : { is: 'elsewhere', offset: sent.offset };
    const joined = await asOwner(
      deps,
      session,
    )(async (client) => {
      const locked = await ownUpload(client, id, session.accountId, true);
      if (locked === null) return null;
      const counted = await deps.blobs.parts.count(id, { size: locked.received, sha256: locked.received_sha256 });
      if (counted === null || locked.received !== sent.offset) return { size: locked.received, keep: null };
      const next = await deps.blobs.parts.join(id, counted, piece);
      await noteReceived(client, id, next, new Date(deps.now()).toISOString());
      return next;
    });
    if (joined === null) return { is: 'absent' };
    joined.keep?.();
    return { is: joined.keep === null ? 'elsewhere' : 'taken', offset: joined.size };
  } finally {
    await piece.drop();
  }
}

/** What the sender says of the file at the end; whatever differs from the beginning or from the bytes ends the upload. */
export type Closing = { readonly sha256: string | null; readonly size: number | null; readonly mark: string | null };

/** Makes a file of an upload that has come in whole. Asked again, it answers the same. */
export async function finishUpload(deps: UploadDeps, session: Session, id: string, closing: Closing): Promise<FinishAnswer> {
  const within = asOwner(deps, session);
  const upload = await standing(deps, session, id);
  if (upload === null) {
    const file = await within((client) => fileOfUpload(client, id, session.accountId));
    return file === null ? { is: 'absent' } : { is: 'stored', file };
  }
  if (closing.size !== null && closing.size !== upload.size) return changed(deps, session, id);
  if (upload.received < upload.size) return { is: 'elsewhere', offset: upload.received };
  if ([upload.sha256, closing.sha256].some((said) => said !== null && said !== upload.received_sha256)) return changed(deps, session, id);
  if (closing.mark !== null && closing.mark !== upload.mark) return changed(deps, session, id);
  const answer = await within(async (client): Promise<FinishAnswer> => {
    const locked = await ownUpload(client, id, session.accountId, true);
    if (locked === null) {
      const file = await fileOfUpload(client, id, session.accountId);
      return file === null ? { is: 'absent' } : { is: 'stored', file };
    }
    const counted = await deps.blobs.parts.count(id, { size: locked.received, sha256: locked.received_sha256 });
    if (counted === null || locked.received < locked.size) return { is: 'elsewhere', offset: counted === null ? 0 : locked.received };
    const blob = { size: counted.size, sha256: counted.sha256.copy().digest('hex'), sm3: counted.sm3.copy().digest('hex') };
    await storeFile(client, deps.blobs.takeOver(deps.blobs.parts.pathOf(id), blob), {
      ...{ id, city: locked.city, name: locked.name, mediaType: locked.media_type, uploadedBy: session.accountId, matter: null },
      at: new Date(deps.now()).toISOString(),
    });
    await deleteUpload(client, id);
    return { is: 'stored', file: { id, name: locked.name, size: blob.size, sha256: blob.sha256 } };
  });
  if (answer.is === 'stored') await deps.blobs.parts.remove(id);
  return answer;
}

async function changed(deps: UploadDeps, session: Session, id: string): Promise<FinishAnswer> {
  await giveUpUpload(deps, session, id);
  return { is: 'changed' };
}

/** False: there is none. The row goes first; what is left on the disk without it is cleared later. */
export async function giveUpUpload(deps: UploadDeps, session: Session, id: string): Promise<boolean> {
  const wasThere = await asOwner(
    deps,
    session,
  )(async (client) => {
    const locked = await ownUpload(client, id, session.accountId, true);
    if (locked !== null) await deleteUpload(client, id);
    return locked !== null;
  });
  if (wasThere) await deps.blobs.parts.remove(id);
  return wasThere;
}
