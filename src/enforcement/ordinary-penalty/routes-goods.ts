import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { GoodsExport, type GoodsPage, GoodsQuery } from './contract-goods.ts';
import { GOODS_COLUMNS, GOODS_LEDGER_COLUMNS } from './routes/export-columns.ts';
import { cursorAfter, goodsWithin, nextGoods } from './store-goods.ts';

const business = { scope: 'business' } as const;
const AT_ONCE = 500;

/** 涉案财物台账 (处罚法 56, 74): every thing that was taken, where it lies and who keeps it, until its lawful end. */
export async function goodsRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);

  app.get<{ Querystring: GoodsQuery }>(
    '/api/case-goods',
    { schema: { summary: '涉案财物台账', querystring: GoodsQuery }, config: business },
    (request): Promise<GoodsPage> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const session = sessionOf(request);
      return reading(session, (client) => goodsWithin(client, session, { filter, cursor, limit }));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/case-goods/export', summary: '导出涉案财物台账', scope: 'business' },
    ...{ name: '涉案财物台账', object: 'case-goods', filter: GoodsExport },
    ...{ columns: GOODS_COLUMNS, whole: GOODS_LEDGER_COLUMNS },
    rows: exported,
  });

  async function* exported(session: Session, filter: GoodsExport) {
    for (let cursor: string | undefined; ; ) {
      const from = cursor;
      const page = await reading(session, (client) => nextGoods(client, session, { filter, cursor: from, limit: AT_ONCE }));
      for (const item of page) yield item;
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      cursor = cursorAfter(last);
    }
  }
}
