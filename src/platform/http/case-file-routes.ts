import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { shanghaiDay, VOLUME_LABELS } from '#law';
import { audit, auditActor, sealedEvent } from '../audit.ts';
import { aboutOf, archiveOf, CHAIN_FILE } from '../case-file/archive.ts';
import { atBinder, bindCaseFile } from '../case-file/bind.ts';
import { type Choice, contentOf, type Drawing } from '../case-file/content.ts';
import { type CaseFile, caseFileOf, type Paper } from '../case-file/papers.ts';
import { inTransaction } from '../db.ts';
import { ABSENT, deny } from '../identity/answers.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import { sendPackage } from './send-package.ts';

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
        caseFileOf(client, session, platform, request.params.id),
      );
      return caseFile === null ? deny(reply, ABSENT) : told(caseFile);
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
      const made = await atBinder(() => printed(drawing, caseFile, choice));
      if (made === 'busy') return deny(reply, BUSY);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${made.title}.pdf`)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(made.bytes);
    },
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/api/matters/:id/archive-package',
    { schema: { summary: '下载归档包', params: Params }, config: { scope: 'business', perMinute: 10 } },
    (request, reply) => sendArchive(drawing, request, reply, request.params.id),
  );
}

/** The volumes as PDF, every file as stored, the chain of acts: for the handling organ, once the case is archived. */
async function sendArchive(drawing: Drawing, request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const { platform, blobs } = drawing;
  const session = sessionOf(request);
  const read = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const caseFile = await caseFileOf(client, session, platform, id);
    if (caseFile === null || caseFile.asksReason) return null;
    return { caseFile, archive: caseFile.isArchived ? await archiveOf(client, session, caseFile) : null };
  });
  if (read === null) return deny(reply, ABSENT);
  const { caseFile, archive } = read;
  if (archive === null) return deny(reply, NOT_ARCHIVED);
  const bound = await atBinder(() => volumesOf(drawing, caseFile));
  if (bound === 'busy') return deny(reply, BUSY);
  const made = [...bound, { path: CHAIN_FILE, bytes: Buffer.from(`${JSON.stringify(archive.proof)}\n`) }];
  const about = aboutOf(caseFile, archive.proof.head, platform.now());
  return sendPackage(platform, blobs, request, reply, { name: `${caseFile.title}归档包`, matterId: id, files: archive.files, made, about });
}

type Bytes = { readonly path: string; readonly bytes: Buffer };

async function volumesOf(drawing: Drawing, caseFile: CaseFile): Promise<readonly Bytes[]> {
  const choice = choiceOf(caseFile, {}, shanghaiDay(drawing.platform.now()));
  const made: Bytes[] = [];
  for (const volume of caseFile.volumes) {
    const { labels, bytes } = await printed(drawing, { ...caseFile, volumes: [volume] }, choice);
    made.push({ path: `案卷（${labels[0] ?? ''}）.pdf`, bytes });
  }
  return made;
}

async function printed(drawing: Drawing, caseFile: CaseFile, choice: Choice) {
  const { binding, files } = await contentOf(drawing, caseFile, choice);
  const { bytes } = await bindCaseFile(binding, files);
  return { title: binding.title, labels: binding.volumes.map(({ label }) => label), bytes };
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

function told({ asksReason, isOne, isArchived, volumes }: CaseFile) {
  return {
    hasArchive: isArchived && !asksReason,
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
