import type { FastifyInstance } from 'fastify';
import { parseLocalDate } from '#law';
import { requestKey, sendNoKey } from '#platform/http/act-answers';
import { sessionOf } from '#platform/identity/guard';
import type { LoadingDeps } from './actions.ts';
import { loadBatch } from './actions-batch.ts';
import { BatchAnswer, BatchBody } from './contract.ts';

/** What departmental systems send, row by row answered. */
export async function batchRoutes(app: FastifyInstance, deps: LoadingDeps): Promise<void> {
  app.post<{ Body: BatchBody }>(
    '/api/penalty-records/batches',
    {
      schema: { summary: '批量报送行政处罚决定（系统对接）', body: BatchBody, response: { 200: BatchAnswer } },
      config: { scope: 'machine', machineScope: 'penalty-records.write' },
      bodyLimit: 32 * 1024 * 1024,
    },
    async (request, reply) => {
      const key = requestKey(request);
      if (key === null || !/^[\x21-\x7e]+$/.test(key)) return sendNoKey(reply);
      const { rows, fileKind = 'publicity', exportedOn } = request.body;
      const result = await loadBatch(deps, {
        session: sessionOf(request),
        key,
        rows,
        fileKind,
        exportedOn: exportedOn === undefined ? null : parseLocalDate(exportedOn),
      });
      if (!result.ok) return reply.code(409).send({ error: result.error, reason: '同一请求编号已用于另一内容的报送，请换一个请求编号。' });
      return result.answer;
    },
  );
}
