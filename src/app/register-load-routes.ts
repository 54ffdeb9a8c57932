import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { isRefusal, type Refusal } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { sendRefusal } from '#platform/http/act-answers';
import { deny, UPLOAD_GONE } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { type Session, sessionPreamble } from '#platform/session';
import { REGISTER_LABELS, type RegisterKey } from '#registers/organisations';
import { confirmLoad, previewLoad, type ReadFile } from './register-load/load.ts';
import type { Prepared } from './register-load/loader.ts';
import { LOADERS } from './register-load/loaders.ts';
import { readFileOf } from './register-load/read-file.ts';
import { registerWorkbook } from './register-load/template.ts';
import { Closed, Id } from './schema-parts.ts';

const Register = Type.Union([Type.Literal('organisations'), Type.Literal('certificates'), Type.Literal('laws'), Type.Literal('lists')]);
const PreviewBody = Closed({ register: Register, file: Id });
const ConfirmBody = Closed({ register: Register, file: Id, basis: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const TemplateQuery = Closed({ register: Register });

/**
 * Registers come in by files: upload (/api/files), preview, confirm. The preview names every error and every change;
 * confirming carries its basis, so that nothing else than what was seen is written.
 */
export async function registerLoadRoutes(
  app: FastifyInstance,
  { platform, blobs }: { platform: Platform; blobs: BlobStore },
): Promise<void> {
  app.post<{ Body: Static<typeof PreviewBody> }>(
    '/api/register-loads/preview',
    { schema: { summary: '名录载入：预览', body: PreviewBody }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { register, file: fileId } = request.body;
      const refusal = await notManager(platform, session);
      if (refusal !== null) return sendRefusal(reply, refusal);
      const file = await readFileOf({ platform, blobs }, session, fileId, LOADERS[register].columns);
      if (file === null) return deny(reply, UPLOAD_GONE);
      if (isRefusal(file)) return sendRefusal(reply, file);
      return view(register, file, await previewLoad(platform, session.city, { register, file }));
    },
  );

  app.post<{ Body: Static<typeof ConfirmBody> }>(
    '/api/register-loads',
    { schema: { summary: '名录载入：确认', body: ConfirmBody }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { register, file: fileId, basis } = request.body;
      const refusal = await notManager(platform, session);
      if (refusal !== null) return sendRefusal(reply, refusal);
      const file = await readFileOf({ platform, blobs }, session, fileId, LOADERS[register].columns);
      if (file === null) return deny(reply, UPLOAD_GONE);
      if (isRefusal(file)) return sendRefusal(reply, file);
      const loaded = await confirmLoad(platform, session, { register, file }, basis);
      if (loaded.is === 'refused') return sendRefusal(reply, loaded.refusal);
      const seen = view(register, file, loaded.prepared);
      if (loaded.is === 'problems') return reply.code(422).send({ ...seen, error: 'problems', reason: '文件有错误，没有载入任何内容' });
      if (loaded.is === 'changed')
        return reply.code(409).send({ ...seen, error: 'changed', reason: '名录在预览之后已有变化，请核对后重新确认' });
      return { ...seen, matterId: loaded.matterId, says: loaded.says };
    },
  );

  app.get<{ Querystring: Static<typeof TemplateQuery> }>(
    '/api/register-loads/workbook',
    { schema: { summary: '名录现状工作簿（可修改后再载入）', querystring: TemplateQuery }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const refusal = await notManager(platform, session);
      if (refusal !== null) return sendRefusal(reply, refusal);
      const { register } = request.query;
      const name = encodeURIComponent(`${REGISTER_LABELS[register]}.xlsx`);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(await registerWorkbook(platform, session.city, register));
    },
  );
}

/** Only the city's bureau keeps the registers; others are told so before they upload in vain. */
async function notManager(platform: Platform, session: Session): Promise<Refusal | null> {
  const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    rows(
      client,
      `select from organisation_record where organisation_id = $1 and kind = 'bureau' and tier = 'city' and upper_inf(known)
         and upper_inf(valid)`,
      [session.organisationId],
    ),
  );
  const may = found.length > 0 && ['supervisor', 'deputy-head', 'head'].includes(session.role);
  return may ? null : { refused: 'not-city-bureau', cite: null, reason: '全市名录由市级司法行政部门的监督人员或负责人载入' };
}

const MOST_SHOWN = 500;

function view(register: RegisterKey, file: ReadFile, p: Prepared) {
  return {
    register,
    registerName: REGISTER_LABELS[register],
    file: { id: file.id, name: file.name, sha256: file.sha256, rows: file.table.rows.length },
    ignoredColumns: file.table.ignored,
    problems: p.problems.slice(0, MOST_SHOWN),
    problemCount: p.problems.length,
    warnings: (p.warnings ?? []).slice(0, MOST_SHOWN),
    warningCount: p.warnings?.length ?? 0,
    changes: p.changes.slice(0, MOST_SHOWN),
    changeCount: p.changes.length,
    counts: p.counts,
    basis: p.basis,
  };
}
