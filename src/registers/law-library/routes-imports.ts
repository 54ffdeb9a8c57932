import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { sessionPreamble } from '#platform/session';
import type { ConflictLines, LoadFiles, LoadLines } from './contract.ts';
import { keptLaws } from './store-kept.ts';
import { importFiles, importsSeen } from './store-loads.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const Paging = Type.Object({ after: Type.Optional(Type.Integer({ minimum: -1, maximum: 1_000_000 })) }, { additionalProperties: false });
const MOST_CONFLICTS = 500;

/** Loads of texts with their progress and report: seen by whoever sees the matter of the load. */
export async function lawImportRoutes(app: FastifyInstance, { pool, now }: Pick<Platform, 'pool' | 'now'>): Promise<void> {
  app.get(
    '/api/law-library/imports',
    { schema: { summary: '法规文本的载入和进度' }, config: { scope: 'business' } },
    async (request): Promise<LoadLines> => {
      const session = sessionOf(request);
      return { items: await inTransaction(pool, sessionPreamble(session, now()), (client) => importsSeen(client)) };
    },
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Paging> }>(
    '/api/law-library/imports/:id/files',
    { schema: { summary: '一次载入逐个文件的结果和逐行的问题', params: Params, querystring: Paging }, config: { scope: 'business' } },
    async (request, reply): Promise<LoadFiles | undefined> => {
      const session = sessionOf(request);
      const files = await inTransaction(pool, sessionPreamble(session, now()), (client) =>
        importFiles(client, request.params.id, request.query.after ?? -1),
      );
      return files === null ? deny(reply, ABSENT) : files;
    },
  );

  app.get(
    '/api/law-library/conflicts',
    { schema: { summary: '需要人核定的矛盾' }, config: { scope: 'signed-in' } },
    async (): Promise<ConflictLines> => {
      const { conflicts } = (await keptLaws(pool)).library;
      return { total: conflicts.length, items: conflicts.slice(0, MOST_CONFLICTS) };
    },
  );
}
