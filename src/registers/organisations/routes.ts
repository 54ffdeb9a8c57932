import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { readCursor, total, writeCursor } from '#platform/matters/cursor';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type MissingBases, MissingBasesExport, MissingBasesQuery } from './contract.ts';
import type { MissingBasis } from './model.ts';
import { MISSING_BASIS_COLUMNS } from './routes/export-columns.ts';
import { missingBases } from './store-bases.ts';

const business = { scope: 'business' } as const;

/** 关系依据待补: relations of one's own units that rest on no recorded paper (细则 2). */
export async function missingBasisRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading, today } = readerOf(platform);
  const found = (session: Session, filter: MissingBasesExport): Promise<readonly MissingBasis[]> =>
    reading(session, (client) => missingBases(client, session, today(), filter));

  app.get<{ Querystring: MissingBasesQuery }>(
    '/api/missing-bases',
    { schema: { summary: '没有登记依据文件的关系', querystring: MissingBasesQuery }, config: business },
    async (request): Promise<MissingBases> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const all = await found(sessionOf(request), filter);
      const after = readCursor(cursor, 2);
      const from = after === null ? 0 : all.findIndex((b) => b.id === after[0] && b.relation === after[1]) + 1;
      const items = all.slice(from, from + limit);
      const last = items.at(-1);
      const isLast = last === undefined || from + limit >= all.length;
      return { items, cursor: isLast ? null : writeCursor([last.id, last.relation]), total: total(all.length) };
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/missing-bases/export', summary: '导出没有登记依据文件的关系', scope: 'business' },
    ...{ name: '关系依据待补', object: 'missing-basis', filter: MissingBasesExport, columns: MISSING_BASIS_COLUMNS },
    rows: exported,
  });

  async function* exported(session: Session, filter: MissingBasesExport) {
    yield* await found(session, filter);
  }
}
