import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { toTheEnd } from '#platform/to-the-end';
import { itemOf, rowOf, TITLES, withReasons } from './actions.ts';
import { PublicityExport, type PublicityPage, PublicityQuery } from './contract.ts';
import { countDecided, nextDecided } from './store.ts';

const business = { scope: 'business' } as const;
const AT_ONCE = 200;

/** 双公示: decisions made in cases, their days until publication, and those that are reported in the layout of 2018. */
export async function publicityRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);

  app.get<{ Querystring: PublicityQuery }>(
    '/api/publicity',
    { schema: { summary: '双公示台账', querystring: PublicityQuery }, config: business },
    async (request): Promise<PublicityPage> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const session = sessionOf(request);
      const read = await reading(session, async (client) => ({
        total: await countDecided(client, session, filter),
        ...(await nextDecided(client, session, { filter, cursor, limit })),
      }));
      return { items: (await withReasons(platform, read.cases)).map(itemOf), cursor: read.cursor, total: read.total };
    },
  );

  app.get<{ Querystring: PublicityExport }>(
    '/api/publicity/export',
    { schema: { summary: '导出双公示数据', querystring: PublicityExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        ...{ name: '行政处罚双公示', object: 'publicity', columns: TITLES },
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: PublicityExport) {
    const decided = toTheEnd(async (from) => {
      const page = await reading(session, (client) => nextDecided(client, session, { filter, cursor: from, limit: AT_ONCE }));
      return { items: await withReasons(platform, page.cases), cursor: page.cursor };
    });
    for await (const one of decided) {
      const row = rowOf(one, platform.now());
      if (row !== null) yield row;
    }
  }
}
