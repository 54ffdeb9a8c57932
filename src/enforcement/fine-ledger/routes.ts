import type { FastifyInstance } from 'fastify';
import { localDate } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sendWorkbook } from '#platform/http/send-workbook';
import { type Denial, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import type { WorkbookCell } from '#platform/spreadsheet/write-workbook';
import { type Comparison, ComparisonBody, FinesExport, type FinesPage, FinesQuery } from './contract.ts';
import { compareReceipts, totalsOf } from './model.ts';
import { COMPARED_COLUMNS } from './routes/compared-columns.ts';
import { FINE_COLUMNS } from './routes/export-columns.ts';
import { cursorAfter, finesWithin, nextFines, receiptsWithin } from './store.ts';

const AT_ONCE = 500;
/** A statement of some thousand lines. */
const bodyLimit = 4 * 1024 * 1024;
const asked = { scope: 'business', perMinute: 30 } as const;
const TOO_MANY: Denial = { status: 400, error: 'too-many', reason: '所选期间的缴款太多，请按单位或者缩短期间分次核对。' };

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

  // Compared and told, never kept: the statement stays the bank's, and the cases say what was paid.
  app.post<{ Body: ComparisonBody }>(
    '/api/fine-ledger/comparison',
    { bodyLimit, schema: { summary: '与银行、国库对账单核对', body: ComparisonBody }, config: asked },
    async (request, reply) => (await compared(sessionOf(request), request.body)) ?? deny(reply, TOO_MANY),
  );

  app.post<{ Body: ComparisonBody }>(
    '/api/fine-ledger/comparison/export',
    { bodyLimit, schema: { summary: '导出对账单核对结果', body: ComparisonBody }, config: asked },
    async (request, reply) => {
      const found = await compared(sessionOf(request), request.body);
      if (found === null) return deny(reply, TOO_MANY);
      return sendWorkbook(platform, request, reply, {
        ...{ name: '对账单核对', object: 'fine-ledger', columns: COMPARED_COLUMNS.map(({ title }) => title) },
        rows: cellsOf(found),
      });
    },
  );

  async function compared(session: Session, { lines, from, through, organisation }: ComparisonBody): Promise<Comparison | null> {
    const days = { from: localDate(from), through: localDate(through), organisation };
    const cases = await reading(session, (client) => receiptsWithin(client, session, days));
    if (cases === null) return null;
    const rows = compareReceipts(
      cases,
      lines.map(({ on, ...line }) => ({ ...line, on: localDate(on) })),
    );
    return { rows, totals: totalsOf(rows) };
  }

  async function* cellsOf({ rows }: Comparison): AsyncGenerator<readonly WorkbookCell[]> {
    for (const row of rows) yield COMPARED_COLUMNS.map(({ cell }) => cell(row));
  }

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
