import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import type { Session } from '#platform/session';
import type { ProblemLine, ProblemQuery } from './contract.ts';
import { listInbox, listProblems } from './store.ts';

const Query = Type.Object(
  {
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('cleared'), Type.Literal('overdue')])),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
const InboxQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 400 })), open: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);

const COLUMNS = [
  '序号',
  '问题',
  '依据',
  '处理要求',
  '文书号',
  '发文机关',
  '被监督单位',
  '送达日',
  '签收日',
  '期限',
  '整改情况',
  '核查日期',
  '核查结论',
  '销号日期',
];

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

  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/supervision-documents/problems/export',
    { schema: { summary: '导出问题整改台账', querystring: Query }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '问题整改台账',
        object: 'problem',
        columns: COLUMNS,
        rows: exported(platform, sessionOf(request), request.query),
      }),
  );
}

async function* exported(platform: Platform, session: Session, query: ProblemQuery): AsyncGenerator<readonly (string | number | null)[]> {
  let cursor: string | null = null;
  let serial = 0;
  do {
    const { cursor: _, ...filters } = query;
    const page: Awaited<ReturnType<typeof listProblems>> = await listProblems(platform, session, {
      ...filters,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const item of page.items) {
      serial += 1;
      yield cellsOf(item, serial);
    }
    cursor = page.cursor;
  } while (cursor !== null);
}

function cellsOf(p: ProblemLine, serial: number): readonly (string | number | null)[] {
  const conclusion = p.passed === null ? null : p.passed ? '合格' : '不合格';
  return [
    serial,
    p.facts,
    p.norm,
    p.demand,
    p.number,
    p.issuerName,
    p.addresseeName,
    p.servedOn,
    p.receivedOn,
    p.dueOn,
    p.handling,
    p.checkedOn,
    conclusion,
    p.clearedOn,
  ];
}
