import type { FastifyInstance } from 'fastify';
import { parseLocalDate, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { sessionOf } from '#platform/identity/guard';
import { sessionPreamble } from '#platform/session';
import { DiscretionQuery, type DiscretionView, ViolationsQuery } from '../registers/discretion-benchmarks/contract.ts';
import { violationsOf } from './benchmark-facts.ts';
import { listsOn } from './list-facts.ts';

/** More than anybody reads through; who does not find it types more of it. */
const OFFERED = 30;

/** What the forms of penalty cases show beside themselves, read as the acts read it: of the asker's own organ alone, in force today. */
export async function discretionRoute(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  app.get<{ Querystring: DiscretionQuery }>(
    '/api/discretion',
    { schema: { summary: '裁量权基准和四张清单：本机关今日适用的', querystring: DiscretionQuery }, config: { scope: 'business' } },
    (request): Promise<DiscretionView> => {
      const session = sessionOf(request);
      const { violation, itemCode, basis } = request.query;
      const punished = { organId: session.organisationId, itemCode: itemCode ?? null, violation, basis: basis ?? null };
      return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
        const { benchmark, lenient, otherwise } = await listsOn(client, { punished, on: shanghaiDay(platform.now()) });
        const others = benchmark === null && otherwise !== undefined ? [...otherwise.ofItem, ...otherwise.under] : [];
        return { benchmark: benchmark === 'unknown' ? null : benchmark, lenient: lenient === 'unknown' ? [] : lenient, others };
      });
    },
  );

  app.get<{ Querystring: ViolationsQuery }>(
    '/api/discretion/violations',
    { schema: { summary: '裁量权基准：本机关某日适用的违法行为', querystring: ViolationsQuery }, config: { scope: 'business' } },
    (request) => {
      const session = sessionOf(request);
      const on = parseLocalDate(request.query.on ?? '') ?? shanghaiDay(platform.now());
      const { q = '', itemCode = null } = request.query;
      const asked = { organId: session.organisationId, on, q: q.trim(), itemCode, limit: OFFERED };
      return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => ({
        items: await violationsOf(client, asked),
      }));
    },
  );
}
