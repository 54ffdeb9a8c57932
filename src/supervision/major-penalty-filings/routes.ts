import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import type { BlobStore } from '#platform/files';
import { exportRoute } from '#platform/http/export-route';
import { sendPackage } from '#platform/http/send-package';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { toTheEnd } from '#platform/to-the-end';
import { type FilingFilter, FilingParams, FilingsExport, FilingsQuery, type FilingView } from './contract.ts';
import { FILING_COLUMNS } from './routes/export-columns.ts';
import { countFilings, filingView, listFilings, nextFilings } from './store-ledger.ts';
import { packageOf } from './store-package.ts';

const business = { scope: 'business' } as const;
const NOT_FILED = { status: 409, error: 'not-filed', reason: '还没有报送，或者备案报告正在生成；报送以后再下载材料包。' } as const;

/** 应备未备台账: the list, its counts and its export; one filing, and the package that leaves the platform. */
export async function majorFilingRoutes(
  app: FastifyInstance,
  deps: { readonly platform: Platform; readonly blobs: BlobStore },
): Promise<void> {
  const { platform, blobs } = deps;

  app.get<{ Querystring: FilingsQuery }>(
    '/api/major-penalty-filings',
    { schema: { summary: '重大行政处罚应备未备台账', querystring: FilingsQuery }, config: business },
    (request) => listFilings(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: FilingFilter }>(
    '/api/major-penalty-filings/counts',
    { schema: { summary: '重大行政处罚备案件数', querystring: FilingsExport }, config: business },
    (request) => countFilings(platform, sessionOf(request), request.query),
  );

  exportRoute(app, platform, {
    ...{ path: '/api/major-penalty-filings/export', summary: '导出重大行政处罚应备未备台账', scope: 'business' },
    ...{ name: '重大行政处罚应备未备台账', object: 'major-penalty-filing', filter: FilingsExport, columns: FILING_COLUMNS },
    rows: (session, filter) => toTheEnd((cursor) => nextFilings(platform, session, filter, cursor)),
  });

  app.get<{ Params: Static<typeof FilingParams> }>(
    '/api/major-penalty-filings/:id',
    { schema: { summary: '重大行政处罚备案', params: FilingParams }, config: business },
    async (request, reply): Promise<FilingView | FastifyReply> =>
      (await filingView(platform, sessionOf(request), request.params.id)) ?? deny(reply, ABSENT),
  );

  app.get<{ Params: Static<typeof FilingParams> }>(
    '/api/major-penalty-filings/:id/package',
    { schema: { summary: '下载抄报上一级主管部门的材料包', params: FilingParams }, config: { ...business, perMinute: 30 } },
    async (request, reply): Promise<FastifyReply> => {
      const made = await packageOf(platform, sessionOf(request), request.params.id);
      if (made === null) return deny(reply, ABSENT);
      return made === 'not-filed' ? deny(reply, NOT_FILED) : sendPackage(platform, blobs, request, reply, made);
    },
  );
}
