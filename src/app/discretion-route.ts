import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { sessionOf } from '#platform/identity/guard';
import { sessionPreamble } from '#platform/session';
import { DiscretionQuery, type DiscretionView } from '../registers/discretion-benchmarks/contract.ts';
import { listsOn } from './list-facts.ts';

/** What the forms of penalty cases show beside themselves, read as the acts read it: of the asker's own organ alone, in force today. */
export async function discretionRoute(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  app.get<{ Querystring: DiscretionQuery }>(
    '/api/discretion',
    { schema: { summary: '裁量权基准和四张清单：本机关今日适用的', querystring: DiscretionQuery }, config: { scope: 'business' } },
    (request): Promise<DiscretionView> => {
      const session = sessionOf(request);
      const { violation, itemCode } = request.query;
      const punished = { organId: session.organisationId, itemCode: itemCode ?? null, violation };
      return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
        const { benchmark, lenient } = await listsOn(client, { punished, on: shanghaiDay(platform.now()) });
        return { benchmark: benchmark === 'unknown' ? null : benchmark, lenient: lenient === 'unknown' ? [] : lenient };
      });
    },
  );
}
