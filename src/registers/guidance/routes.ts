import type { FastifyInstance } from 'fastify';
import type { LocalDate } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import { readCursor, total, writeCursor } from '#platform/matters/cursor';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type Link, type Links, LinksExport, LinksQuery } from './contract.ts';
import { daysOfHalf, halfOf } from './half-year.ts';
import { RELATION_LABELS } from './model.ts';
import { guidanceLinks } from './store.ts';

const business = { scope: 'business' } as const;
const EXPORT_COLUMNS = [
  '指导部门',
  '接受指导的单位',
  '指导关系',
  '关系起始',
  '上次指导日期',
  '请求指导',
  '指导任务',
  '已确认的指导',
  '尚未办结',
];

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

  app.get<{ Querystring: LinksExport }>(
    '/api/guidance-links/export',
    { schema: { summary: '导出业务指导关系', querystring: LinksExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '业务指导关系',
        object: 'guidance',
        columns: EXPORT_COLUMNS,
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: LinksExport) {
    for (const link of await linksOf(session, filter)) yield cellsOf(link);
  }
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

function cellsOf(l: Link): readonly (string | number | null)[] {
  return [l.guide, l.guided, RELATION_LABELS[l.relation], l.since, l.lastOn, l.asked, l.assigned, l.confirmed, l.waiting];
}
