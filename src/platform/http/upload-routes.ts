import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { newId } from '../acts/ids.ts';
import type { DiskWatch } from '../data-folder-space.ts';
import { reserveOf } from '../data-folder-space.ts';
import { inTransaction } from '../db.ts';
import { ABSENT, type Denial, deny } from '../identity/answers.ts';
import { sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import type { UploadLimits } from '../uploads/limits.ts';
import { finishUpload, giveUpUpload, standing, takePiece, type UploadDeps } from '../uploads/receive.ts';
import { hasRoomFor, insertUpload, ownUploads, type Upload } from '../uploads/store.ts';
import { cleanName, fileProblem, mediaTypeOf, unacceptedKind } from './file-kinds.ts';
import { FOR_PEOPLE_AND_KEYS } from './file-routes.ts';

const DIGEST = Type.String({ pattern: '^[0-9a-f]{64}$' });
const MARK = Type.String({ maxLength: 200 });
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Opening = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 500 }),
    size: Type.Integer({ minimum: 0 }),
    sha256: Type.Optional(DIGEST),
    mark: Type.Optional(MARK),
  },
  { additionalProperties: false },
);
const Closing = Type.Object(
  { size: Type.Optional(Type.Integer({ minimum: 0 })), sha256: Type.Optional(DIGEST), mark: Type.Optional(MARK) },
  { additionalProperties: false },
);
/** `upload-checksum`: SHA-256 of the piece. */
const PieceHeaders = Type.Object({
  'upload-offset': Type.Integer({ minimum: 0 }),
  'content-length': Type.Integer({ minimum: 1 }),
  'upload-checksum': Type.Optional(DIGEST),
});
const PIECES = 'application/offset+octet-stream';

const CHANGED: Denial = { status: 409, error: 'file-changed', reason: '文件在上传中改变，已上传的部分作废，请重新选择文件上传。' };
const DAMAGED: Denial = { status: 409, error: 'damaged', reason: '这一段在传输中损坏，没有收下，请重传这一段。' };
const TOO_LONG: Denial = { status: 400, error: 'too-long', reason: '发来的字节多于申报的大小，没有收下。' };
const BUSY: Denial = { status: 409, error: 'quota', reason: '您没有传完的文件已经太多或者太大，请先传完或者放弃其中一些。' };

