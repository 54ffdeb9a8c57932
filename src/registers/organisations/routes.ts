import type { FastifyInstance } from 'fastify';
import { relationName } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import { readCursor, total, writeCursor } from '#platform/matters/cursor';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type MissingBases, MissingBasesExport, MissingBasesQuery } from './contract.ts';
import type { MissingBasis } from './model.ts';
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

  app.get<{ Querystring: MissingBasesExport }>(
    '/api/missing-bases/export',
    { schema: { summary: '导出没有登记依据文件的关系', querystring: MissingBasesExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '关系依据待补',
        object: 'missing-basis',
        columns: ['单位', '关系', '关系的另一方', '现登记起始'],
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: MissingBasesExport) {
    for (const b of await found(session, filter)) yield [b.name, relationName(b.relation, b.kind), b.otherName, b.since];
  }
}
