import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type CorrectionsCounts, CorrectionsExport, type CorrectionsPage, CorrectionsQuery, CorrectionsSummary } from './contract.ts';
import { CORRECTION_COLUMNS } from './routes/export-columns.ts';
import { correctionCounts, correctionsWithin, nextCorrections } from './store.ts';

const business = { scope: 'business' } as const;
const AT_ONCE = 500;

/** 改正复查台账 (处罚法 28): every order to correct until somebody has looked whether it was obeyed, and what followed. */
export async function correctionLedgerRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);
  const today = () => shanghaiDay(platform.now());

  app.get<{ Querystring: CorrectionsQuery }>(
    '/api/correction-ledger',
    { schema: { summary: '改正复查台账', querystring: CorrectionsQuery }, config: business },
    (request): Promise<CorrectionsPage> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const session = sessionOf(request);
      return reading(session, (client) => correctionsWithin(client, session, { filter, today: today(), cursor, limit }));
    },
  );

  app.get<{ Querystring: CorrectionsSummary }>(
    '/api/correction-ledger/summary',
    { schema: { summary: '改正复查台账各状态的件数', querystring: CorrectionsSummary }, config: business },
    (request): Promise<CorrectionsCounts> => {
      const session = sessionOf(request);
      return reading(session, (client) => correctionCounts(client, session, request.query, today()));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/correction-ledger/export', summary: '导出改正复查台账', scope: 'business' },
    ...{ name: '改正复查台账', object: 'correction-ledger', filter: CorrectionsExport, columns: CORRECTION_COLUMNS },
    rows: exported,
  });

  async function* exported(session: Session, filter: CorrectionsExport) {
    for (let cursor: string | undefined; ; ) {
      const from = cursor;
      const asked = { filter, today: today(), cursor: from, limit: AT_ONCE };
      const page = await reading(session, (client) => nextCorrections(client, session, asked));
      for (const { item } of page) yield item;
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      cursor = last.place;
    }
  }
}