const mib = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}MB`;
const elsewhere = (reply: FastifyReply, offset: number): FastifyReply =>
  reply.code(409).send({ error: 'offset', reason: `请从第${offset}字节接着传。`, offset });
const seen = ({ id, name, size, mark, received }: Upload, { piece }: UploadLimits) => ({
  id,
  name,
  size: Number(size),
  mark,
  offset: Number(received),
  piece,
});

type Deps = UploadDeps & { readonly limits: UploadLimits; readonly disk: Pick<DiskWatch, 'space'> };

/** Uploads in parts: opened, filled piece by piece from where the server says, finished. Nobody but the uploader sees them. */
export async function uploadRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  // Only here are bodies streams; routes beside keep theirs.
  app.addContentTypeParser(PIECES, (_request, payload, done) => done(null, payload));
  openingRoutes(app, deps);
  pieceRoutes(app, deps);
}

function openingRoutes(app: FastifyInstance, deps: Deps): void {
  const { pool, now, limits } = deps;
  app.post<{ Body: Static<typeof Opening> }>(
    '/api/uploads',
    { schema: { summary: '分段上传：开始', body: Opening }, config: FOR_PEOPLE_AND_KEYS },
    async (request, reply) => {
      const session = sessionOf(request);
      const name = cleanName(request.body.name);
      const mediaType = mediaTypeOf(name);
      const { size, sha256 = null, mark = '' } = request.body;
      if (mediaType === null) return reply.code(400).send(unacceptedKind(name));
      if (size === 0) return reply.code(400).send(fileProblem('文件是空的'));
      if (size > limits.largest)
        return reply.code(400).send(fileProblem(`文件超过${mib(limits.largest)}，请压缩或分拆后上传`, `文件超过${mib(limits.largest)}`));
      const { free, total } = deps.disk.space();
      if (size > free - reserveOf(total))
        return reply.code(507).send({ error: 'disk', reason: '服务器磁盘空间不足，放不下这个文件，请联系系统管理员。' });
      const upload = { id: newId(now()), city: session.city, name, media_type: mediaType, size, sha256, mark };
      const opened = await inTransaction(pool, sessionPreamble(session, now()), async (client) => {
        if (!(await hasRoomFor(client, session.accountId, size, limits))) return false;
        await insertUpload(client, upload, session.accountId, new Date(now()).toISOString());
        return true;
      });
      return opened ? reply.code(201).send(seen({ ...upload, received: 0, received_sha256: null }, limits)) : deny(reply, BUSY);
    },
  );

  app.get('/api/uploads', { schema: { summary: '分段上传：本人没有传完的' }, config: FOR_PEOPLE_AND_KEYS }, async (request) => {
    const session = sessionOf(request);
    const found = await inTransaction(pool, sessionPreamble(session, now()), (client) => ownUploads(client, session.accountId));
    return { uploads: found.map((upload) => seen(upload, limits)) };
  });

  app.get<{ Params: Static<typeof Params> }>(
    '/api/uploads/:id',
    { schema: { summary: '分段上传：传到哪里', params: Params }, config: FOR_PEOPLE_AND_KEYS },
    async (request, reply) => {
      const upload = await standing(deps, sessionOf(request), request.params.id);
      return upload === null ? deny(reply, ABSENT) : seen(upload, limits);
    },
  );
}

function pieceRoutes(app: FastifyInstance, deps: Deps): void {
  app.patch<{ Params: Static<typeof Params>; Headers: Static<typeof PieceHeaders>; Body: NodeJS.ReadableStream }>(
    '/api/uploads/:id',
    { schema: { summary: '分段上传：一段', params: Params, headers: PieceHeaders, consumes: [PIECES] }, config: FOR_PEOPLE_AND_KEYS },
    async (request, reply) => {
      const { 'upload-offset': offset, 'content-length': length, 'upload-checksum': sha256 = null } = request.headers;
      if (length > deps.limits.piece) return reply.code(413).send({ error: 'too-long', reason: `一段不能超过${mib(deps.limits.piece)}。` });
      const answer = await takePiece(deps, sessionOf(request), request.params.id, { offset, length, sha256, bytes: request.raw });
      if (answer.is === 'taken') return { offset: answer.offset };
      if (answer.is === 'elsewhere') return elsewhere(reply, answer.offset);
      return deny(reply, { absent: ABSENT, 'too-long': TOO_LONG, damaged: DAMAGED }[answer.is]);
    },
  );

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof Closing> }>(
    '/api/uploads/:id/finish',
    { schema: { summary: '分段上传：传完', params: Params, body: Closing }, config: FOR_PEOPLE_AND_KEYS },
    async (request, reply) => {
      const { size = null, sha256 = null, mark = null } = request.body;
      const answer = await finishUpload(deps, sessionOf(request), request.params.id, { size, sha256, mark });
      if (answer.is === 'stored') return answer.file;
      if (answer.is === 'elsewhere') return elsewhere(reply, answer.offset);
      return deny(reply, answer.is === 'absent' ? ABSENT : CHANGED);
    },
  );

  app.delete<{ Params: Static<typeof Params> }>(
    '/api/uploads/:id',
    { schema: { summary: '分段上传：放弃', params: Params }, config: FOR_PEOPLE_AND_KEYS },
    async (request, reply) =>
      (await giveUpUpload(deps, sessionOf(request), request.params.id)) ? reply.code(204).send() : deny(reply, ABSENT),
  );
}
