import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import { catalogueOf, EXPORT_TITLES, exportRows } from './actions-read.ts';
import { CatalogueExport, CatalogueQuery } from './contract.ts';

/** The catalogue of filed documents is public: everybody signed in reads that of the own city. Filings go by their matter. */
export async function normativeFilingRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const config = { scope: 'signed-in' } as const;

  app.get<{ Querystring: CatalogueQuery }>(
    '/api/normative-documents',
    { schema: { summary: '规范性文件备案目录', querystring: CatalogueQuery }, config },
    (request) => catalogueOf(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: CatalogueExport }>(
    '/api/normative-documents/export',
    { schema: { summary: '规范性文件备案目录：导出', querystring: CatalogueExport }, config: { ...config, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        ...{ name: '规范性文件备案目录', object: 'normative-document', columns: EXPORT_TITLES },
        rows: exportRows(platform, sessionOf(request), request.query),
      }),
  );
}
