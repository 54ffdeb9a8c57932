import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { FinesExport, type FinesPage, FinesQuery } from './contract.ts';
import { FINE_COLUMNS } from './routes/export-columns.ts';
import { cursorAfter, finesWithin, nextFines } from './store.ts';

const AT_ONCE = 500;

/** 罚没收入对账 (处罚法 67, 71, 74): what was decided, paid, brought to the bank and given back, over both procedures. */
export async function fineLedgerRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);

  app.get<{ Querystring: FinesQuery }>(
    '/api/fine-ledger',
    { schema: { summary: '罚没收入对账', querystring: FinesQuery }, config: { scope: 'business' } },
    (request): Promise<FinesPage> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const session = sessionOf(request);
      return reading(session, (client) => finesWithin(client, session, { filter, cursor, limit }));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/fine-ledger/export', summary: '导出罚没收入对账', scope: 'business' },
    ...{ name: '罚没收入对账', object: 'fine-ledger', filter: FinesExport, columns: FINE_COLUMNS },
    rows: exported,
  });

  async function* exported(session: Session, filter: FinesExport) {
    for (let cursor: string | undefined; ; ) {
      const from = cursor;
      const page = await reading(session, (client) => nextFines(client, session, { filter, cursor: from, limit: AT_ONCE }));
      for (const item of page) yield item;
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      cursor = cursorAfter(last);
    }
  }
}
