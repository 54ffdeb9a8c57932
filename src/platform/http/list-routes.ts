import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '../acts/perform.ts';
import { sessionOf } from '../identity/guard.ts';
import { listMatters, type MatterItem, type MatterQuery } from '../matters/list.ts';
import type { Session } from '../session.ts';
import { sendWorkbook } from './send-workbook.ts';

export const ListQuery = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 60 })),
    status: Type.Optional(Type.String({ maxLength: 60 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    open: Type.Optional(Type.Boolean()),
    lamp: Type.Optional(Type.Union([Type.Literal('overdue'), Type.Literal('soon'), Type.Literal('none')])),
    sort: Type.Optional(Type.Union([Type.Literal('changed'), Type.Literal('due')])),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
const SearchQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false });

const COLUMNS = ['事项种类', '文号', '事项', '单位', '状态', '到期日', '剩余天数', '立档日期', '办结日期', '密级'];

/** Lists, search and export: one query behind all three, so that none shows what another would not; sealed matters stand in lists alone. */
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
    (request) => listMatters(platform, sessionOf(request), { q: request.query.q, limit: 50, withoutSealed: true }),
  );

  app.get<{ Querystring: Static<typeof ListQuery> }>(
    '/api/matters/export',
    { schema: { summary: '导出事项列表', querystring: ListQuery }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '事项列表',
        object: request.query.kind ?? 'matter',
        columns: COLUMNS,
        rows: exported(platform, sessionOf(request), request.query),
      }),
  );
}

async function* exported(platform: Platform, session: Session, query: MatterQuery): AsyncGenerator<readonly (string | number | null)[]> {
  let cursor: string | null = null;
  do {
    const { cursor: _, ...filters } = query;
    const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(platform, session, {
      ...filters,
      withoutSealed: true,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const item of page.items) yield cellsOf(item);
    cursor = page.cursor;
  } while (cursor !== null);
}

function cellsOf(m: MatterItem): readonly (string | number | null)[] {
  return [m.kindName, m.number, m.title, m.homeName, m.statusName, m.dueOn, m.daysLeft, m.openedOn, m.closedOn, m.label];
}
