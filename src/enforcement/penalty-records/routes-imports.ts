import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { isRefusal, type Refusal } from '#law';
import { sendRefusal } from '#platform/http/act-answers';
import { ABSENT, deny, UPLOAD_GONE } from '#platform/identity/answers';
import { originOf, sessionOf } from '#platform/identity/guard';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { cancelImport, createImport, mapColumns, startImport } from './actions-import.ts';
import { correctableRows, nameOrgans, noteDownload, titlesInPlace } from './actions-import-correct.ts';
import { decideDuplicates } from './actions-import-decide.ts';
import type { ImportDeps } from './actions-import-run.ts';
import { jobInSight, listImports, listRows, viewImport } from './actions-import-view.ts';
import { ColumnsBody, DuplicatesBody, ImportsQuery, JobParams, NewImportBody, OrgansBody, RowsQuery } from './contract-imports.ts';
import { LAYOUT, TEMPLATE_KEYS } from './layout.ts';
import { writeCorrectionWorkbook } from './reading/correction-workbook.ts';
import { sampleRow } from './reading/sample-row.ts';

type Params = Static<typeof JobParams>;
const AT = '/api/penalty-records/imports';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const config = { scope: 'business' } as const;

/** 导入: loads of files, seen by the unit that reports and by those above it; only the unit's own people act on them. */
export async function importJobRoutes(app: FastifyInstance, deps: ImportDeps): Promise<void> {
  changes(app, deps);
  reads(app, deps);
  downloads(app, deps);
}

function changes(app: FastifyInstance, deps: ImportDeps): void {
  const view = async (request: FastifyRequest, reply: FastifyReply, id: string, outcome: 'done' | Refusal | null) => {
    if (outcome === null) return deny(reply, ABSENT);
    if (outcome !== 'done') return sendRefusal(reply, outcome);
    return (await viewImport(deps, sessionOf(request), id)) ?? deny(reply, ABSENT);
  };

  app.post<{ Body: NewImportBody }>(
    AT,
    { schema: { summary: '导入处罚决定：识别文件', body: NewImportBody }, config: { ...config, perMinute: 30 } },
    async (request, reply) => {
      const made = await createImport(deps, sessionOf(request), request.body);
      if (made === null) return deny(reply, UPLOAD_GONE);
      return view(request, reply, 'id' in made ? made.id : '', 'id' in made ? 'done' : made);
    },
  );

  app.post<{ Params: Params; Body: ColumnsBody }>(
    `${AT}/:id/columns`,
    { schema: { summary: '导入处罚决定：对应各列', params: JobParams, body: ColumnsBody }, config: { ...config, perMinute: 60 } },
    async (request, reply) =>
      view(request, reply, request.params.id, await mapColumns(deps, sessionOf(request), request.params.id, request.body)),
  );

  app.post<{ Params: Params }>(
    `${AT}/:id/start`,
    { schema: { summary: '导入处罚决定：开始', params: JobParams }, config },
    async (request, reply) => view(request, reply, request.params.id, await startImport(deps, sessionOf(request), request.params.id)),
  );

  app.post<{ Params: Params }>(
    `${AT}/:id/cancel`,
    { schema: { summary: '导入处罚决定：取消', params: JobParams }, config },
    async (request, reply) => view(request, reply, request.params.id, await cancelImport(deps, sessionOf(request), request.params.id)),
  );

  app.post<{ Params: Params; Body: OrgansBody }>(
    `${AT}/:id/organs`,
    { schema: { summary: '导入处罚决定：对应处罚机关名称', params: JobParams, body: OrgansBody }, config },
    async (request, reply) =>
      view(request, reply, request.params.id, await nameOrgans(deps, sessionOf(request), request.params.id, request.body)),
  );

  app.post<{ Params: Params; Body: DuplicatesBody }>(
    `${AT}/:id/duplicates`,
    { schema: { summary: '导入处罚决定：确认疑似重复', params: JobParams, body: DuplicatesBody }, config },
    async (request, reply) => {
      const decided = await decideDuplicates(deps, sessionOf(request), request.params.id, request.body);
      if (decided === null) return deny(reply, ABSENT);
      return isRefusal(decided) ? sendRefusal(reply, decided) : reply.send(decided);
    },
  );
}

function reads(app: FastifyInstance, deps: ImportDeps): void {
  app.get<{ Querystring: ImportsQuery }>(AT, { schema: { summary: '以往的导入', querystring: ImportsQuery }, config }, (request) =>
    listImports(deps, sessionOf(request), request.query),
  );

  app.get<{ Params: Params }>(
    `${AT}/:id`,
    { schema: { summary: '一次导入', params: JobParams }, config },
    async (request, reply) => (await viewImport(deps, sessionOf(request), request.params.id)) ?? deny(reply, ABSENT),
  );

  app.get<{ Params: Params; Querystring: RowsQuery }>(
    `${AT}/:id/rows`,
    { schema: { summary: '一次导入的各行', params: JobParams, querystring: RowsQuery }, config },
    async (request, reply) => (await listRows(deps, sessionOf(request), request.params.id, request.query)) ?? deny(reply, ABSENT),
  );
}

function downloads(app: FastifyInstance, deps: ImportDeps): void {
  app.get(`${AT}/template`, { schema: { summary: '空白填报表' }, config }, async (_request, reply) => {
    const columns = TEMPLATE_KEYS.map((key) => ({ title: LAYOUT[key].title }));
    return sendStream(reply, '处罚决定填报表.xlsx', (out) =>
      writeWorkbook(out, [{ name: '处罚决定', columns, rows: [sampleRow(TEMPLATE_KEYS)] }]),
    );
  });

  app.get<{ Params: Params }>(
    `${AT}/:id/correction`,
    { schema: { summary: '更正工作簿', params: JobParams }, config: { ...config, perMinute: 30 } },
    async (request, reply) => {
      const session = sessionOf(request);
      const job = await jobInSight(deps, session, request.params.id);
      if (job === null || job.origin !== 'file') return deny(reply, ABSENT);
      await noteDownload(deps, session, originOf(request).source, { action: 'import.correction', id: job.id });
      const name = `${(job.fileName ?? '').replace(/\.[^.]*$/, '')}（待更正）.xlsx`;
      return sendStream(reply, name, (out) => writeCorrectionWorkbook(out, titlesInPlace(job), correctableRows(deps, session, job)));
    },
  );

  app.get<{ Params: Params }>(
    `${AT}/:id/file`,
    { schema: { summary: '导入的原文件', params: JobParams }, config: { ...config, perMinute: 30 } },
    async (request, reply) => {
      const session = sessionOf(request);
      const job = await jobInSight(deps, session, request.params.id);
      if (job === null || job.sha256 === null || !(await deps.blobs.has(job.sha256))) return deny(reply, ABSENT);
      await noteDownload(deps, session, originOf(request).source, { action: 'import.file', id: job.id });
      return attachment(reply, job.fileName ?? '导入文件', 'application/octet-stream').send(deps.blobs.read(job.sha256));
    },
  );
}

function sendStream(reply: FastifyReply, name: string, write: (out: PassThrough) => Promise<void>): FastifyReply {
  const out = new PassThrough();
  write(out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return attachment(reply, name, XLSX).send(out);
}

function attachment(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
}
