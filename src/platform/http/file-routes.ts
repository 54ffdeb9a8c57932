import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { newId } from '../acts/ids.ts';
import type { Platform } from '../acts/perform.ts';
import { audit, auditActor } from '../audit.ts';
import { inTransaction, rows } from '../db.ts';
import { type BlobStore, storeFile } from '../files.ts';
import { ABSENT, deny } from '../identity/answers.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { toldFile, toldPaper } from '../matters/visible.ts';
import { asksReason, isCovered, REASON_WANTED } from '../parties/numbers.ts';
import { type Session, sessionPreamble } from '../session.ts';
import { cleanName, fileProblem, mediaTypeOf, unacceptedKind } from './file-kinds.ts';
import { sendBytes } from './send-bytes.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const DocumentParams = Type.Object({
  id: Type.String({ format: 'uuid' }),
  as: Type.Union([Type.Literal('pdf'), Type.Literal('docx'), Type.Literal('sealed')]),
});

const Why = Type.Object(
  {
    /** 调阅事由: for what somebody outside the handling organ wants a file that bears numbers of persons. */
    reason: Type.Optional(Type.String({ minLength: 4, maxLength: 200 })),
  },
  { additionalProperties: false },
);

/** A unit with a system of its own sends what its cases hold as clerks do, with its key; a large recording in parts. */
export const FOR_PEOPLE_AND_KEYS = { scope: ['business', 'machine'], machineScope: 'cases.write' } as const;

const LARGEST = 200 * 1024 * 1024;

/** Uploading, and downloading what a matter holds: authorised through the matter, never by the digest. */
export async function fileRoutes(app: FastifyInstance, { platform, blobs }: { platform: Platform; blobs: BlobStore }): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: LARGEST, fields: 4 } });

  app.post('/api/files', { schema: { summary: '上传附件' }, config: FOR_PEOPLE_AND_KEYS }, async (request, reply) => {
    const part = await request.file();
    if (part === undefined) return reply.code(400).send(fileProblem('没有收到文件'));
    const name = cleanName(part.filename);
    const mediaType = mediaTypeOf(name);
    if (mediaType === null) {
      part.file.resume();
      return reply.code(400).send(unacceptedKind(name));
    }
    const received = await blobs.receive(part.file, LARGEST);
    if (received === null || part.file.truncated) {
      await received?.drop();
      return reply.code(400).send(fileProblem('文件超过200MB，请分段上传', '文件超过200MB'));
    }
    const session = sessionOf(request);
    const nowMs = platform.now();
    const id = newId(nowMs);
    const file = {
      id,
      city: session.city,
      name,
      mediaType,
      uploadedBy: session.accountId,
      at: new Date(nowMs).toISOString(),
      matter: null,
    };
    try {
      await inTransaction(platform.pool, sessionPreamble(session, nowMs), (client) => storeFile(client, received, file));
    } finally {
      await received.drop();
    }
    return { id, name, size: received.size, sha256: received.sha256 };
  });

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Why> }>(
    '/api/files/:id',
    { schema: { summary: '下载附件', params: Params, querystring: Why }, config: { scope: 'business' } },
    async (request, reply) => {
      const told = toldFile(sessionOf(request), 'f');
      const sql = `select ${COLUMNS(platform, sessionOf(request))} from file f where f.id = $1 and ${told}`;
      return sendFile(platform, blobs, request, reply, sql, [request.params.id]);
    },
  );

  app.get<{ Params: Static<typeof DocumentParams>; Querystring: Static<typeof Why> }>(
    '/api/documents/:id/:as',
    { schema: { summary: '下载文书', params: DocumentParams, querystring: Why }, config: { scope: 'business' } },
    async (request, reply) => {
      const column = { pdf: 'pdf_file', docx: 'docx_file', sealed: 'sealed_file' }[request.params.as];
      return sendFile(
        platform,
        blobs,
        request,
        reply,
        `select ${COLUMNS(platform, sessionOf(request))} from document d join file f on f.id = d.${column}
         where d.id = $1 and ${toldPaper(sessionOf(request), 'd')}`,
        [request.params.id],
      );
    },
  );
}

const LOGGED_FOR_MS = 10 * 60_000;
const LOGGED_KEPT = 5_000;
const logged = new Map<string, number>();

/** A player fetches a recording range by range: one reading for one reason is logged once in ten minutes, the first range of it. */
function wasLogged(reading: string, at: number): boolean {
  const since = logged.get(reading);
  return since !== undefined && at >= since && at - since < LOGGED_FOR_MS;
}

function noteLogged(reading: string, at: number): void {
  logged.delete(reading);
  logged.set(reading, at);
  const [oldest] = logged.keys();
  if (logged.size > LOGGED_KEPT && oldest !== undefined) logged.delete(oldest);
}

type FileRow = { id: string; name: string; media_type: string; sha256: string; size: number; asks_reason: boolean | null };

const COLUMNS = ({ kinds }: Platform, session: Session): string =>
  `f.id, f.name, f.media_type, f.sha256, f.size,
   (select ${asksReason(session, kinds, 'm')} and not ${isCovered(kinds, 'f')} from matter m where m.id = f.matter_id and m.cohort = f.cohort) as asks_reason`;

async function sendFile(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  sql: string,
  values: unknown[],
): Promise<FastifyReply> {
  const session = sessionOf(request);
  const { reason } = request.query as Static<typeof Why>;
  const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [file] = await rows<FileRow>(client, sql, values);
    if (file === undefined) return null;
    if (file.asks_reason === true && reason === undefined) return 'reason';
    const reading = `${session.accountId}/${file.id}/${reason ?? ''}`;
    if (request.headers.range !== undefined && wasLogged(reading, platform.now())) return file;
    const event = {
      actor: auditActor(session, originOf(request).source),
      at: platform.now(),
      action: 'file.download',
      object: { kind: 'file', id: file.id },
      result: 'ok',
      ...(reason === undefined ? {} : { detail: { reason } }),
    } as const;
    await audit(client, event);
    noteLogged(reading, platform.now());
    return file;
  });
  if (found === 'reason') return deny(reply, REASON_WANTED);
  if (found === null || !(await blobs.has(found.sha256))) return deny(reply, ABSENT);
  return sendBytes(request, reply, blobs, found);
}
