import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { shanghaiDay, VOLUME_LABELS } from '#law';
import { audit, auditActor, sealedEvent } from '../audit.ts';
import { archiveOf } from '../case-file/archive.ts';
import { atBinder } from '../case-file/bind.ts';
import type { Choice, Drawing } from '../case-file/content.ts';
import { packageOf, printedFile } from '../case-file/package.ts';
import { type CaseFile, caseFileOf, type Paper } from '../case-file/papers.ts';
import { type StoredPackage, storedPackages } from '../case-file/stored.ts';
import { inTransaction } from '../db.ts';
import { ABSENT, deny } from '../identity/answers.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import { sendPackage } from './send-package.ts';
import { sendStored } from './send-stored.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Flag = Type.Union([Type.Literal('0'), Type.Literal('1')]);
const Query = Type.Object(
  {
    /** One volume alone. */
    volume: Type.Optional(Type.Union([Type.Literal('main'), Type.Literal('side')])),
    /** Each paper begins on a front side. */
    double: Type.Optional(Flag),
    /** Chosen papers, one after the other, without cover and list of contents. */
    only: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$' })),
    /** 调阅事由, from whoever is not of the organ: opens the originals with the numbers of persons on them. */
    reason: Type.Optional(Type.String({ minLength: 4, maxLength: 200 })),
  },
  { additionalProperties: false },
);
type Asked = Static<typeof Query>;
/** 第几次归档. */
const Version = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }, { additionalProperties: false });

const BUSY = { status: 503, error: 'busy', reason: '此刻排印案卷的人较多，请稍候再试。' } as const;
const NOT_ARCHIVED = { status: 409, error: 'not-archived', reason: '本案还没有归档，归档以后再下载归档包。' } as const;
const EMPTY = { status: 404, error: 'absent', reason: '所选的卷里还没有可以排印的材料。' } as const;

/** The case file (案卷): its list of contents, and its papers as one PDF. A reader gets the papers that the reader may open. */
export async function caseFileRoutes(app: FastifyInstance, drawing: Drawing): Promise<void> {
  const { platform } = drawing;

  app.get<{ Params: Static<typeof Params> }>(
    '/api/matters/:id/case-file',
    { schema: { summary: '卷内目录', params: Params }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const caseFile = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
        caseFileOf(client, session, platform, request.params.id).then(async (found) =>
          found === null ? null : told(found, found.asksReason ? [] : await storedPackages(client, found.matterId)),
        ),
      );
      return caseFile ?? deny(reply, ABSENT);
    },
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Asked }>(
    '/api/matters/:id/case-file/pdf',
    { schema: { summary: '案卷 PDF、批量打印', params: Params, querystring: Query }, config: { scope: 'business', perMinute: 20 } },
    async (request, reply) => {
      const caseFile = await opened(drawing, request, request.params.id, request.query);
      if (caseFile === null) return deny(reply, ABSENT);
      if (caseFile.volumes.length === 0) return deny(reply, EMPTY);
      const choice = choiceOf(caseFile, request.query, shanghaiDay(platform.now()));
      const made = await atBinder(() => printedFile(drawing, caseFile, choice));
      if (made === 'busy') return deny(reply, BUSY);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${made.title}.pdf`)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(made.bytes);
    },
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Version> }>(
    '/api/matters/:id/archive-package',
    { schema: { summary: '下载归档包', params: Params, querystring: Version }, config: { scope: 'business', perMinute: 10 } },
    (request, reply) => sendArchive(drawing, request, reply, request.params.id, request.query.version),
  );
}

/** As stored by the archiving (`version`: which of several), or made now where none is in store: for the handling organ alone. */
async function sendArchive(
  drawing: Drawing,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  version: number | undefined,
): Promise<FastifyReply> {
  const { platform, blobs } = drawing;
  const session = sessionOf(request);
  const read = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const caseFile = await caseFileOf(client, session, platform, id);
    if (caseFile === null || caseFile.asksReason) return null;
    const packages = await storedPackages(client, id);
    const stored = packages.find(({ no, isCurrent }) => (version === undefined ? isCurrent : no === version));
    const isMade = stored === undefined && version === undefined && caseFile.isArchived;
    return { caseFile, stored, archive: isMade ? await archiveOf(client, session, caseFile) : null };
  });
  if (read === null || (version !== undefined && read.stored === undefined)) return deny(reply, ABSENT);
  const { caseFile, stored, archive } = read;
  if (stored !== undefined) return sendStored(platform, blobs, request, reply, { ...stored, matterId: id });
  if (archive === null) return deny(reply, NOT_ARCHIVED);
  const made = await atBinder(() => packageOf(drawing, caseFile, archive));
  return made === 'busy' ? deny(reply, BUSY) : sendPackage(platform, blobs, request, reply, made);
}

function choiceOf({ asksReason }: CaseFile, { double, only, reason }: Asked, today: Choice['today']): Choice {
  const shown = asksReason && reason === undefined ? 'masked' : 'original';
  return { shown, double: double === '1', whole: only === undefined, today };
}

/** The papers asked for, logged in the transaction that has read them: no log, no answer. */
async function opened({ platform }: Drawing, request: FastifyRequest, id: string, asked: Asked): Promise<CaseFile | null> {
  const session = sessionOf(request);
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const caseFile = await caseFileOf(client, session, platform, id);
    if (caseFile === null) return null;
    const event = {
      actor: auditActor(session, originOf(request).source),
      at: platform.now(),
      action: 'case-file.print',
      object: { kind: 'matter', id },
      result: 'ok',
      detail: { original: choiceOf(caseFile, asked, shanghaiDay(platform.now())).shown === 'original', reason: asked.reason ?? null },
    } as const;
    await audit(client, caseFile.label === 4 ? sealedEvent(event) : event);
    return chosen(caseFile, asked);
  });
}

function chosen(caseFile: CaseFile, { volume, only }: Asked): CaseFile {
  const ids = only === undefined ? null : new Set(only.split(','));
  const volumes = caseFile.volumes
    .filter((one) => volume === undefined || one.volume === volume)
    .map((one) => ({ ...one, papers: one.papers.filter((paper) => ids === null || ids.has(paper.id)) }))
    .filter((one) => one.papers.length > 0);
  return { ...caseFile, volumes };
}

function told({ asksReason, isOne, isArchived, volumes }: CaseFile, packages: readonly StoredPackage[]) {
  return {
    hasArchive: isArchived && !asksReason,
    packages: packages.map(({ no, on, sha256, size, isCurrent }) => ({ no, on, sha256, size, isCurrent })),
    asksReason,
    isOne,
    volumes: volumes.map(({ volume, papers }) => ({
      volume,
      name: isOne ? '全一卷' : VOLUME_LABELS[volume],
      papers: papers.map(paperTold),
    })),
  };
}

function paperTold({ id, of, name, number, on, isVoid, made }: Paper) {
  return { id, of, name, number, on, isVoid, isListed: made !== null };
}
