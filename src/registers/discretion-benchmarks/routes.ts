import type { FastifyInstance } from 'fastify';
import { type LocalDate, parseLocalDate, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { answerKeyed } from '#platform/http/act-answers';
import { sendWorkbook } from '#platform/http/send-workbook';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { enterExisting, enterVersion, reviseDraft, saveDraft } from './actions.ts';
import { draftOf, exportRows, historyOf, listPublished, makersOf } from './actions-read.ts';
import { DraftBody, EnterBody, EnterVersionBody, ExportQuery, ListQuery, Params, ReadQuery, ReviseBody } from './contract.ts';
import { EXPORT_TITLES } from './reading/benchmark-sheet.ts';

const everybody = { scope: 'signed-in' } as const;
const business = { scope: 'business' } as const;

/**
 * Published versions are public and read by everybody signed in of the city; drafts and what is entered go through the
 * acts of the organ that makes them.
 */
export async function benchmarkRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const dayOf = (asked: string | undefined): LocalDate => parseLocalDate(asked ?? '') ?? shanghaiDay(platform.now());

  app.get<{ Querystring: ListQuery }>(
    '/api/benchmarks',
    { schema: { summary: '裁量权基准：某日有效的列表', querystring: ListQuery }, config: everybody },
    (request) => listPublished(platform, sessionOf(request), { ...request.query, on: dayOf(request.query.on) }),
  );

  app.get('/api/benchmarks/makers', { schema: { summary: '裁量权基准：制定机关' }, config: everybody }, async (request) => ({
    items: await makersOf(platform, sessionOf(request)),
  }));

  app.get<{ Querystring: ExportQuery }>(
    '/api/benchmarks/export',
    { schema: { summary: '裁量权基准：导出', querystring: ExportQuery }, config: { ...everybody, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        ...{ name: '裁量权基准', object: 'benchmark', columns: EXPORT_TITLES },
        rows: exportRows(platform, sessionOf(request), { ...request.query, on: dayOf(request.query.on) }),
      }),
  );

  app.get<{ Params: Params; Querystring: ReadQuery }>(
    '/api/benchmarks/:id',
    { schema: { summary: '裁量权基准：各版本', params: Params, querystring: ReadQuery }, config: everybody },
    async (request, reply) =>
      (await historyOf(platform, sessionOf(request), request.params.id, parseLocalDate(request.query.knownOn ?? ''))) ??
      deny(reply, ABSENT),
  );

  app.get<{ Params: Params }>(
    '/api/benchmarks/:id/draft',
    { schema: { summary: '裁量权基准：本机关的拟稿', params: Params }, config: business },
    async (request, reply) => (await draftOf(platform, sessionOf(request), request.params.id)) ?? deny(reply, ABSENT),
  );

  app.post<{ Body: DraftBody }>(
    '/api/benchmarks/drafts',
    { schema: { summary: '裁量权基准：拟制', body: DraftBody }, config: business },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => saveDraft(asked, request.body)),
  );

  app.post<{ Params: Params; Body: ReviseBody }>(
    '/api/benchmarks/:id/draft',
    { schema: { summary: '裁量权基准：修改拟稿', params: Params, body: ReviseBody }, config: business },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => reviseDraft(asked, request.params.id, request.body)),
  );

  app.post<{ Body: EnterBody }>(
    '/api/benchmarks/entries',
    { schema: { summary: '裁量权基准：补录已有基准', body: EnterBody }, config: business },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => enterExisting(asked, request.body)),
  );

  app.post<{ Params: Params; Body: EnterVersionBody }>(
    '/api/benchmarks/:id/entries',
    { schema: { summary: '裁量权基准：补录版本', params: Params, body: EnterVersionBody }, config: business },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => enterVersion(asked, request.params.id, request.body)),
  );
}
