import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { conflictsOf, filesOf, loadsOf } from './actions-loads.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const Paging = Type.Object({ after: Type.Optional(Type.Integer({ minimum: -1, maximum: 1_000_000 })) }, { additionalProperties: false });

/** Loads of texts with their progress and report: seen by whoever sees the matter of the load. */
export async function lawImportRoutes(app: FastifyInstance, { pool, now }: Pick<Platform, 'pool' | 'now'>): Promise<void> {
  const asked = { pool, now };
  app.get('/api/law-library/imports', { schema: { summary: '法规文本的载入和进度' }, config: { scope: 'business' } }, async (request) =>
    loadsOf(asked, sessionOf(request)),
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Paging> }>(
    '/api/law-library/imports/:id/files',
    { schema: { summary: '一次载入逐个文件的结果和逐行的问题', params: Params, querystring: Paging }, config: { scope: 'business' } },
    async (request, reply) =>
      (await filesOf(asked, sessionOf(request), request.params.id, request.query.after ?? -1)) ?? deny(reply, ABSENT),
  );

  app.get('/api/law-library/conflicts', { schema: { summary: '需要人核定的矛盾' }, config: { scope: 'signed-in' } }, async () =>
    conflictsOf(asked),
  );
}
