import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { comparedOf, conflictsOf, filesOf, loadsOf } from './actions-loads.ts';
import { ComparedQuery } from './contract.ts';

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

  app.get<{ Querystring: ComparedQuery }>(
    '/api/law-library/compared',
    { schema: { summary: '同一版本的几个文本不同之处并列', querystring: ComparedQuery }, config: { scope: 'signed-in' } },
    async ({ query }, reply) => (await comparedOf(asked, query)) ?? deny(reply, ABSENT),
  );
}
