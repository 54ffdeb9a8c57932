import type { FastifyInstance, FastifyReply } from 'fastify';
import { isRefusal, type Refusal } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendRefusal } from '#platform/http/act-answers';
import { deny, UPLOAD_GONE } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { confirmImport, previewImport, type SheetReader } from './actions-import.ts';
import { ImportBody, ImportConfirm } from './contract.ts';

type Options = { readonly platform: Platform; readonly read: SheetReader };

/** Benchmarks that an organ has published elsewhere, by file: looked at first, then entered as its own acts. */
export async function benchmarkImportRoutes(app: FastifyInstance, { platform, read }: Options): Promise<void> {
  const config = { scope: 'business', perMinute: 30 } as const;

  app.post<{ Body: ImportBody }>(
    '/api/benchmarks/imports/preview',
    { schema: { summary: '裁量权基准：导入文件的预览', body: ImportBody }, config },
    async (request, reply) => {
      const found = await previewImport({ platform, read, session: sessionOf(request) }, request.body.file);
      return answered(reply, found);
    },
  );

  app.post<{ Body: ImportConfirm }>(
    '/api/benchmarks/imports',
    { schema: { summary: '裁量权基准：导入（逐件补录）', body: ImportConfirm }, config },
    async (request, reply) => {
      const found = await confirmImport({ platform, read, session: sessionOf(request) }, request.body);
      if (found !== null && !isRefusal(found) && found.problemCount > 0)
        return reply.code(422).send({ ...found, error: 'problems', reason: '文件有错误，没有载入任何基准' });
      return answered(reply, found);
    },
  );
}

function answered<T extends object>(reply: FastifyReply, found: T | Refusal | null): FastifyReply | T {
  if (found === null) return deny(reply, UPLOAD_GONE);
  return isRefusal(found) ? sendRefusal(reply, found) : found;
}
