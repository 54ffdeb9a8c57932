import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { parseLocalDate } from '#law';
import { type AuditDetail, audit } from '#platform/audit';
import { verifyAudit } from '#platform/audit-chain';
import { notedHeads } from '#platform/audit-chain-keeper';
import { ACTION_NAMES, type AuditFilter, readAudit } from '#platform/audit-log';
import { inTransaction } from '#platform/db';
import { unknownAsked } from '#platform/http/export-route';
import { deny } from '#platform/identity/answers';
import { originOf, signedInOf } from '#platform/identity/guard';
import { IDENTITY_PREAMBLE, type Identity } from '#platform/identity/identity';
import { actorOf } from '#platform/identity/step-up';
import { COLUMN_IDS } from '#platform/matters/shown-columns';
import { AUDIT_LOG_COLUMNS, auditWorkbook } from './audit-workbook.ts';
import { Closed, Text } from './schema-parts.ts';

const Day = Type.String({ format: 'date' });
const FILTER = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  who: Type.Optional(Text(60, 0)),
  action: Type.Optional(Text(60, 0)),
  result: Type.Optional(Type.Unsafe<'ok' | 'refused' | 'failed'>({ type: 'string', enum: ['ok', 'refused', 'failed'] })),
  object: Type.Optional(Text(100, 0)),
};
const Query = Closed({ ...FILTER, cursor: Type.Optional(Text(80)) });
const ExportQuery = Closed({ ...FILTER, columns: Type.Optional(Type.String(COLUMN_IDS)) });
type Asked = { Querystring: Static<typeof Query> };
const PAGE = 50;

/** The log, for the audit administrator alone: reads, exports and verifies, changes nothing; and is logged as well. */
export async function auditRoutes(app: FastifyInstance, { identity, dataDir }: { identity: Identity; dataDir: string }): Promise<void> {
  const config = { scope: 'admin:audit' } as const;
  const record = (request: FastifyRequest, action: string, detail: AuditDetail): Promise<void> =>
    inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
      audit(client, { actor: actorOf(signedInOf(request), originOf(request)), at: identity.now(), action, result: 'ok', detail }),
    );

  app.get<Asked>('/api/admin/audit', { schema: { summary: '审计日志', querystring: Query }, config }, async (request) => {
    const { cursor, ...query } = request.query;
    if (cursor === undefined) await record(request, 'audit.read', query);
    return { ...(await readAudit(identity.pool, filterOf(query), cursor ?? null, PAGE)), actions: ACTION_NAMES };
  });

  app.get<{ Querystring: Static<typeof ExportQuery> }>(
    '/api/admin/audit/export',
    { schema: { summary: '导出审计日志', querystring: ExportQuery }, config: { ...config, stepUp: true, perMinute: 6 } },
    async (request, reply) => {
      const denial = unknownAsked(AUDIT_LOG_COLUMNS, request.query.columns);
      if (denial !== null) return deny(reply, denial);
      await record(request, 'audit.export', request.query);
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="audit.xlsx"; filename*=UTF-8''${encodeURIComponent('审计日志.xlsx')}`)
        .send(auditWorkbook(identity.pool, filterOf(request.query), request.query.columns));
    },
  );

  app.get('/api/admin/audit/verify', { schema: { summary: '校验日志链' }, config: { ...config, perMinute: 6 } }, async (request) => {
    const verdict = await verifyAudit(identity.pool, await notedHeads(dataDir));
    await record(request, 'audit.verify', { linked: verdict.linked, faults: verdict.faults.length });
    return { ...verdict, whole: verdict.faults.length === 0 };
  });
}

function filterOf(query: Omit<Static<typeof Query>, 'cursor'>): AuditFilter {
  const from = query.from === undefined ? null : parseLocalDate(query.from);
  const to = query.to === undefined ? null : parseLocalDate(query.to);
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(query.who ? { who: query.who } : {}),
    ...(query.action ? { action: query.action } : {}),
    ...(query.result === undefined ? {} : { result: query.result }),
    ...(query.object ? { object: query.object } : {}),
  };
}
