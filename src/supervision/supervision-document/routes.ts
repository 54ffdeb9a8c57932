import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { sessionOf } from '#platform/identity/guard';
import { toTheEnd } from '#platform/to-the-end';
import { PROBLEM_COLUMNS } from './routes/export-columns.ts';
import { listInbox, listProblems } from './store.ts';

const Filter = Type.Object(
  {
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('cleared'), Type.Literal('overdue')])),
    q: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
const Query = Type.Object(
  {
    ...Filter.properties,
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
const InboxQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 400 })), open: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);

/** 问题整改台账 and 收文. */
export async function supervisionDocumentRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const business = { scope: 'business' } as const;

  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/supervision-documents/problems',
    { schema: { summary: '问题整改台账', querystring: Query }, config: business },
    (request) => listProblems(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: Static<typeof InboxQuery> }>(
    '/api/supervision-documents/inbox',
    { schema: { summary: '收文', querystring: InboxQuery }, config: business },
    (request) => listInbox(platform, sessionOf(request), request.query),
  );

  exportRoute(app, platform, {
    ...{ path: '/api/supervision-documents/problems/export', summary: '导出问题整改台账', scope: 'business' },
    ...{ name: '问题整改台账', object: 'problem', filter: Filter, columns: PROBLEM_COLUMNS },
    rows: (session, filter) =>
      toTheEnd((cursor) => listProblems(platform, session, { ...filter, limit: 200, ...(cursor === undefined ? {} : { cursor }) })),
  });
}
