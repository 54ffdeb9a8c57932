import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Json, type LocalDate, parseLocalDate } from '#law';
import type { Platform } from '../acts/perform.ts';
import { inTransaction, rows } from '../db.ts';
import { sessionOf } from '../identity/guard.ts';
import { calendarDays, listClocks } from '../matters/clocks.ts';
import { listDrafts } from '../matters/drafts.ts';
import { clockCalendar } from '../matters/ical.ts';
import { markNoticesSeen } from '../matters/notices.ts';
import { listTasks } from '../matters/tasks.ts';
import { workbench } from '../matters/workbench.ts';
import { openDraft, sealDraft } from '../parties/draft.ts';
import { type Session, sessionPreamble } from '../session.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const TaskQuery = Type.Object(
  {
    box: Type.Union([Type.Literal('todo'), Type.Literal('done'), Type.Literal('started'), Type.Literal('copied')]),
    period: Type.Optional(Type.Literal('none')),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { additionalProperties: false },
);
const Span = Type.Object(
  { from: Day, to: Day, organisation: Type.Optional(Type.String({ format: 'uuid' })), kind: Type.Optional(Type.String({ maxLength: 60 })) },
  { additionalProperties: false },
);
const Seen = Type.Object({ upTo: Type.String({ format: 'date-time' }) }, { additionalProperties: false });
const DraftParams = Type.Object({ subject: Type.String({ minLength: 1, maxLength: 200 }) });

/** What a post has to do, what ends when, and the forms it has begun. */
export async function workRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  const business = { scope: 'business' } as const;
  app.get('/api/workbench', { schema: { summary: '工作台' }, config: business }, (request) => workbench(platform, sessionOf(request)));

  app.get<{ Querystring: Static<typeof TaskQuery> }>(
    '/api/tasks',
    { schema: { summary: '待办、已办、我发起、抄送', querystring: TaskQuery }, config: business },
    (request) => {
      const { box, cursor, period } = request.query;
      return listTasks(platform, sessionOf(request), box, cursor, 20, period === 'none' ? 'undated' : undefined);
    },
  );

  app.get<{ Querystring: Static<typeof Span> }>(
    '/api/clocks',
    { schema: { summary: '期限', querystring: Span }, config: business },
    async (request, reply) => {
      const span = spanOf(request.query);
      if (span === null) return reply.code(400).send(BAD_SPAN);
      return listClocks(platform, sessionOf(request), span.from, span.to, request.query);
    },
  );

  app.get('/api/clocks/ical', { schema: { summary: '期限日历（iCal）' }, config: business }, async (request, reply) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(await clockCalendar(platform, sessionOf(request))),
  );

  app.get<{ Querystring: Static<typeof Span> }>(
    '/api/calendar',
    { schema: { summary: '工作日历', querystring: Span }, config: { scope: 'signed-in' } },
    async (request, reply) => {
      const span = spanOf(request.query);
      return span === null ? reply.code(400).send(BAD_SPAN) : { days: calendarDays(platform, span.from, span.to) };
    },
  );

  app.post<{ Body: Static<typeof Seen> }>(
    '/api/notices/seen',
    { schema: { summary: '消息已读', body: Seen }, config: business },
    async (request, reply) => {
      await markNoticesSeen(platform, sessionOf(request), request.body.upTo);
      return reply.code(204).send();
    },
  );

  app.get('/api/drafts', { schema: { summary: '没有提交的草稿' }, config: business }, async (request) => ({
    drafts: await listDrafts(platform, sessionOf(request)),
  }));

  app.get<{ Params: Static<typeof DraftParams> }>(
    '/api/drafts/:subject',
    { schema: { summary: '草稿', params: DraftParams }, config: business },
    async (request) => {
      const session = sessionOf(request);
      const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
        rows<{ body: Json; saved_at: string }>(client, 'select body, saved_at from draft where account_id = $1 and subject = $2', [
          session.accountId,
          request.params.subject,
        ]),
      );
      const [kept] = found;
      const { sealing } = platform;
      const open = (body: Json): Json =>
        sealing === undefined ? body : openDraft(sealing, ownerOf(session, request.params.subject), body);
      return { draft: kept === undefined ? null : { body: open(kept.body), savedAt: kept.saved_at } };
    },
  );

  app.put<{ Params: Static<typeof DraftParams>; Body: unknown }>(
    '/api/drafts/:subject',
    { schema: { summary: '保存草稿', params: DraftParams, body: Type.Object({}, { additionalProperties: true }) }, config: business },
    async (request) => {
      const session = sessionOf(request);
      const savedAt = new Date(platform.now()).toISOString();
      const { sealing } = platform;
      const kept =
        sealing === undefined ? request.body : sealDraft(sealing, ownerOf(session, request.params.subject), request.body as Json);
      await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
        client.query(
          'insert into draft (account_id, subject, body, saved_at) values ($1, $2, $3, $4) on conflict (account_id, subject) do update set body = excluded.body, saved_at = excluded.saved_at',
          [session.accountId, request.params.subject, JSON.stringify(kept), savedAt],
        ),
      );
      return { savedAt };
    },
  );

  app.delete<{ Params: Static<typeof DraftParams> }>(
    '/api/drafts/:subject',
    { schema: { summary: '删除草稿', params: DraftParams }, config: business },
    async (request, reply) => {
      const session = sessionOf(request);
      await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
        client.query('delete from draft where account_id = $1 and subject = $2', [session.accountId, request.params.subject]),
      );
      return reply.code(204).send();
    },
  );
}

/** A draft opens for its owner under its subject alone. */
function ownerOf(session: Session, subject: string): string {
  return `draft ${session.accountId} ${subject}`;
}

const BAD_SPAN = {
  error: 'input',
  reason: '起止日期不是有效日期',
  problems: [{ path: 'from', label: '起止日期', reason: '不是有效日期' }],
};

function spanOf(query: Static<typeof Span>): { from: LocalDate; to: LocalDate } | null {
  const from = parseLocalDate(query.from);
  const to = parseLocalDate(query.to);
  return from === null || to === null || to < from ? null : { from, to };
}
