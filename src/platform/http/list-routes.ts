import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '../acts/perform.ts';
import { deny } from '../identity/answers.ts';
import { sessionOf } from '../identity/guard.ts';
import { ledgerColumns } from '../matters/export-columns.ts';
import { listMatters, type MatterItem, type MatterQuery } from '../matters/list.ts';
import { COLUMN_IDS, type ListColumn, shownColumns } from '../matters/shown-columns.ts';
import type { Session } from '../session.ts';
import type { WorkbookCell } from '../spreadsheet/write-workbook.ts';
import { toTheEnd } from '../to-the-end.ts';
import { unknownAsked } from './export-route.ts';
import { sendWorkbook } from './send-workbook.ts';

export const ListQuery = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 60 })),
    status: Type.Optional(Type.String({ maxLength: 60 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    handler: Type.Optional(Type.String({ maxLength: 100 })),
    open: Type.Optional(Type.Boolean()),
    lamp: Type.Optional(Type.Union([Type.Literal('overdue'), Type.Literal('soon'), Type.Literal('none')])),
    sort: Type.Optional(Type.Union([Type.Literal('changed'), Type.Literal('due')])),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
const SearchQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false });

const ExportQuery = Type.Object(
  { ...ListQuery.properties, columns: Type.Optional(Type.String(COLUMN_IDS)) },
  { additionalProperties: false },
);

/**
 * Lists, search and export: one query behind all three, so that none shows what another would not. Sealed matters stand in
 * the ledger of their own kind alone, for those who are named to read them.
 */
export async function listRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const business = { scope: 'business' } as const;

  app.get<{ Querystring: Static<typeof ListQuery> }>(
    '/api/matters',
    { schema: { summary: '事项列表', querystring: ListQuery }, config: business },
    (request) => listMatters(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: Static<typeof SearchQuery> }>(
    '/api/search',
    { schema: { summary: '搜索', querystring: SearchQuery }, config: business },
    (request) => listMatters(platform, sessionOf(request), { q: request.query.q, limit: 50 }),
  );

  app.get<{ Querystring: Static<typeof ExportQuery> }>(
    '/api/matters/export',
    { schema: { summary: '导出事项列表', querystring: ExportQuery }, config: { ...business, perMinute: 30 } },
    (request, reply) => {
      const { columns: chosen, ...query } = request.query;
      const kind = platform.kinds.get(query.kind ?? '') ?? null;
      const all = ledgerColumns(kind);
      const denial = unknownAsked(all, chosen);
      if (denial !== null) return deny(reply, denial);
      const columns = shownColumns(all, chosen);
      return sendWorkbook(platform, request, reply, {
        name: kind === null ? '事项列表' : `${kind.name}台账`,
        object: query.kind ?? 'matter',
        columns: columns.map((c) => c.title),
        rows: exported(platform, sessionOf(request), query, columns),
      });
    },
  );
}

async function* exported(
  platform: Platform,
  session: Session,
  query: MatterQuery,
  columns: readonly ListColumn<MatterItem>[],
): AsyncGenerator<readonly WorkbookCell[]> {
  const { cursor: _, ...filters } = query;
  const whole = { ...filters, withoutSealed: true, limit: 200 };
  const items = toTheEnd((cursor) => listMatters(platform, session, { ...whole, ...(cursor === undefined ? {} : { cursor }) }));
  for await (const item of items) yield columns.map((c) => c.cell(item));
}
