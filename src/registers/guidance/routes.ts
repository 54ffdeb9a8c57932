import type { FastifyInstance } from 'fastify';
import type { LocalDate } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { readCursor, total, writeCursor } from '#platform/matters/cursor';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type Link, type Links, LinksExport, LinksQuery } from './contract.ts';
import { daysOfHalf, halfOf } from './half-year.ts';
import { LINK_COLUMNS } from './routes/export-columns.ts';
import { guidanceLinks } from './store.ts';

const business = { scope: 'business' } as const;

/** 指导关系 (细则 2¶5, 8(13), 23¶1): who guides whom, and what the log says of a half-year. */
export async function guidanceRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading, today } = readerOf(platform);

  const linksOf = (session: Session, filter: LinksExport): Promise<readonly Link[]> =>
    reading(session, (client) => {
      const half = daysOfHalf(filter.half ?? halfOf(today()));
      return guidanceLinks(client, session, { on: earlier(half.through, today()), half, filter });
    });

  app.get<{ Querystring: LinksQuery }>(
    '/api/guidance-links',
    { schema: { summary: '业务指导关系和半年指导情况', querystring: LinksQuery }, config: business },
    async (request): Promise<Links> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const all = await linksOf(sessionOf(request), filter);
      const after = readCursor(cursor, 2);
      const from = after === null ? 0 : all.findIndex((l) => l.guideId === after[0] && l.guidedId === after[1]) + 1;
      const items = all.slice(from, from + limit);
      const last = items.at(-1);
      const isLast = last === undefined || from + limit >= all.length;
      return {
        half: filter.half ?? halfOf(today()),
        items,
        cursor: isLast ? null : writeCursor([last.guideId, last.guidedId]),
        total: total(all.length),
      };
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/guidance-links/export', summary: '导出业务指导关系', scope: 'business' },
    ...{ name: '业务指导关系', object: 'guidance', filter: LinksExport, columns: LINK_COLUMNS },
    rows: exported,
  });

  async function* exported(session: Session, filter: LinksExport) {
    yield* await linksOf(session, filter);
  }
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
