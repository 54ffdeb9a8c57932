import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { catalogueOf, wholeCatalogue } from './actions-read.ts';
import { CatalogueExport, CatalogueQuery } from './contract.ts';
import { CATALOGUE_COLUMNS } from './routes/export-columns.ts';

/** The catalogue of filed documents is public: everybody signed in reads that of the own city. Filings go by their matter. */
export async function normativeFilingRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const config = { scope: 'signed-in' } as const;

  app.get<{ Querystring: CatalogueQuery }>(
    '/api/normative-documents',
    { schema: { summary: '规范性文件备案目录', querystring: CatalogueQuery }, config },
    (request) => catalogueOf(platform, sessionOf(request), request.query),
  );

  exportRoute(app, platform, {
    ...{ path: '/api/normative-documents/export', summary: '规范性文件备案目录：导出', scope: 'signed-in' },
    ...{ name: '规范性文件备案目录', object: 'normative-document', filter: CatalogueExport, columns: CATALOGUE_COLUMNS },
    rows: (session, filter) => wholeCatalogue(platform, session, filter),
  });
}
